import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Express, Router } from 'express';
import type { Actor, Engines, Ports } from '@plumbline/shared/application/use-case';
import type { LiveTopic } from '@plumbline/shared/contract/live';
import { SECOND, type Duration } from '@plumbline/shared/kernel/instant';
import { NewerForm } from '@plumbline/shared/records/record';
import type { DirectoryOf } from './directory/open-directory.ts';
import { answerUnreadable } from './http/answer-unreadable.ts';
import { createApp } from './http/app.ts';
import type { Identity } from './http/authenticate.ts';
import { LIMITS, type Limits } from './http/limits.ts';
import type { OperationTable, UseCasesOf } from './http/mount-operations.ts';
import type { ServiceClock } from './http/service-clock.ts';
import type { PageOptions } from './http/static.ts';
import type { Bot } from './open-bot.ts';
import { keepCounts } from './schedule/keep-counts.ts';
import { keepGoing, type Round } from './schedule/keep-going.ts';
import { keepNudging } from './schedule/keep-nudging.ts';
import { shareAnswer } from './share-answer.ts';
import { faultForLog, type Logger } from './telemetry/logger.ts';
import { runAs } from './telemetry/running-operation.ts';

/** What the service does: the product's operations, or a test's own few. */
export interface Product<T extends OperationTable> {
  readonly operations: T;
  readonly useCases: UseCasesOf<T>;
  /** Closes what is due and finishes what a crash interrupted. */
  readonly keepHouse: (ports: Ports) => Promise<void>;
  readonly mayWatch: (ports: Ports, actor: Actor, topic: LiveTopic) => Promise<boolean>;
}

export interface ServiceOptions<T extends OperationTable> {
  readonly product: Product<T>;
  readonly ports: Engines;
  readonly identity: Identity;
  /** Left out: teams of Microsoft Teams are not read here. */
  readonly directoryOf?: DirectoryOf;
  readonly clock: ServiceClock;
  readonly logger: Logger;
  readonly limits?: Partial<Limits>;
  /** `null`: this service has no tab. */
  readonly tab: PageOptions | null;
  /** Left out: this service has no pane for Word and PowerPoint. */
  readonly addin?: PageOptions;
  /** What else answers at this origin: the stand-ins of local mode. */
  readonly beside?: readonly Router[];
  /** What people say in chats, and what is said to them unasked; left out: this service has no bot. */
  readonly bot?: Bot;
  /** Whether browsers are told to come back over https only. */
  readonly httpsOnly: boolean;
}

export interface Service {
  readonly app: Express;
  /**
   * Takes connections, and tells of its health alone until it has looked once for what a crash interrupted; then returns the port.
   * Rejects when the port cannot be had.
   */
  readonly start: (address: { readonly port: number; readonly host: string }) => Promise<number>;
  /**
   * Is ready no more, yet takes requests until whoever sends them has had time to see that, closing each connection with
   * its answer. Then takes no more, ends the live streams with a hint when to come back, lets requests under way finish
   * within the limit, and closes the store. Doing it twice does nothing more.
   */
  readonly stop: () => Promise<void>;
}

/** How often what is due is looked for, in the service's time. */
const HOUSEKEEPING: Duration = 30 * SECOND;
/** How long ballots are waited for before they are counted together. */
const COUNTING: Duration = SECOND / 4;

/** For how long everybody who asks whether the service is ready is told the same of its store, in the machine's time. */
const PINGED_EVERY: Duration = SECOND;

/** The service, put together and not yet started. */
export function createService<T extends OperationTable>(options: ServiceOptions<T>): Service {
  const { product, logger, clock } = options;
  const limits = { ...LIMITS, ...options.limits };
  const counting = keepCounts(
    { ...options.ports, tellFault: faultOf('lifecycle') },
    { after: COUNTING, onFault: faultOf('recount') },
  );
  const { ports } = counting;
  /** Keeping house was tried: what is not in order now is told by the health, and served as any instance serves it. */
  let hasLooked = false;
  let isInOrder = false;
  let isStopping = false;
  /** A newer version has written what this one cannot read: another instance is to be asked. */
  let isOutdated = false;
  let firstLook: Promise<void> | null = null;
  let house: Round | null = null;
  let nudging: Round | null = null;
  let keptAt = Number.NEGATIVE_INFINITY;
  let stopped: Promise<void> | null = null;

  async function keepHouse(): Promise<void> {
    keptAt = clock.now();
    await runAs('keepHouse', () => product.keepHouse(ports));
    isInOrder = true;
  }

  function faultOf(operation: string): (fault: unknown) => void {
    return (fault) => {
      hear(fault);
      logger.error({ operation, ...faultForLog(fault) }, 'fault');
    };
  }

  function hear(fault: unknown): void {
    if (isOutdated || !(fault instanceof NewerForm)) return;
    isOutdated = true;
    logger.warn('a newer version writes here: this instance is ready no more');
  }

  const storeAnswers = shareAnswer(
    () =>
      ports.store.ping().then(
        () => true,
        () => false,
      ),
    PINGED_EVERY,
  );

  async function isReady(): Promise<boolean> {
    if (!isInOrder || isStopping || isOutdated) return false;
    return storeAnswers();
  }

  const { app, live } = createApp({
    ...options,
    ...product,
    ports,
    limits,
    isReady,
    isOpen: () => hasLooked,
    hear,
    addin: options.addin ?? null,
    directoryOf: options.directoryOf ?? null,
    beside: [...(options.beside ?? []), ...(options.bot ? [options.bot.door({ ports, hear, limits })] : [])],
  });
  const server = createServer(
    {
      maxHeaderSize: limits.headers,
      requestTimeout: limits.request,
      headersTimeout: limits.request,
      keepAliveTimeout: limits.idle,
    },
    (request, response) => {
      if (isStopping) response.setHeader('Connection', 'close');
      app(request, response);
    },
  );
  server.on('clientError', (fault, socket) => {
    answerUnreadable(fault, socket, limits.headers);
  });

  async function stop(): Promise<void> {
    isStopping = true;
    const schedules = [firstLook, house?.stop(), nudging?.stop()];
    if (server.listening) await wait(limits.drain);
    live.close();
    await Promise.all([closeServer(server, limits.stop), ...schedules]);
    await counting.stop();
    await ports.store.close();
  }

  return {
    app,
    async start(address) {
      // Whoever starts the process asks whether it is alive, and may end it long before all of it is in order.
      const port = await listen(server, address);
      const tellFault = faultOf('keepHouse');
      firstLook = keepHouse().catch(tellFault);
      await firstLook;
      hasLooked = true;
      if (isStopping) return port;
      const look = Math.min(HOUSEKEEPING, SECOND);
      const isDue = (): boolean => !isInOrder || clock.now() - keptAt >= HOUSEKEEPING;
      house = keepGoing({ look, isDue, work: keepHouse, onFault: tellFault });
      const { bot } = options;
      if (bot) nudging = keepNudging({ ports, messenger: bot.messenger, onFault: faultOf('nudge') });
      return port;
    },
    stop: () => (stopped ??= stop()),
  };
}

function listen(server: Server, address: { readonly port: number; readonly host: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : address.port);
    });
  });
}

/** Connections that stay open with nothing to do are closed at once, those with a request when it is answered. */
async function closeServer(server: Server, most: number): Promise<void> {
  if (!server.listening) return;
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const giveUp = setTimeout(() => server.closeAllConnections(), most);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(sweep);
  clearTimeout(giveUp);
}
