import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { RoundKeys } from '@plumbline/shared/application/ports/round-keys';
import { assert } from '@plumbline/shared/kernel/assert';
import { isId, type RoundId } from '@plumbline/shared/kernel/ids';
import { promised } from '../promised.ts';
import { authorTagUnder, isRoundKey, newRoundKey } from './author-tag.ts';

/** The two files that a round can have: its key, and the empty file that says the key was destroyed. */
interface RoundFiles {
  readonly key: string;
  readonly destroyed: string;
}

/**
 * Keeps each round's key in a file of its own that only this user can read; throws a sentence when the folder cannot be
 * made. Nothing is held in memory: several processes may share the folder, and what one destroys is gone for all.
 */
export function openFileRoundKeys(folder: string): RoundKeys {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    flushFolder(dirname(folder));
  } catch (fault) {
    throw new Error(
      `The folder ${folder} for the round keys cannot be made: give this user the right to write there, ` +
        'or set DATA_DIR to another folder.',
      { cause: fault },
    );
  }

  function filesOf(round: RoundId): RoundFiles {
    assert(isId('round', round), `${JSON.stringify(round)} is not a round's id`);
    return { key: join(folder, `${round}.key`), destroyed: join(folder, `${round}.destroyed`) };
  }

  return {
    create: (round) =>
      promised(() => {
        const files = filesOf(round);
        if (existsSync(files.key)) return;
        placeKey(folder, files.key);
        // Looked at last: another process may have destroyed the round meanwhile and found no key to erase.
        if (existsSync(files.destroyed)) eraseKey(files.key);
        flushFolder(folder);
      }),
    authorTag: (round, author) =>
      promised(() => {
        const key = readKey(filesOf(round));
        if (key === null) return null;
        const tag = authorTagUnder(key, author);
        key.fill(0);
        return tag;
      }),
    destroy: (round) =>
      promised(() => {
        const files = filesOf(round);
        // First the mark: from here on the round has no key, also when the process is stopped before the key is erased.
        writeFlushed(files.destroyed, { bytes: Buffer.alloc(0), flags: 'a' });
        flushFolder(folder);
        eraseKey(files.key);
        flushFolder(folder);
      }),
  };
}

/** A new key appears under its name whole or not at all, and never in place of another's. */
function placeKey(folder: string, path: string): void {
  const draft = join(folder, `${randomBytes(12).toString('hex')}.draft`);
  writeFlushed(draft, { bytes: newRoundKey(), flags: 'wx' });
  try {
    linkSync(draft, path);
  } catch (fault) {
    if (!isFault(fault, 'EEXIST')) throw fault;
  } finally {
    unlinkSync(draft);
  }
}

/** The key, or null when there is none or it was destroyed. */
function readKey(files: RoundFiles): Buffer | null {
  if (existsSync(files.destroyed)) return null;
  try {
    const key = readFileSync(files.key);
    if (isRoundKey(key)) return key;
  } catch (fault) {
    if (isFault(fault, 'ENOENT')) return null;
    throw fault;
  }
  throw new Error(`The round key ${files.key} is damaged: put the file back from a backup, or close the round.`);
}

function eraseKey(path: string): void {
  try {
    writeFlushed(path, { bytes: newRoundKey(), flags: 'r+' });
    unlinkSync(path);
  } catch (fault) {
    if (!isFault(fault, 'ENOENT')) throw fault;
  }
}

function writeFlushed(path: string, { bytes, flags }: { readonly bytes: Buffer; readonly flags: string }): void {
  const file = openSync(path, flags, 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes new and removed names last through a power cut. Windows has no such call; its file system logs names itself. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isFault(fault: unknown, code: string): boolean {
  return typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === code;
}
