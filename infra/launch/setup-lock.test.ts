import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { alone } from './setup-lock.mjs';

/** Above every process id that Linux, macOS or Windows gives out. */
const NOBODY = 2 ** 30;

function never() {
  throw new Error('nobody holds the lock');
}

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-lock-'));
  file = join(folder, 'cache', 'setup.lock');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a step that runs alone', () => {
  it('keeps a second one waiting until it ends', async () => {
    const events: string[] = [];
    const step = (name: string) => async () => {
      events.push(`${name} starts`);
      await sleep(50);
      events.push(`${name} ends`);
    };
    const onWait = () => {
      events.push('second waits');
    };
    await Promise.all([alone(step('first'), { file, onWait }), alone(step('second'), { file, onWait })]);
    expect(events).toEqual(['first starts', 'second waits', 'first ends', 'second starts', 'second ends']);
  });

  it('leaves no lock behind when it fails', async () => {
    await expect(alone(() => Promise.reject(new Error('no network')), { file, onWait: never })).rejects.toThrow(
      'no network',
    );
    expect(existsSync(file)).toBe(false);
  });

  it('takes over the lock of a command that was killed', async () => {
    await alone(() => Promise.resolve(), { file, onWait: never });
    writeFileSync(file, String(NOBODY));
    expect(await alone(() => Promise.resolve('done'), { file, onWait: never })).toBe('done');
  });
});
