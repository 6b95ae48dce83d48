import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { assert } from '@plumbline/shared/kernel/assert';
import { App } from './app/App.tsx';
import { startWords } from './app/i18n.ts';
import './app/page.css';

const root = document.getElementById('root');
assert(root, 'the page has no root');

// The page's styles are made while it runs; the service allows them by the nonce of this copy of the page.
const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce;
const renderer = createDOMRenderer(document, nonce === undefined ? {} : { styleElementAttributes: { nonce } });

await startWords();
createRoot(root).render(
  <StrictMode>
    <RendererProvider renderer={renderer}>
      <App />
    </RendererProvider>
  </StrictMode>,
);
