import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { isFromThisMachine } from '../entra/loopback.ts';
import type { Persona } from '../entra/persona.ts';
import { createLocalChat, type LocalChatOptions } from './connector/local-chat.ts';
import { createTenant, type ChannelTab, type StageShare } from './tenant.ts';

/** Where the page's own files and endpoints are, below the origin it is served from. */
const LOCAL_TEAMS_PATH = '/local/teams';

/** The renderer of cards that Teams' own is made from, as its package ships it for browsers. */
const ADAPTIVE_CARDS = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

const PAGE_DIR = join(import.meta.dirname, 'page');

export interface LocalTeamsOptions {
  /** Everybody one can be, in the order in which the picker shows them. */
  readonly personas: readonly Persona[];
  /** The Teams app id of the manifest: deep links to it open the tab, links to others say what Teams would do. */
  readonly appId: string;
  /** Where the tab is; a path on this origin, or the full address of a development server. */
  readonly tabUrl?: string;
  /** Where tokens are had: a local issuer's endpoint. */
  readonly tokenPath?: string;
  /** Where the product says who somebody is, with the teams and meetings. */
  readonly mePath?: string;
  /** Where the rate of time is set. */
  readonly timePath?: string;
  /** The bot and its channel; without, the page has no chats. */
  readonly chat?: LocalChatOptions;
}

/** What the page is told at its start. */
export type PageConfig = Required<Omit<LocalTeamsOptions, 'chat'>> & {
  /** The bot's app id in the channel; empty where there is none to chat with. */
  readonly botId: string;
  readonly botName: string;
};

/**
 * Serves a page at `/` that looks and acts like Microsoft Teams, for development: rail, channels, meetings, the stage,
 * and the teams-js host protocol around the real tab in a frame.
 *
 * Mount it at the root of the origin that also serves the tab, the API and the local issuer. Its answers carry a content
 * security policy of their own; it answers this machine only.
 */
export function createLocalTeams({ chat, ...options }: LocalTeamsOptions): Router {
  const config: PageConfig = {
    tabUrl: '/tab/',
    tokenPath: '/local/entra/token',
    mePath: '/api/me',
    timePath: '/local/time',
    botId: chat?.bot.id ?? '',
    botName: chat?.bot.name ?? '',
    ...options,
  };
  const tenant = createTenant();
  const router = express.Router();

  const protect = [guardMachine, securePage(config.tabUrl)];
  router.get('/', ...protect, async (request, response) => {
    const html = await readFile(join(PAGE_DIR, 'index.html'), 'utf8');
    // Written into the page, so that a dark window does not flash before its script runs.
    const theme = ['dark', 'contrast'].find((known) => known === request.query['theme']) ?? 'default';
    response.type('html').send(html.replace('data-theme="default"', `data-theme="${theme}"`));
  });
  router.use(LOCAL_TEAMS_PATH, ...protect);
  router.use(`${LOCAL_TEAMS_PATH}/page`, express.static(PAGE_DIR, { index: false, setHeaders: allowShortCache }));
  router.get(`${LOCAL_TEAMS_PATH}/adaptivecards.js`, (_request, response) => {
    allowShortCache(response);
    response.sendFile(ADAPTIVE_CARDS);
  });
  if (chat !== undefined) router.use(LOCAL_TEAMS_PATH, createLocalChat({ ...chat, personas: options.personas }));
  router.get(`${LOCAL_TEAMS_PATH}/config`, (_request, response) => {
    response.json(config);
  });
  router.get(`${LOCAL_TEAMS_PATH}/tenant`, (_request, response) => {
    response.json(tenant.view());
  });

  const parseBody = express.json({ limit: '16kb' });
  router.put(`${LOCAL_TEAMS_PATH}/stages/:meeting`, parseBody, (request, response) => {
    const share = parseShare(request.body);
    if (share === undefined) {
      refuse(response, 'Send {"url": "...", "by": "..."}.');
      return;
    }
    tenant.share(request.params.meeting, share);
    response.json(tenant.view());
  });
  router.delete(`${LOCAL_TEAMS_PATH}/stages/:meeting`, (request, response) => {
    tenant.stopSharing(request.params.meeting);
    response.json(tenant.view());
  });
  router.put(`${LOCAL_TEAMS_PATH}/tabs/:team`, parseBody, (request, response) => {
    const tab = parseTab(request.body);
    if (tab === undefined) {
      refuse(response, 'Send {"entityId", "contentUrl", "websiteUrl", "name"} as texts.');
      return;
    }
    tenant.addTab(request.params.team, tab);
    response.json(tenant.view());
  });
  return router;
}

function guardMachine(request: Request, response: Response, next: NextFunction): void {
  if (isFromThisMachine(request)) return next();
  response.status(403).type('text').send('Local mode answers this machine only. Open it at http://localhost.\n');
}

/** The room view loads this page five times at once; ten seconds are enough for one to serve the other four. */
function allowShortCache(response: Response): void {
  response.set('Cache-Control', 'private, max-age=10');
}

function securePage(tabUrl: string) {
  const tabOrigin = URL.canParse(tabUrl) ? new URL(tabUrl).origin : '';
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `frame-src 'self' ${tabOrigin}`.trimEnd(),
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return (_request: Request, response: Response, next: NextFunction): void => {
    response.set({
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
    });
    // Older than frame-ancestors and stricter than it here: the room view frames this page several times.
    response.removeHeader('X-Frame-Options');
    next();
  };
}

function refuse(response: Response, detail: string): void {
  response.status(400).json({ title: 'That is not what this endpoint takes.', status: 400, detail });
}

function parseShare(body: unknown): StageShare | undefined {
  const [url, by] = [textIn(body, 'url'), textIn(body, 'by')];
  return url === undefined || by === undefined ? undefined : { url, by };
}

function parseTab(body: unknown): ChannelTab | undefined {
  const entityId = textIn(body, 'entityId');
  const contentUrl = textIn(body, 'contentUrl');
  const websiteUrl = textIn(body, 'websiteUrl');
  const name = textIn(body, 'name');
  if (entityId === undefined || contentUrl === undefined || websiteUrl === undefined || name === undefined) {
    return undefined;
  }
  return { entityId, contentUrl, websiteUrl, name };
}

function textIn(body: unknown, key: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = Object.entries(body).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : undefined;
}
