import { describe, expect, it } from '@jest/globals';
import { ALIVE_PATH } from '../contract/routes.ts';
import { watchLive, type LiveConnection, type LiveNews, type LiveState } from './watch-live.ts';
import type { WebRequest, WebResponse } from './web.ts';

/** Long enough for every promise that is ready to go on; no time passes. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

/** A service that streams, without a word where nothing is `said`, and is always alive, and a clock that moves when told. */
function world(lines: number, said: string | null = '"topic":"m","revision":"7"') {
  const timers = new Map<symbol, { readonly at: number; readonly run: () => void }>();
  const states: LiveState[] = [];
  const news: LiveNews[] = [];
  const seen: string[] = [];
  const streams: { readonly ended: () => boolean; readonly end: () => void }[] = [];
  let now = 0;
  let free = lines;

  function stream({ signal }: WebRequest): WebResponse {
    let told = said === null;
    let finish = (): void => undefined;
    const over = new Promise<void>((resolve) => (finish = resolve));
    signal.addEventListener('abort', () => finish());
    let ended = false;
    void over.then(() => (ended = true));
    streams.push({ ended: () => ended, end: () => finish() });
    const read = async () => {
      if (told) {
        await over;
        return { done: true };
      }
      told = true;
      return { done: false, value: new TextEncoder().encode(`event: signal\ndata: {${said}}\n\n`) };
    };
    return { ...plain, status: 200, body: { getReader: () => ({ read }) } };
  }

  const connection: LiveConnection = {
    baseUrl: '',
    token: () => Promise.resolve('token'),
    hear: () => undefined,
    hearSeen: (mark) => seen.push(mark),
    newAbort: () => new AbortController(),
    now: () => now,
    random: () => 0.5,
    after(milliseconds, run) {
      const id = Symbol();
      timers.set(id, { at: now + milliseconds, run });
      return () => timers.delete(id);
    },
    fetch: (url, request) =>
      Promise.resolve(url === ALIVE_PATH ? { ...plain, status: 200, body: null } : stream(request)),
    takeLine() {
      if (free === 0) return Promise.resolve(null);
      free -= 1;
      return Promise.resolve(() => (free += 1));
    },
  };

  return {
    states,
    news,
    seen,
    streams,
    freeLines: () => free,
    addLine: () => (free += 1),
    watch: () => {
      const onSignal = (said: LiveNews) => news.push(said);
      return watchLive(connection, { topics: ['m'], onSignal, onState: (state) => states.push(state) });
    },
    async pass(milliseconds: number) {
      const until = now + milliseconds;
      await settle();
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= until).toSorted(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        timers.delete(due[0]);
        now = Math.max(now, due[1].at);
        due[1].run();
        await settle();
      }
      now = until;
    },
  };
}

const plain = { headers: { get: () => null }, text: () => Promise.resolve('') };

describe('watching with few lines', () => {
  it('streams where there is a free line, and gives it back at the end', async () => {
    const { watch, pass, states, news, freeLines, streams } = world(1);
    const stop = watch();
    await pass(1_000);
    expect({ states, news, free: freeLines() }).toEqual({
      states: ['live'],
      news: [{ topic: 'm', revision: '7' }],
      free: 0,
    });
    stop();
    await pass(0);
    expect({ free: freeLines(), ended: streams.map(({ ended }) => ended()) }).toEqual({ free: 1, ended: [true] });
  });

  it('ST2 takes how far the service had seen before it tells what moved', async () => {
    const { watch, pass, news, seen } = world(1, '"topic":"m","revision":"7","seen":"sealed"');
    const stop = watch();
    await pass(1_000);
    stop();
    expect({ news, seen }).toEqual({ news: [{ topic: 'm', revision: '7' }], seen: ['sealed'] });
  });

  it('opens no stream without a line, and has the screens look every 2 to 5 s instead', async () => {
    const { watch, pass, states, news, streams } = world(0);
    const stop = watch();
    await pass(60_000);
    stop();
    expect({ states, streams: streams.length }).toEqual({ states: ['polling'], streams: 0 });
    expect(new Set(news.map(({ revision }) => revision))).toEqual(new Set([null]));
    expect(news.length).toBeGreaterThanOrEqual(60 / 5);
    expect(news.length).toBeLessThanOrEqual(60 / 2 + 1);
  });

  it('streams within 10 s of a line becoming free, and has everything looked at once more', async () => {
    const { watch, pass, states, news, addLine, freeLines } = world(0);
    const stop = watch();
    await pass(25_000);
    addLine();
    news.length = 0;
    await pass(10_000);
    expect({ states, last: news.at(-1), free: freeLines() }).toEqual({
      states: ['polling', 'live'],
      last: { topic: 'm', revision: null },
      free: 0,
    });
    stop();
  });

  it('gives the line back when the stream breaks, and takes one again', async () => {
    const { watch, pass, states, streams, freeLines } = world(1);
    const stop = watch();
    await pass(1_000);
    streams[0]?.end();
    await pass(0);
    expect(freeLines()).toBe(1);
    await pass(5_000);
    expect({ states, streams: streams.length, free: freeLines() }).toEqual({
      states: ['live', 'polling', 'live'],
      streams: 2,
      free: 0,
    });
    stop();
  });

  it('LV1 has the screens look every 2 to 5 s where a proxy holds every stream back, also while one more is tried', async () => {
    const { watch, pass, news } = world(1, null);
    const stop = watch();
    await pass(8_000);
    expect(news).toEqual([{ topic: 'm', revision: null }]);
    for (let turn = 0; turn < 20; turn += 1) {
      const before = news.length;
      await pass(5_000);
      expect(news.length).toBeGreaterThan(before);
    }
    stop();
    const before = news.length;
    await pass(60_000);
    expect(news).toHaveLength(before);
  });

  it('keeps no line that comes after the end', async () => {
    const { watch, pass, streams, freeLines } = world(1);
    watch()();
    await pass(1_000);
    expect({ free: freeLines(), streams: streams.length }).toEqual({ free: 1, streams: 0 });
  });
});
