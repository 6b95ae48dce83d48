import { ALIVE_PATH, LIVE_PATH, TIME_HEADER } from '../contract/routes.ts';
import type { Duration, Instant } from '../kernel/instant.ts';
import { readEvents, type StreamEvent } from './event-stream.ts';
import { pause, type Web } from './web.ts';

/** Something that moved. `revision` is `null` when that is not known: look it up again in any case. */
export interface LiveNews {
  readonly topic: string;
  readonly revision: string | null;
}

/** `live`: told at once. `polling`: asked to look every 2 to 5 s. `offline`: the service cannot be reached. */
export type LiveState = 'live' | 'polling' | 'offline';

export interface LiveOptions {
  /** Ids of meetings and teams. */
  readonly topics: readonly string[];
  /**
   * Called with the revision of every topic when the watch begins, at every change, with `null` for every topic after a
   * reconnect, and with `null` every 2 to 5 s while polling.
   */
  readonly onSignal: (news: LiveNews) => void;
  /** Called when the state changes, first when it is known. */
  readonly onState: (state: LiveState) => void;
}

/** Where to connect, and as whom. */
export interface LiveConnection extends Web {
  readonly baseUrl: string;
  readonly token: () => Promise<string>;
  /**
   * Takes one of the few lines that may be held open to the service: the function that gives it back, or `null` when none is
   * free. A browser has six connections to an origin; were all of them streams, nothing else would ever get through.
   */
  readonly takeLine: () => Promise<(() => void) | null>;
  /** Takes the service's time wherever the stream says it. */
  readonly hear: (time: string | null, asked: { readonly sent: Instant; readonly received: Instant }) => void;
  /** Takes how far the service had seen when it said that something moved. */
  readonly hearSeen: (seen: string) => void;
}

/** Until the first event; proxies that hold a stream back show themselves here. */
const FIRST_EVENT: Duration = 8_000;
/** The service says something every 15 s: two silences in a row are a dead line. */
const SILENCE: Duration = 35_000;
const SHORTEST_POLL: Duration = 2_000;
const LONGEST_POLL: Duration = 5_000;
const FIRST_RETRY: Duration = 500;
const LONGEST_RETRY: Duration = 20_000;
/** Until the next look for a free line. */
const NO_LINE: Duration = 10_000;

/** Watches topics over the live stream, by polling where a stream cannot be had; returns the function that ends it. */
export function watchLive(connection: LiveConnection, options: LiveOptions): () => void {
  const stop = connection.newAbort();
  let state: LiveState | null = null;

  function enter(next: LiveState): void {
    if (stop.signal.aborted || state === next) return;
    state = next;
    options.onState(next);
  }

  function tell(news: LiveNews): void {
    if (!stop.signal.aborted) options.onSignal(news);
  }

  void keepWatching({ connection, topics: options.topics, stop: stop.signal, enter, tell });
  return () => stop.abort();
}

interface Watch {
  readonly connection: LiveConnection;
  readonly topics: readonly string[];
  readonly stop: AbortSignal;
  readonly enter: (state: LiveState) => void;
  readonly tell: (news: LiveNews) => void;
}

async function keepWatching(watch: Watch): Promise<void> {
  let failures = 0;
  for (let connects = 0; !hasEnded(watch); connects += 1) {
    const giveBack = await watch.connection.takeLine();
    if (!giveBack) {
      await pollFor(watch, NO_LINE);
      continue;
    }
    const ended = hasEnded(watch) ? null : await readStream(watch, { isAgain: connects > 0 });
    giveBack();
    if (!ended || hasEnded(watch)) return;
    failures = ended.wasLive ? 0 : failures + 1;
    const longest = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** failures);
    const wait = (ended.retry ?? longest) * (0.5 + watch.connection.random() / 2);
    await pollFor(watch, wait);
  }
}

/** Reads one stream to its end. */
async function readStream(
  watch: Watch,
  { isAgain }: { readonly isAgain: boolean },
): Promise<{ readonly wasLive: boolean; readonly retry: Duration | null }> {
  const { connection } = watch;
  const abort = connection.newAbort();
  const giveUp = (): void => abort.abort();
  watch.stop.addEventListener('abort', giveUp);
  let callOff = connection.after(FIRST_EVENT, giveUp);
  let wasLive = false;
  let retry: Duration | null = null;
  const unsaid = new Set(isAgain ? watch.topics : []);
  const heard = connection.newAbort();
  if (isAgain) void pollUntil(watch, heard.signal);

  function take(event: StreamEvent): void {
    callOff();
    callOff = connection.after(SILENCE, giveUp);
    wasLive = true;
    heard.abort();
    watch.enter('live');
    if (event.retry !== null) retry = event.retry;
    const now = connection.now();
    if (event.type === 'time') connection.hear(event.data, { sent: now, received: now });
    const signal = event.type === 'signal' ? readSignal(event.data) : null;
    if (!signal) return;
    const { topic, revision, seen } = signal;
    if (seen !== null) connection.hearSeen(seen);
    // After a gap more may have changed than revisions tell, so the first word on each topic says: look again.
    watch.tell({ topic, revision: unsaid.delete(topic) ? null : revision });
  }

  try {
    const sent = connection.now();
    const response = await connection.fetch(
      `${connection.baseUrl}${LIVE_PATH}?topics=${watch.topics.map(encodeURIComponent).join(',')}`,
      {
        method: 'GET',
        headers: { accept: 'text/event-stream', authorization: `Bearer ${await connection.token()}` },
        signal: abort.signal,
        cache: 'no-store',
      },
    );
    connection.hear(response.headers.get(TIME_HEADER), { sent, received: connection.now() });
    if (response.status === 200 && response.body) await readEvents(response.body.getReader(), take);
  } catch {
    // A broken line is what the caller is there for.
  } finally {
    heard.abort();
    callOff();
    giveUp();
    watch.stop.removeEventListener('abort', giveUp);
  }
  return { wasLive, retry };
}

/** Lets the screens look again every few seconds while a stream that was opened once more has said nothing. */
async function pollUntil(watch: Watch, heard: AbortSignal): Promise<void> {
  for (;;) {
    await pause(watch.connection, pollAfter(watch), heard);
    if (heard.aborted) return;
    for (const topic of watch.topics) watch.tell({ topic, revision: null });
  }
}

/** Lets the screens look again every few seconds until it is time to try the stream once more. */
async function pollFor(watch: Watch, wait: Duration): Promise<void> {
  const { connection } = watch;
  const until = connection.now() + wait;
  let wasOffline = false;
  for (;;) {
    if (!(await isReachable(watch))) {
      wasOffline = true;
      watch.enter('offline');
    } else if (wasOffline) {
      return;
    } else if (connection.now() < until) {
      watch.enter('polling');
      for (const topic of watch.topics) watch.tell({ topic, revision: null });
    }
    const left = until - connection.now();
    if (left <= 0 || hasEnded(watch)) return;
    await pause(connection, Math.min(left, pollAfter(watch)), watch.stop);
  }
}

function pollAfter({ connection }: Watch): Duration {
  return SHORTEST_POLL + connection.random() * (LONGEST_POLL - SHORTEST_POLL);
}

async function isReachable({ connection, stop }: Watch): Promise<boolean> {
  const abort = connection.newAbort();
  const giveUp = (): void => abort.abort();
  const callOff = connection.after(SHORTEST_POLL, giveUp);
  stop.addEventListener('abort', giveUp);
  try {
    const url = connection.baseUrl + ALIVE_PATH;
    const response = await connection.fetch(url, {
      method: 'GET',
      headers: {},
      signal: abort.signal,
      cache: 'no-store',
    });
    return response.status === 200;
  } catch {
    return false;
  } finally {
    callOff();
    stop.removeEventListener('abort', giveUp);
  }
}

function hasEnded({ stop }: Watch): boolean {
  return stop.aborted;
}

interface Signal {
  readonly topic: string;
  readonly revision: string;
  readonly seen: string | null;
}

function readSignal(data: string): Signal | null {
  try {
    const signal: unknown = JSON.parse(data);
    if (typeof signal !== 'object' || signal === null || !('topic' in signal) || !('revision' in signal)) return null;
    const { topic, revision } = signal;
    if (typeof topic !== 'string' || typeof revision !== 'string') return null;
    return { topic, revision, seen: 'seen' in signal && typeof signal.seen === 'string' ? signal.seen : null };
  } catch {
    return null;
  }
}
