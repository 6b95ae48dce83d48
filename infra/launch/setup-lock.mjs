import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './progress.mjs';
import { CACHE } from './root.mjs';

const POLL = 300;

/**
 * Runs a step of the set-up while no other command does: two commands on a fresh clone must not install at once.
 * The lock is a file with the holder's process id; one whose process is gone is taken over.
 * @template T
 * @param {() => Promise<T>} step
 * @param {{ readonly file: string, readonly onWait: () => void }} [options] onWait is called once, when it has to wait
 * @returns {Promise<T>}
 */
export async function alone(step, { file, onWait } = { file: join(CACHE, 'setup.lock'), onWait: sayWaiting }) {
  mkdirSync(join(file, '..'), { recursive: true });
  let waited = false;
  while (!take(file)) {
    if (!waited) onWait();
    waited = true;
    await sleep(POLL);
  }
  try {
    return await step();
  } finally {
    rmSync(file, { force: true });
  }
}

function sayWaiting() {
  say('set-up', 'another command is setting up, waiting for it');
}

/**
 * @param {string} file
 * @returns {boolean} whether the lock is ours now
 */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  if (!holderIsGone(file)) return false;
  rmSync(file, { force: true });
  return take(file);
}

/** @param {string} file */
function holderIsGone(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // Zero is a lock between its creation and its first write: somebody is there.
    if (holder > 0) process.kill(holder, 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
