import type { Socket } from 'node:net';
import type { Request, RequestHandler, Response } from 'express';
import type { StoreChange } from '@plumbline/shared/application/ports/document-store';
import { IDS, meetingPlace, teamPlace } from '@plumbline/shared/application/places';
import type { Actor, Ports } from '@plumbline/shared/application/use-case';
import { liveTopic, MOST_LIVE_TOPICS, type LiveTopic } from '@plumbline/shared/contract/live';
import { isId } from '@plumbline/shared/kernel/ids';
import { instruments } from '../telemetry/instruments.ts';
import { callerOf } from './authenticate.ts';
import { factsOf } from './facts.ts';
import { sendProblem } from './problems.ts';
import { timeText, type ServiceClock } from './service-clock.ts';

export interface LiveOptions {
  readonly ports: Ports;
  readonly clock: ServiceClock;
  readonly mayWatch: (ports: Ports, actor: Actor, topic: LiveTopic) => Promise<boolean>;
  /** How often the service says its time on an idle stream, in milliseconds. */
  readonly heartbeat: number;
  /** The most streams that one person may have open. */
  readonly streamsPerPerson: number;
  /** The most bytes that may wait for one watcher before the watcher is cut off. */
  readonly backlog: number;
}

/** The live stream: who watches what, and the frames that tell them. */
export interface LiveHub {
  /** Answers `GET /api/live?topics=a,b` of an authenticated person. */
  readonly handle: RequestHandler;
  /** Ends every stream with a hint when to come back, and takes no more. */
  readonly close: () => void;
}

interface Watcher {
  readonly response: Response;
  /** The headers are out and the body has no chunks, so frames go past the response: half the work for a thousand. */
  readonly socket: Socket;
  /** What it watches, by tenant. */
  readonly topics: readonly string[];
  readonly expiresAt: number;
}

/** Spread over this many milliseconds, so that they do not all come back at once. */
const RECONNECT_SPREAD = 2_000;

/**
 * Tells watchers the revision of what they watch, never more. A change is put into words once, however many watch; of a
 * team's changes that come together only the last is told. Watchers who fall behind are cut off: they reconnect and look
 * again.
 */
export function createLiveHub(options: LiveOptions): LiveHub {
  const { ports, clock } = options;
  const watchersOf = new Map<string, Set<Watcher>>();
  const streams = new Map<string, number>();
  /** Counts what was told of a topic, so that a state read before is not told after. */
  const told = new Map<string, number>();
  const all = new Set<Watcher>();
  const pending = new Map<string, string>();
  let isClosed = false;

  const unwatch = ports.store.watch((change) => {
    const moved = movedBy(change);
    if (!moved || !watchersOf.has(moved.key)) return;
    const isFirst = pending.size === 0;
    pending.set(moved.key, moved.revision);
    // A meeting moves once a command: told now, and not after the durable writes that follow in the same turn.
    if (moved.isMeeting) flush();
    else if (isFirst) setImmediate(flush);
  });
  const stopClock = clock.onChange(() => writeAll(timeFrame()));
  const heart = setInterval(beat, options.heartbeat);
  heart.unref();

  function flush(): void {
    for (const [key, revision] of pending) {
      told.set(key, (told.get(key) ?? 0) + 1);
      const frame = signalFrame(key, revision);
      for (const watcher of watchersOf.get(key) ?? []) write(watcher, frame);
    }
    pending.clear();
  }

  function beat(): void {
    const now = Date.now();
    for (const watcher of all) {
      if (watcher.expiresAt <= now) watcher.response.end();
    }
    writeAll(timeFrame());
  }

  function writeAll(frame: Buffer): void {
    for (const watcher of all) write(watcher, frame);
  }

  function timeFrame(): Buffer {
    return Buffer.from(`event: time\ndata: ${timeText(clock)}\n\n`);
  }

  /** Whoever looks next may be served by another instance: it must have seen what is told here. */
  function signalFrame(key: string, revision: string): Buffer {
    const seen = ports.store.seenUntil();
    const signal = { topic: topicIn(key), revision, ...(seen !== null && { seen }) };
    return Buffer.from(`event: signal\ndata: ${JSON.stringify(signal)}\n\n`);
  }

  function write(watcher: Watcher, frame: Buffer): void {
    const { response, socket } = watcher;
    if (response.writableEnded || socket.destroyed) return;
    if (socket.writableLength > options.backlog) response.destroy();
    else socket.write(frame);
  }

  function add(watcher: Watcher): void {
    all.add(watcher);
    instruments().watchers.add(1);
    for (const key of watcher.topics) {
      const watchers = watchersOf.get(key) ?? new Set();
      watchersOf.set(key, watchers.add(watcher));
    }
    watcher.response.on('close', () => remove(watcher));
  }

  function remove(watcher: Watcher): void {
    all.delete(watcher);
    instruments().watchers.add(-1);
    for (const key of watcher.topics) {
      const watchers = watchersOf.get(key);
      watchers?.delete(watcher);
      if (watchers?.size !== 0) continue;
      watchersOf.delete(key);
      told.delete(key);
    }
  }

  /** Asked anew after each wait. */
  function hasClosed(): boolean {
    return isClosed;
  }

  /** Counts a stream before it is known whether it begins, until its response is over; not where there are enough. */
  function reserve(person: string, response: Response): boolean {
    const open = streams.get(person) ?? 0;
    if (open >= options.streamsPerPerson) return false;
    streams.set(person, open + 1);
    response.once('close', () => {
      const left = (streams.get(person) ?? 1) - 1;
      if (left > 0) streams.set(person, left);
      else streams.delete(person);
    });
    return true;
  }

  /** Tells where a topic stands, unless a change of it was told while that was read. */
  async function tellState(watcher: Watcher, topic: { readonly key: string; readonly tenant: string }): Promise<void> {
    const before = told.get(topic.key);
    const revision = await revisionOf(ports, topic.tenant, topicIn(topic.key));
    if (told.get(topic.key) === before) write(watcher, signalFrame(topic.key, revision));
  }

  async function handle(request: Request, response: Response): Promise<void> {
    factsOf(request).operation = 'watchLive';
    const topics = topicsIn(request.query['topics']);
    if (!topics) {
      const fault = { pointer: '', kind: 'query.topics', values: { most: MOST_LIVE_TOPICS } } as const;
      return void sendProblem(request, response, { kind: 'request.invalid', faults: [fault] });
    }
    const { actor, expiresAt } = callerOf(request);
    const person = `${actor.tenant}|${actor.person}`;
    if (hasClosed()) return void sendProblem(request, response, { kind: 'service.unavailable' });
    if (hasLeft(response)) return;
    if (!reserve(person, response)) {
      return void sendProblem(request, response, { kind: 'request.too-many', retryAfter: 30 });
    }
    const allowed = await Promise.all(topics.map((topic) => options.mayWatch(ports, actor, topic)));
    if (!allowed.every(Boolean)) return void sendProblem(request, response, { kind: 'thing.not-found' });
    if (hasClosed()) return void sendProblem(request, response, { kind: 'service.unavailable' });
    const { socket } = response;
    if (hasLeft(response) || !socket) return;
    beginStream(response);
    const keys = topics.map((topic) => keyOf(actor.tenant, topic));
    const watcher = { response, socket, topics: keys, expiresAt };
    add(watcher);
    write(watcher, timeFrame());
    await Promise.all(keys.map((key) => tellState(watcher, { key, tenant: actor.tenant })));
  }

  return {
    handle,
    close() {
      isClosed = true;
      unwatch();
      stopClock();
      clearInterval(heart);
      for (const { response } of all) {
        response.end(`retry: ${Math.ceil(RECONNECT_SPREAD * (0.5 + ports.random()))}\n\n`);
      }
    },
  };
}

function hasLeft(response: Response): boolean {
  return response.destroyed;
}

/** The end of the connection ends the stream, so that every frame is one plain write, without chunks around it. */
function beginStream(response: Response): void {
  response.useChunkedEncodingByDefault = false;
  response.shouldKeepAlive = false;
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.socket?.setNoDelay(true);
  response.socket?.setTimeout(0);
  response.flushHeaders();
}

function topicsIn(query: unknown): readonly LiveTopic[] | null {
  if (typeof query !== 'string' || query === '') return null;
  const topics = new Set<LiveTopic>();
  for (const part of query.split(',', MOST_LIVE_TOPICS + 1)) {
    const topic = liveTopic.safeParse(part);
    if (!topic.success) return null;
    topics.add(topic.data);
  }
  return topics.size > MOST_LIVE_TOPICS ? null : [...topics];
}

function keyOf(tenant: string, topic: string): string {
  return `${tenant}|${topic}`;
}

function topicIn(key: string): string {
  return key.slice(key.indexOf('|') + 1);
}

interface Moved {
  readonly key: string;
  readonly revision: string;
  readonly isMeeting: boolean;
}

const PLACES = /^t\|([^|]+)\|(m|team)\|([^|]+)$/;

/** The topic that a committed write moves, if any: a meeting's own document, or anything of a team. */
function movedBy(change: StoreChange): Moved | null {
  const [, tenant, kind, topic] = PLACES.exec(change.place.partition) ?? [];
  if (tenant === undefined || topic === undefined) return null;
  const isMeeting = change.place.container === 'core' && kind === 'm' && change.id === IDS.meeting;
  const isTeam = change.place.container === 'teams' && kind === 'team';
  const key = keyOf(tenant, topic);
  if (isMeeting) return { key, revision: revisionIn(change.document?.body['revision']), isMeeting };
  return isTeam ? { key, revision: revisionIn(change.document?.etag), isMeeting } : null;
}

async function revisionOf(ports: Ports, tenant: string, topic: string): Promise<string> {
  if (isId('meeting', topic)) {
    const document = await ports.store.read(meetingPlace(tenant, topic), IDS.meeting);
    return revisionIn(document?.body['revision']);
  }
  if (!isId('team', topic)) return GONE;
  const document = await ports.store.read(teamPlace(tenant, topic), IDS.team);
  return revisionIn(document?.etag);
}

/** The revision of what was deleted. */
const GONE = 'gone';

function revisionIn(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : GONE;
}
