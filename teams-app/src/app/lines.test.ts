import { describe, expect, it } from '@jest/globals';
import { createLines, type Locks } from './lines.ts';

/** One browser: its locks, its windows, and a clock that moves when told. */
function browser() {
  const taken = new Set<string>();
  const timers: { readonly run: () => void; on: boolean }[] = [];
  const locks: Locks = {
    async request(name, _options, hold) {
      await Promise.resolve();
      if (taken.has(name)) return hold(null);
      taken.add(name);
      await hold({});
      taken.delete(name);
      return undefined;
    },
  };
  const after = (_milliseconds: number, run: () => void) => {
    const timer = { run, on: true };
    timers.push(timer);
    return () => {
      timer.on = false;
    };
  };
  return {
    taken,
    openWindow: (own: Locks | null = locks) => createLines({ locks: own, after }),
    async passGrace() {
      for (const { run } of timers.splice(0).filter(({ on }) => on)) run();
      await settle();
    },
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('lines of a browser', () => {
  it('has three for all windows', async () => {
    const { openWindow } = browser();
    const given = [];
    for (let count = 0; count < 5; count += 1) given.push(await openWindow().take());
    expect(given.map((line) => line !== null)).toEqual([true, true, true, false, false]);
  });

  it('gives a line to the next window once it is given back', async () => {
    const { openWindow, passGrace } = browser();
    const [first] = await Promise.all([1, 2, 3].map(() => openWindow().take()));
    const late = openWindow();
    expect(await late.take()).toBeNull();
    first?.();
    expect(await late.take()).toBeNull();
    await passGrace();
    expect(await late.take()).not.toBeNull();
  });

  it('keeps the line of a window that changes what it watches', async () => {
    const { openWindow, passGrace, taken } = browser();
    const window = openWindow();
    const before = await window.take();
    before?.();
    const next = await window.take();
    await passGrace();
    expect([...taken]).toEqual(['plumbline-live-1']);
    next?.();
    await passGrace();
    expect([...taken]).toEqual([]);
  });

  it('counts one line for all streams of a window, however often each is given back', async () => {
    const { openWindow, passGrace, taken } = browser();
    const window = openWindow();
    const [one, two] = await Promise.all([window.take(), window.take()]);
    one?.();
    one?.();
    await passGrace();
    expect([...taken]).toEqual(['plumbline-live-1']);
    two?.();
    await passGrace();
    expect([...taken]).toEqual([]);
  });

  it('drops its line when the page hides, and takes another when it shows again', async () => {
    const { openWindow, taken, passGrace } = browser();
    const window = openWindow();
    const hidden = await window.take();
    window.drop();
    await settle();
    expect([...taken]).toEqual([]);
    const shown = await window.take();
    hidden?.();
    await passGrace();
    expect({ shown: shown !== null, taken: [...taken] }).toEqual({ shown: true, taken: ['plumbline-live-1'] });
  });

  it('always has a line where there are no locks, or they are forbidden', async () => {
    const { openWindow } = browser();
    const forbidden: Locks = { request: () => Promise.reject(new Error('SecurityError')) };
    for (let count = 0; count < 8; count += 1) {
      expect(await openWindow(null).take()).not.toBeNull();
      expect(await openWindow(forbidden).take()).not.toBeNull();
    }
  });
});
