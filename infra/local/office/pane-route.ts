import type { Request, RequestHandler } from 'express';
import type { Persona } from '../entra/persona.ts';
import type { OpenDocument } from './open-documents.ts';

/** Where a pane loads office.js from in production; Office demands that it comes from there. */
const HOSTED = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const HERE = '/local/office/';

/** What Office calls its programs in the address of a pane. */
const HOSTS = { powerpoint: 'PowerPoint', word: 'Word' } as const;

/** The colours that Office tells a pane of, as numbers: of its surface, its text, and of controls. */
const COLOURS = {
  default: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x242424,
    controlBackgroundColor: 0xffffff,
    controlForegroundColor: 0x242424,
  },
  dark: {
    bodyBackgroundColor: 0x262626,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x363636,
    controlForegroundColor: 0xffffff,
  },
  contrast: {
    bodyBackgroundColor: 0x000000,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x000000,
    controlForegroundColor: 0xffffff,
  },
} as const;

export interface PaneOptions {
  readonly find: (id: string) => OpenDocument | undefined;
  readonly paneUrl: string;
  readonly tokenPath: string;
  /** Whether Office signs add-ins in by nested app authentication. */
  readonly isNested: boolean;
  readonly personas: readonly Persona[];
}

/**
 * Serves the page of the task pane as it is served in production, with two changes: office.js comes from this machine,
 * and before it comes what the desktop program would have put there. Its own policy stays.
 */
export function paneRoute({ find, paneUrl, tokenPath, isNested, personas }: PaneOptions): RequestHandler {
  return async (request, response) => {
    const document = find(text(request, 'document'));
    if (!document) {
      response.status(404).type('text').send('No document is open: open a file first.\n');
      return;
    }
    const origin = `http://127.0.0.1:${request.socket.localPort ?? 0}`;
    const dialog = text(request, 'dialog');
    const address = new URL(dialog === '' ? paneUrl : dialog, origin);
    if (address.origin !== new URL(paneUrl, origin).origin && address.hostname !== 'localhost') {
      response.status(400).type('text').send('A dialog of the pane opens on the origin of the pane.\n');
      return;
    }
    if (address.hostname === 'localhost') address.hostname = '127.0.0.1';
    const page = await fetchPage(address);
    if (page === null) {
      response.status(502).type('html').send(NO_PANE);
      return;
    }
    const theme = text(request, 'theme');
    const data = {
      document: document.id,
      program: document.program,
      host: HOSTS[document.program],
      name: document.name,
      language: text(request, 'language') || 'en-US',
      persona: text(request, 'as') || (personas[0]?.id ?? ''),
      'token-path': tokenPath,
      nested: isNested ? text(request, 'nested') || 'silent' : '',
      settings: JSON.stringify(document.settings),
      sets: JSON.stringify(setsIn(text(request, 'sets'))),
      colours: JSON.stringify(COLOURS[theme === 'dark' || theme === 'contrast' ? theme : 'default']),
      'read-only': String(document.isReadOnly),
      dialog: String(dialog !== ''),
    };
    const attributes = Object.entries(data).map(([name, value]) => `data-${name}="${escaped(value)}"`);
    const bridge = (isNested ? ['bridge', 'nested-bridge'] : ['bridge'])
      .map((name) => `<script src="${HERE}page/pane/${name}.js" ${attributes.join(' ')}></script>`)
      .join('');
    response.removeHeader('X-Frame-Options');
    response.set('Cache-Control', 'no-store');
    if (page.policy !== null) response.set('Content-Security-Policy', page.policy);
    response.type('html').send(withBridge(page.html, { bridge, base: address.pathname }));
  };
}

/** Puts the bridge first into the head, and office.js of this machine in the place of the hosted one. */
function withBridge(html: string, { bridge, base }: { readonly bridge: string; readonly base: string }): string {
  // Addresses that are relative to the page of the pane are so to its own address, not to this one.
  const relative = /((?:src|href)=")(?!https?:|\/|data:|#)(?:\.\/)?([^"]+")/g;
  const folder = base.slice(0, base.lastIndexOf('/') + 1);
  return html
    .replaceAll(relative, (_whole, before: string, after: string) => `${before}${folder}${after}`)
    .replaceAll(HOSTED, `${HERE}lib/`)
    .replace(/<head[^>]*>/, (head) => `${head}${bridge}`);
}

async function fetchPage(address: URL): Promise<{ readonly html: string; readonly policy: string | null } | null> {
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    if (!answer.ok || !(answer.headers.get('content-type') ?? '').includes('html')) return null;
    return { html: await answer.text(), policy: answer.headers.get('content-security-policy') };
  } catch {
    return null;
  }
}

/** Sets of an older Office: `powerpointapi:1.1,wordapi:1.3`; the others are as they are today. */
function setsIn(said: string): Readonly<Record<string, string>> {
  const sets = Object.fromEntries(
    [...said.matchAll(/(\w+):(\d+\.\d+)/g)].map(([, name = '', version = '']) => [name.toLowerCase(), version]),
  );
  // By the second one the npm build of office.js asks for what WordApi 1.4 has.
  return sets['wordapi'] === '1.3' ? { ...sets, wordapionline: '1.0' } : sets;
}

function text(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

const NO_PANE = `<!doctype html>
<html lang="en"><head><title>No task pane</title></head><body>
<main><h1>No task pane</h1><p>The service does not serve the pane: build it with npm run build, then reload.</p></main></body></html>`;
