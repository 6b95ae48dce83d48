import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RoundId } from '@plumbline/shared/kernel/ids';

export interface KeyCopy {
  readonly from: string;
  readonly to: string;
  readonly rounds: readonly RoundId[];
}

/**
 * Copies the keys of rounds from one folder into another, readable by this user only, and returns how many there were. A
 * key that the other folder has, or knows as destroyed, is left out.
 */
export function copyRoundKeys({ from, to, rounds }: KeyCopy): number {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  let copied = 0;
  for (const round of rounds) {
    const gone = [from, to].some((folder) => existsSync(join(folder, `${round}.destroyed`)));
    const key = join(from, `${round}.key`);
    const target = join(to, `${round}.key`);
    if (gone || !existsSync(key) || existsSync(target)) continue;
    writeFileSync(target, readFileSync(key), { mode: 0o600, flag: 'wx', flush: true });
    copied += 1;
  }
  return copied;
}
