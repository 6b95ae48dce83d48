import { Agent, createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { listen } from '../running/listen.ts';

/** What became of one request. */
export interface Passed {
  readonly method: string;
  readonly path: string;
  /** `null`: there was none to take it. */
  readonly instance: string | null;
  /** `null`: its connection broke before it was answered to the end. */
  readonly status: number | null;
  /** Whether the instance had said that it takes no more on this connection. */
  readonly closes: boolean;
}

/**
 * A balancer as platforms have them: it holds its connections open, goes by readiness, and sends nothing twice.
 *
 * Of those it is the slowest: what says that it is going stays in until it has taken one more request of somebody.
 */
export interface Balancer {
  readonly origin: string;
  /** Every request that has ended so far, in the order of their ends. */
  readonly passed: readonly Passed[];
  readonly isIn: (instance: string) => boolean;
  readonly close: () => Promise<void>;
}

/** What an instance says about its connection to here, and not to whoever asked. */
const OF_THE_CONNECTION: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'transfer-encoding']);
const LOOK_EVERY = 100;
/** Its requests stay open, so they say nothing about what an instance still takes. */
const NEWS = '/api/live';
/** Longer than any test: a request that goes out as its idle connection is closed is lost between a person and here. */
const HELD_OPEN = 600_000;

/** Starts a balancer in front of instances that are known by their origins. */
export async function startBalancer(instances: readonly string[]): Promise<Balancer> {
  let isOver = false;
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const passed: Passed[] = [];
  const ready = new Set<string>();
  /** What has answered somebody since it is going. */
  const used = new Set<string>();
  let turn = 0;

  async function look(instance: string): Promise<void> {
    const answer = await fetch(`${instance}/health/ready`).catch(() => null);
    const isGoing = answer?.headers.get('connection') === 'close';
    if (answer?.status === 200) {
      ready.add(instance);
      used.delete(instance);
    } else if (!isGoing || used.has(instance)) ready.delete(instance);
  }

  async function keepLooking(): Promise<void> {
    while (!isOver) {
      await Promise.all(instances.map(look));
      await wait(LOOK_EVERY);
    }
  }

  function pass(from: IncomingMessage, to: ServerResponse): void {
    const placed = instances.filter((one) => ready.has(one));
    const { method = 'GET', url: path = '/' } = from;
    const instance = placed[turn % placed.length] ?? null;
    turn += 1;
    const note = (answer: IncomingMessage | null): void => {
      const status = answer?.statusCode ?? null;
      const closes = answer?.headers.connection === 'close';
      passed.push({ method, path, instance, status, closes });
      if (instance !== null && closes && !path.startsWith(NEWS)) used.add(instance);
    };
    if (instance === null) {
      note(null);
      to.writeHead(502).end();
      return;
    }
    const onward = ask(instance + path, { agent, method, headers: { ...from.headers, connection: 'keep-alive' } });
    onward.on('response', (answer) => {
      const headers = Object.entries(answer.headers).filter(([name]) => !OF_THE_CONNECTION.has(name));
      to.writeHead(answer.statusCode ?? 502, Object.fromEntries(headers));
      to.flushHeaders();
      answer.on('data', (piece: Buffer) => to.write(piece));
      answer.on('end', () => {
        note(answer);
        to.end();
      });
      answer.on('error', () => to.destroy());
      answer.on('aborted', () => {
        if (!to.destroyed) note(null);
      });
    });
    onward.on('error', () => {
      if (to.destroyed) return;
      if (to.headersSent) {
        to.destroy();
        return;
      }
      note(null);
      to.writeHead(502).end();
    });
    to.on('close', () => onward.destroy());
    from.pipe(onward);
  }

  const server = createServer({ keepAliveTimeout: HELD_OPEN }, pass);
  const origin = await listen(server);
  await Promise.all(instances.map(look));
  const looking = keepLooking();
  return {
    origin: origin.replace('127.0.0.1', 'localhost'),
    passed,
    isIn: (instance) => ready.has(instance),
    async close() {
      isOver = true;
      await looking;
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
