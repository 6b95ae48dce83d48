import { createHmac } from 'node:crypto';
import {
  mkdtempSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { makeId, type RoundId } from '@plumbline/shared/kernel/ids';
import { roundKeysContract } from '@plumbline/shared/testing/round-keys.contract';
import { openFileRoundKeys } from './file-round-keys.ts';

const ROUND = makeId('round', '01J8ZQ4Y6M');
const ANNA = { tenant: 'acme', person: 'anna' };
const base = mkdtempSync(join(tmpdir(), 'plumbline-keys-'));
let folders = 0;

afterAll(() => {
  rmSync(base, { recursive: true });
});

function newFolder(): string {
  folders += 1;
  return join(base, String(folders), 'keys');
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

roundKeysContract('A folder of key files', () => {
  const folder = newFolder();
  return Promise.resolve([openFileRoundKeys(folder), openFileRoundKeys(folder)]);
});

describe('the files of the round keys', () => {
  it('are one a round, of 32 bytes, for this user only', async () => {
    const folder = newFolder();
    const keys = openFileRoundKeys(folder);
    await keys.create(ROUND);
    const path = join(folder, `${ROUND}.key`);

    expect(readdirSync(folder)).toEqual([`${ROUND}.key`]);
    expect([modeOf(folder), modeOf(path), statSync(path).size]).toEqual(['700', '600', 32]);
    expect(await keys.authorTag(ROUND, ANNA)).toBe(
      createHmac('sha256', readFileSync(path)).update('["acme","anna"]').digest('base64url'),
    );
  });

  it('leave an empty mark when the key is destroyed, and overwrite the bytes it had', async () => {
    const folder = newFolder();
    const keys = openFileRoundKeys(folder);
    await keys.create(ROUND);
    const path = join(folder, `${ROUND}.key`);
    const before = readFileSync(path);
    const held = openSync(path, 'r');
    await keys.destroy(ROUND);
    const after = Buffer.alloc(32);
    const length = readSync(held, after, 0, 32, 0);
    closeSync(held);
    await keys.create(ROUND);

    expect(readdirSync(folder)).toEqual([`${ROUND}.destroyed`]);
    expect(statSync(join(folder, `${ROUND}.destroyed`)).size).toBe(0);
    expect(length).toBe(32);
    expect(after.equals(before)).toBe(false);
  });

  it('give no tag when the process was stopped in the middle of destroying, and let it be finished', async () => {
    const folder = newFolder();
    const keys = openFileRoundKeys(folder);
    await keys.create(ROUND);
    writeFileSync(join(folder, `${ROUND}.destroyed`), '');

    expect(await keys.authorTag(ROUND, ANNA)).toBeNull();
    await keys.destroy(ROUND);
    expect(readdirSync(folder)).toEqual([`${ROUND}.destroyed`]);
  });

  it('give no tag under a damaged key', async () => {
    const folder = newFolder();
    const keys = openFileRoundKeys(folder);
    writeFileSync(join(folder, `${ROUND}.key`), 'short');

    await expect(keys.authorTag(ROUND, ANNA)).rejects.toThrow('is damaged: put the file back from a backup');
  });

  it('lie in the folder, whatever the round is called', async () => {
    const keys = openFileRoundKeys(newFolder());
    const outside = 'round_../../escape' as RoundId;

    await expect(keys.create(outside)).rejects.toThrow('Bug:');
    await expect(keys.authorTag(outside, ANNA)).rejects.toThrow('Bug:');
    await expect(keys.destroy(outside)).rejects.toThrow('Bug:');
  });

  it('need a folder that can be made', () => {
    const file = join(base, 'file');
    writeFileSync(file, '');

    expect(() => openFileRoundKeys(join(file, 'keys'))).toThrow(
      `The folder ${join(file, 'keys')} for the round keys cannot be made: give this user the right to write there`,
    );
  });
});
