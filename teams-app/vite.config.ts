import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * `npx vite build --mode local-host` adds the origins of a host that runs on this machine to those whose messages are heard.
 * A production build hears Microsoft's hosts only; `host/build-origins.test.ts` proves it.
 */
export default defineConfig(({ command, mode }) => ({
  base: '/tab/',
  plugins: [react()],
  define: {
    __HOST_ORIGINS__: JSON.stringify(hostOrigins(command === 'serve' ? 'local-host' : mode)),
  },
  build: {
    target: 'es2023',
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
  },
  // The service replaces the placeholder by a new nonce in every copy of the page; Griffel's styles carry it too.
  html: { cspNonce: 'CSP_NONCE' },
}));

function hostOrigins(mode: string): readonly string[] {
  return mode === 'local-host' ? ['http://localhost', 'http://127.0.0.1'] : [];
}
