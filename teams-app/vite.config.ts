import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * `npx vite build --mode local-host` adds the origins of a host that runs on this machine to those whose messages are heard.
 * A production build hears Microsoft's hosts only; `host/build-origins.test.ts` proves it.
 */
export default defineConfig(({ command, mode }) => ({
  base: '/tab/',
  plugins: [react(), namedTokens()],
  define: {
    __HOST_ORIGINS__: JSON.stringify(hostOrigins(command === 'serve' ? 'local-host' : mode)),
  },
  build: {
    target: 'es2023',
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    // What every page needs is one file, not thirty: a meeting room's network has few connections and slow ones.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'shell', tags: ['$initial'] },
            // What half of the parts need is one file more: in crumbs of its own it weighs two kilobytes more.
            { name: 'often', minShareCount: 16, test: /(?:teams-app|shared)\/src\/(?!i18n)/ },
          ],
        },
        // The shell lists every other file: by their hashes alone, each page loads a kilobyte or two less.
        chunkFileNames: 'assets/[hash].js',
      },
    },
  },
  // The service replaces the placeholder by a new nonce in every copy of the page; Griffel's styles carry it too.
  html: { cspNonce: 'CSP_NONCE' },
}));

function hostOrigins(mode: string): readonly string[] {
  return mode === 'local-host' ? ['http://localhost', 'http://127.0.0.1', 'https://localhost'] : [];
}

/**
 * Writes the names of tokens where they are used: `tokens.colorBrandStroke1` is `'var(--colorBrandStroke1)'`. The object of
 * all 500 would be the largest part of the theme code, and no bundler drops what an object has beside what is used.
 */
function namedTokens(): Plugin {
  let names: ReadonlyMap<string, string> = new Map();
  return {
    name: 'plumbline:named-tokens',
    async buildStart() {
      const { tokens } = await import('@fluentui/react-components');
      names = new Map(Object.entries(tokens));
    },
    transform: {
      filter: { id: /\.(ts|tsx|js)$/, code: /\btokens\.\w/ },
      handler(code) {
        return {
          code: code.replace(/\btokens\.(\w+)\b/g, (whole, name: string) => {
            const value = names.get(name);
            return value === undefined ? whole : JSON.stringify(value);
          }),
          map: null,
        };
      },
    },
  };
}
