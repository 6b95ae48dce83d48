import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';
import { factsOf } from './facts.ts';

/** A page that was built, and where it may be shown. */
export interface PageOptions {
  /** The built page. */
  readonly folder: string;
  /** Who may frame it besides itself: `TEAMS_HOSTS`, `OFFICE_HOSTS`. */
  readonly frameAncestors: readonly string[];
  /** Where people sign in whom no host signs in without the page; left out where nobody can. */
  readonly signIn?: SignInPlace;
}

/** Where a page signs people in by itself. */
export interface SignInPlace {
  /** The authority with its tenant: `https://login.microsoftonline.com/<tenant>`. */
  readonly authority: string;
  readonly clientId: string;
  /** What a token for the service is asked for with. */
  readonly scope: string;
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

/** Where Word and PowerPoint on the web run, and what frames them; on a desktop nothing frames the pane. */
export const OFFICE_HOSTS = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://*.sharepoint.com',
  'https://teams.microsoft.com',
];

/** Vite puts this where a nonce belongs; each copy of the page gets one of its own. */
const NONCE_PLACEHOLDER = 'CSP_NONCE';

/** teams-js reads the list of hosts that it trusts from here. */
const TEAMS_JS_HOSTS = 'https://res.cdn.office.net';

/** Where office.js comes from, which fetches the rest of itself from there too. */
const OFFICE_JS_HOST = 'https://appsforoffice.microsoft.com';

/** Serves the tab at `/tab/`. */
export function serveTab(options: PageOptions): Router {
  // A page in a browser redeems its code for a token by itself.
  const authority = options.signIn === undefined ? '' : ` ${new URL(options.signIn.authority).origin}`;
  return serveBuilt(options, { name: 'tab', also: { connect: `${TEAMS_JS_HOSTS}${authority}` } });
}

/**
 * Serves the task pane of Word and PowerPoint at `/addin/`. It makes documents in a worker of its own; its tokens come from Office, so that
 * it asks nobody but the service.
 */
export function serveAddin(options: PageOptions): Router {
  return serveBuilt(options, { name: 'addin', also: { script: OFFICE_JS_HOST, worker: "'self'" } });
}

/** What a page needs beside itself. */
interface Also {
  readonly connect?: string;
  readonly script?: string;
  readonly worker?: string;
}

/** Serves hashed assets for ever, and the page afresh for every address inside it. */
function serveBuilt(
  options: PageOptions,
  { name, also }: { readonly name: 'tab' | 'addin'; readonly also: Also },
): Router {
  const page = readFileSync(join(options.folder, 'index.html'), 'utf8');
  const router = express.Router();
  router.use((request, _response, next) => {
    factsOf(request).operation = name;
    next();
  });
  router.use(
    '/assets',
    express.static(join(options.folder, 'assets'), { immutable: true, maxAge: '365d', index: false, redirect: false }),
  );
  router.get('/sign-in.json', (_request, response) => {
    response.set('Cache-Control', 'no-cache').json(options.signIn ?? null);
  });
  // A missing file is missing; only what looks like a page gets the page.
  router.get(/^\/(?:(?!assets\/)[^.]*|index\.html)$/, (_request, response) => {
    const nonce = randomBytes(18).toString('base64');
    response.set('Content-Security-Policy', policyOf(nonce, options.frameAncestors, also));
    response.set('Cache-Control', 'no-cache').type('html');
    response.send(page.replaceAll(NONCE_PLACEHOLDER, nonce));
  });
  router.use(express.static(options.folder, { index: false, redirect: false, maxAge: '1h' }));
  return router;
}

/** Griffel makes its style elements in the page with the nonce; nothing inline runs or styles without it. */
function policyOf(nonce: string, frameAncestors: readonly string[], also: Also): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' ${also.script ?? ''}`.trimEnd(),
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${also.connect ?? ''}`.trimEnd(),
    ...(also.worker === undefined ? [] : [`worker-src ${also.worker}`]),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${frameAncestors.join(' ')}`.trimEnd(),
  ].join('; ');
}
