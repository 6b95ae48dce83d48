import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFile } from 'node:fs/promises';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { isFromThisMachine } from '../entra/loopback.ts';
import type { Persona } from '../entra/persona.ts';
import { BUGS, switched } from './bugs.ts';
import { answerCall } from './host-calls.ts';
import { OpenDocuments, type OpenDocument, type Program } from './open-documents.ts';
import { NESTED_TOKEN_PATH, nestedTokenRoute, type NestedDirectory } from './nested-token.ts';
import { deckOutline, textOutline } from './outline.ts';
import { paneRoute } from './pane-route.ts';
import { Renderer } from './rendering.ts';
import type { SampleFile } from './samples.ts';

/** Where everything of Local Office is, below the origin that serves it. */
export const LOCAL_OFFICE_PATH = '/local/office';

const PAGE_DIR = join(import.meta.dirname, 'page');
const TEAMS_STYLE = join(import.meta.dirname, '..', 'teams', 'page', 'style');
/** The official office.js, as npm has it. */
const require = createRequire(import.meta.url);
const OFFICE_JS_DIR = dirname(require.resolve('@microsoft/office-js/dist/office.js'));

/** A deck of a hundred slides with pictures has some ten megabytes; what is larger than this, a browser would choke on. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** How Local Office is set up. */
export interface LocalOfficeOptions {
  /** Who can sign in; the first does until another is chosen. */
  readonly personas: readonly Persona[];
  /** Where tokens are had: a local issuer's endpoint. */
  readonly tokenPath?: string;
  /** The directory of nested app authentication; an Office without it has its older way alone. */
  readonly nested?: NestedDirectory;
  /** Where the task pane is: a path on this origin, or the full address of a development server. */
  readonly paneUrl?: string;
  /** Whether pages are drawn with LibreOffice where there is one; tests look at outlines. */
  readonly draws?: boolean;
  /** A file for each program that is open before one is chosen. */
  readonly samples?: Partial<Readonly<Record<Program, SampleFile>>>;
}

const calls = z.object({ dispId: z.number().int(), params: z.array(z.unknown()) });
const settings = z.record(z.string(), z.string());

/**
 * Serves a page on which a real .pptx or .docx is open beside the task pane, as in PowerPoint and Word on the desktop:
 * the official office.js in the pane works on that very file.
 *
 * Mount it at the root of the origin that also serves the pane, the API and the local issuer. It answers this machine only.
 */
export function createLocalOffice(options: LocalOfficeOptions): Router {
  const documents = new OpenDocuments();
  /** A document that is open; the sample of a program where nobody has opened a file of theirs. */
  const find = (id: string): OpenDocument | undefined => {
    const program = programIn(id);
    const sample = program && options.samples?.[program];
    if (program && sample && !documents.get(id)) documents.open({ id, program, ...sample });
    return documents.get(id);
  };
  const renderer = options.draws === false ? null : new Renderer();
  if (renderer) process.once('exit', () => renderer.close());
  const router = express.Router();
  const parseJson = express.json({ limit: MOST_BYTES * 2 });

  router.use(LOCAL_OFFICE_PATH, guardMachine);
  router.use(
    `${LOCAL_OFFICE_PATH}/pane`,
    paneRoute({
      find,
      paneUrl: options.paneUrl ?? '/addin/',
      tokenPath: options.tokenPath ?? '/local/entra/token',
      isNested: options.nested !== undefined,
      personas: options.personas,
    }),
  );
  if (options.nested) router.use(NESTED_TOKEN_PATH, nestedTokenRoute(options.nested, options.personas));
  router.use(LOCAL_OFFICE_PATH, securePage);
  router.get(LOCAL_OFFICE_PATH, async (request, response) => {
    const html = await readFile(join(PAGE_DIR, 'index.html'), 'utf8');
    const theme = ['dark', 'contrast'].find((known) => known === request.query['theme']) ?? 'default';
    response.type('html').send(html.replace('data-theme="default"', `data-theme="${theme}"`));
  });
  router.get(`${LOCAL_OFFICE_PATH}/config`, (_request, response) => {
    response.json({ personas: options.personas.map(({ id, name, title }) => ({ id, name, title })), bugs: BUGS });
  });
  // One look for everything that is only here.
  router.use(`${LOCAL_OFFICE_PATH}/style`, express.static(TEAMS_STYLE, { index: false }));
  router.use(`${LOCAL_OFFICE_PATH}/page`, express.static(PAGE_DIR, { index: false }));
  // The scripts of the programs carry what the npm build is too old to have.
  router.get(`${LOCAL_OFFICE_PATH}/lib/:file`, async (request, response, next) => {
    if (!/^(?:powerpoint|word)-win32-16\.01\.js$/.test(request.params.file)) {
      next();
      return;
    }
    const own = await readFile(join(OFFICE_JS_DIR, request.params.file), 'utf8');
    const newer = await readFile(join(PAGE_DIR, 'pane', 'newer-api.js'), 'utf8');
    response.type('js').send(`${own}\n;${newer}`);
  });
  router.use(`${LOCAL_OFFICE_PATH}/lib`, express.static(OFFICE_JS_DIR, { index: false }));

  const at = `${LOCAL_OFFICE_PATH}/documents/:id`;
  router.put(
    at,
    express.raw({ type: () => true, limit: MOST_BYTES }),
    (request: Request<{ id: string }>, response: Response) => {
      const program = programIn(request.query['program']);
      const bytes: unknown = request.body;
      if (!program) {
        refuse(response, 400, 'Say ?program=powerpoint or ?program=word.');
        return;
      }
      if (!(bytes instanceof Uint8Array) || bytes.length === 0) {
        refuse(response, 400, 'The file is empty.');
        return;
      }
      const name = typeof request.query['name'] === 'string' ? request.query['name'] : `document.${ENDINGS[program]}`;
      const opened = documents.open({ id: request.params.id, program, name, bytes });
      if (!opened.ok) {
        refuse(response, 422, opened.error);
        return;
      }
      response.json(viewOf(opened.value, null));
    },
  );
  router.use(at, (request: Request<{ id: string }>, response, next) => {
    const document = find(request.params.id);
    if (!document) {
      refuse(response, 404, 'No document is open here: open a file first.');
      return;
    }
    response.locals['document'] = document;
    next();
  });
  router.get(at, (_request, response) => {
    const document = openIn(response);
    response.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(document.name)}`);
    response.type(ENDINGS[document.program]).send(Buffer.from(document.bytes()));
  });
  router.get(`${at}/view`, (_request, response) => {
    response.json(viewOf(openIn(response), renderer));
  });
  router.get(`${at}/pages/:number`, (request: Request<{ id: string; number: string }>, response) => {
    const document = openIn(response);
    const page = renderer?.pages(document.bytes(), ENDINGS[document.program])?.[Number(request.params.number) - 1];
    if (page === undefined) {
      refuse(response, 404, 'This page is not drawn yet.');
      return;
    }
    response.sendFile(page);
  });
  router.post(`${at}/calls`, parseJson, (request, response) => {
    const document = openIn(response);
    const call = calls.safeParse(request.body);
    if (!call.success) {
      refuse(response, 400, 'Send {"dispId": number, "params": [...]}.');
      return;
    }
    const values = answerCall(document, call.data.dispId, call.data.params);
    response.json({ values, revision: document.revision });
  });
  router.put(`${at}/settings`, parseJson, (request, response) => {
    const said = settings.safeParse(request.body);
    if (!said.success) {
      refuse(response, 400, 'Send an object of texts.');
      return;
    }
    openIn(response).settings = said.data;
    response.json(said.data);
  });
  router.put(`${at}/switches`, parseJson, (request, response) => {
    const document = openIn(response);
    const body: unknown = request.body;
    document.bugs = switched(document.bugs, body);
    const said = z.object({ isReadOnly: z.boolean() }).safeParse(body);
    if (said.success) document.isReadOnly = said.data.isReadOnly;
    response.json({ bugs: document.bugs, isReadOnly: document.isReadOnly });
  });
  router.put(`${at}/selection`, parseJson, (request, response) => {
    const said = z.object({ slide: z.string() }).safeParse(request.body);
    if (!said.success || !openIn(response).select(said.data.slide)) {
      refuse(response, 400, 'There is no such slide.');
      return;
    }
    response.json({ selection: openIn(response).selection() });
  });
  // eslint-disable-next-line @typescript-eslint/max-params -- express tells what is for faults by its four parameters
  router.use(LOCAL_OFFICE_PATH, (fault: unknown, _request: Request, response: Response, next: NextFunction) => {
    const isTooLarge = fault instanceof Error && 'status' in fault && fault.status === 413;
    if (!isTooLarge) {
      next(fault);
      return;
    }
    refuse(response, 413, `The file is larger than ${MOST_BYTES / 1024 / 1024} MB: take pictures or slides out of it.`);
  });
  return router;
}

const ENDINGS = { powerpoint: 'pptx', word: 'docx' } as const;

function viewOf(document: OpenDocument, renderer: Renderer | null): object {
  const { id, program, name, revision, bugs, isReadOnly } = document;
  const pages = renderer?.pages(document.bytes(), ENDINGS[program])?.length ?? null;
  const shared = { id, program, name, revision, bugs, isReadOnly, pages };
  return program === 'powerpoint'
    ? { ...shared, ...deckOutline(document.pack), selection: document.selection() }
    : { ...shared, blocks: textOutline(document.pack) };
}

function openIn(response: Response): OpenDocument {
  const { document } = response.locals as { document: OpenDocument };
  return document;
}

function programIn(value: unknown): Program | null {
  return value === 'powerpoint' || value === 'word' ? value : null;
}

function refuse(response: Response, status: number, detail: string): void {
  response.status(status).json({ title: 'Local Office cannot do that.', status, detail });
}

function guardMachine(request: Request, response: Response, next: NextFunction): void {
  if (isFromThisMachine(request)) return next();
  response.status(403).type('text').send('Local mode answers this machine only. Open it at http://localhost.\n');
}

function securePage(_request: Request, response: Response, next: NextFunction): void {
  response.set({
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "frame-src 'self'",
      "frame-ancestors 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  });
  next();
}
