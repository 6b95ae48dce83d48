import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';
import { factsOf } from './facts.ts';

export interface TabOptions {
  /** The built tab. */
  readonly folder: string;
  /** Who may frame it besides itself: `TEAMS_HOSTS`. */
  readonly frameAncestors: readonly string[];
}

/** Where Teams, Outlook and the Microsoft 365 app run (Microsoft Learn, "Tab requirements"). */
export const TEAMS_HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.microsoft.us',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office365.com',
];

/** Vite puts this where a nonce belongs; each copy of the page gets one of its own. */
const NONCE_PLACEHOLDER = 'CSP_NONCE';

/** teams-js reads the list of hosts that it trusts from here. */
const TEAMS_JS_HOSTS = 'https://res.cdn.office.net';

/** Serves the tab at `/tab/`: hashed assets for ever, its page afresh for every address inside it. */
export function serveTab(options: TabOptions): Router {
  const page = readFileSync(join(options.folder, 'index.html'), 'utf8');
  const router = express.Router();
  router.use((request, _response, next) => {
    factsOf(request).operation = 'tab';
    next();
  });
  router.use(
    '/assets',
    express.static(join(options.folder, 'assets'), { immutable: true, maxAge: '365d', index: false, redirect: false }),
  );
  // A missing file is missing; only what looks like a page of the tab gets the page.
  router.get(/^\/(?:(?!assets\/)[^.]*|index\.html)$/, (_request, response) => {
    const nonce = randomBytes(18).toString('base64');
    response.set('Content-Security-Policy', policyOf(nonce, options.frameAncestors));
    response.set('Cache-Control', 'no-cache').type('html');
    response.send(page.replaceAll(NONCE_PLACEHOLDER, nonce));
  });
  router.use(express.static(options.folder, { index: false, redirect: false, maxAge: '1h' }));
  return router;
}

/** Griffel makes its style elements in the page with the nonce; nothing inline runs or styles without it. */
function policyOf(nonce: string, frameAncestors: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${TEAMS_JS_HOSTS}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${frameAncestors.join(' ')}`.trimEnd(),
  ].join('; ');
}
