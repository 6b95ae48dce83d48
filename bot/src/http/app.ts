import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import type { Actor, Ports } from '@plumbline/shared/application/use-case';
import type { LiveTopic } from '@plumbline/shared/contract/live';
import { LIVE_PATH } from '@plumbline/shared/contract/routes';
import type { DirectoryOf } from '../directory/open-directory.ts';
import { measureRequests } from '../telemetry/measure-requests.ts';
import { logRequests } from '../telemetry/log-requests.ts';
import { isPassing } from '../stores/store-unavailable.ts';
import { faultForLog, type Logger } from '../telemetry/logger.ts';
import { authenticate, type Identity } from './authenticate.ts';
import { factsOf } from './facts.ts';
import { healthRoutes, refuseUntil } from './health.ts';
import { limitRates, type Limits } from './limits.ts';
import { createLiveHub, type LiveHub } from './live.ts';
import { mountOperations, type OperationTable, type UseCasesOf } from './mount-operations.ts';
import { openApiOf } from './openapi.ts';
import { sendProblem, type ProblemError } from './problems.ts';
import { tellTime, type ServiceClock } from './service-clock.ts';
import { serveAddin, serveTab, type PageOptions } from './static.ts';

export interface AppOptions<T extends OperationTable> {
  readonly operations: T;
  readonly useCases: UseCasesOf<T>;
  readonly mayWatch: (ports: Ports, actor: Actor, topic: LiveTopic) => Promise<boolean>;
  readonly ports: Ports;
  readonly identity: Identity;
  /** `null`: teams of Microsoft Teams are not read here. */
  readonly directoryOf: DirectoryOf | null;
  readonly clock: ServiceClock;
  readonly limits: Limits;
  readonly logger: Logger;
  readonly isReady: () => Promise<boolean>;
  /** Whether anything but the health is told yet. */
  readonly isOpen: () => boolean;
  /** Hears of whatever an operation threw. */
  readonly hear: (fault: unknown) => void;
  /** `null`: this service has no tab. */
  readonly tab: PageOptions | null;
  /** `null`: this service has no pane for Word and PowerPoint. */
  readonly addin: PageOptions | null;
  /** What else answers at this origin: the stand-ins of local mode. */
  readonly beside: readonly Router[];
  /** Whether browsers are told to come back over https only. */
  readonly httpsOnly: boolean;
}

/** Everything that the service answers over HTTP. */
export function createApp<T extends OperationTable>(
  options: AppOptions<T>,
): { readonly app: Express; readonly live: LiveHub } {
  const { limits, clock, ports } = options;
  const live = createLiveHub({
    ports,
    clock,
    mayWatch: options.mayWatch,
    heartbeat: limits.heartbeat,
    streamsPerPerson: limits.streamsPerPerson,
    backlog: limits.streamBacklog,
  });
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(measureRequests(), logRequests(options.logger), securityHeaders(options.httpsOnly));
  app.use(healthRoutes(options.isReady), refuseUntil(options.isOpen), ...options.beside);

  const api = express.Router({ caseSensitive: true, strict: true });
  api.use(tellTime(clock), apiHeaders);
  api.get('/openapi.json', compression(), describeApi(options.operations));
  api.use(authenticate(options.identity, ports), ...limitRates(limits));
  app.use('/api', api);
  // Before compression, which would hold a stream back.
  app.get(LIVE_PATH, live.handle);
  const door = { ports, bodyLimit: limits.body, directoryOf: options.directoryOf };
  app.use(compression(), mountOperations(options.operations, options.useCases, door));

  if (options.tab) mountPage(app, '/tab', serveTab(options.tab));
  if (options.addin) mountPage(app, '/addin', serveAddin(options.addin));
  app.use((request, response) => {
    sendProblem(request, response, { kind: 'route.unknown' });
  });
  app.use(answerFaults(options));
  return { app, live };
}

/** Below its folder, and not at the folder's own name: what a page names beside itself would be beside the folder. */
function mountPage(app: Express, path: string, page: Router): void {
  app.get(path, (request, response, next) => {
    if (request.path.endsWith('/')) next();
    else response.redirect(308, `${path}/`);
  });
  app.use(path, page);
}

/** X-Frame-Options and the opener policy stay out: Teams frames the tab and signs in with a window of its own. */
function securityHeaders(httpsOnly: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: false,
    xFrameOptions: false,
    crossOriginOpenerPolicy: false,
    strictTransportSecurity: httpsOnly ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
}

const apiHeaders: RequestHandler = (_request, response, next) => {
  response.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  next();
};

function describeApi(operations: OperationTable): RequestHandler {
  const description = JSON.stringify(openApiOf(operations));
  return (request, response) => {
    factsOf(request).operation = 'describeApi';
    response.set('Cache-Control', 'no-cache').type('application/json').send(description);
  };
}

/** The edge: what was thrown becomes a problem, and the caller learns no more of a fault than its instance. */
function answerFaults({ logger, hear }: Pick<AppOptions<OperationTable>, 'logger' | 'hear'>): ErrorRequestHandler {
  // Express tells handlers of faults by their four parameters.
  // eslint-disable-next-line @typescript-eslint/max-params
  return (fault: unknown, request, response, next) => {
    hear(fault);
    if (response.headersSent) {
      next(fault);
      return;
    }
    // Nobody is there any more to be answered, and nothing is wrong with us.
    if (request.destroyed && !request.complete) {
      response.destroy();
      return;
    }
    const known = doorErrorOf(fault);
    const problem = sendProblem(request, response, known ?? { kind: 'service.fault' });
    if (!known) logger.error({ instance: problem.instance, ...faultForLog(fault) }, 'fault');
  };
}

/** What Express throws at what was sent, and what will pass; `null` for a fault of ours. */
function doorErrorOf(fault: unknown): ProblemError | null {
  if (isPassing(fault)) return { kind: 'service.unavailable' };
  // A path that is not percent-encoded text names nothing.
  const isBadPath = typeof fault === 'object' && fault !== null && 'name' in fault && fault.name === 'URIError';
  return isBadPath ? { kind: 'route.unknown' } : null;
}
