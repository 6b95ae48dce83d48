import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import own from './package.json' with { type: 'json' };

/** Microsoft hosts it and keeps it in step with Office; a copy of our own would not be supported. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
/** Where Local Office serves the official one on this machine. */
const LOCAL_OFFICE_JS = '/local/office/lib/office.js';

/**
 * `npx vite build --mode local-host` takes office.js from the host on this machine and lets people choose who they are.
 * A production build does neither.
 */
export default defineConfig(({ command, mode }) => {
  const local = command === 'serve' || mode === 'local-host';
  return {
    base: '/addin/',
    plugins: [react(), namedTokens(), officeScript(local ? LOCAL_OFFICE_JS : OFFICE_JS)],
    define: { __LOCAL_HOST__: JSON.stringify(local), __VERSION__: JSON.stringify(own.version) },
    build: {
      target: 'es2023',
      manifest: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 600,
      rolldownOptions: {
        output: {
          codeSplitting: { groups: [{ name: 'shell', tags: ['$initial'] }] },
          chunkFileNames: 'assets/[hash].js',
        },
      },
    },
    worker: { format: 'es' },
    // The service replaces the placeholder by a new nonce in every copy of the page; Griffel's styles carry it too.
    html: { cspNonce: 'CSP_NONCE' },
  };
});

/** Office wants its script in the head and before everything else. */
function officeScript(src: string): Plugin {
  return {
    name: 'plumbline:office-script',
    transformIndexHtml: () => [{ tag: 'script', attrs: { src }, injectTo: 'head-prepend' }],
  };
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
