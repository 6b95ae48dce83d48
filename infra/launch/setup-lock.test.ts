import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { alone } from './setup-lock.mjs';

/** Above every process id that Linux, macOS or Windows gives out. */
const NOBODY = 2 ** 30;

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
    await Promise.all([alone(step('first'), file), alone(step('second'), file)]);
    expect(events).toEqual(['first starts', 'first ends', 'second starts', 'second ends']);
  });

  it('leaves no lock behind when it fails', async () => {
    await expect(alone(() => Promise.reject(new Error('no network')), file)).rejects.toThrow('no network');
    expect(existsSync(file)).toBe(false);
  });

  it('takes over the lock of a command that was killed', async () => {
    await alone(() => Promise.resolve(), file);
    writeFileSync(file, String(NOBODY));
    expect(await alone(() => Promise.resolve('done'), file)).toBe('done');
  });
});
