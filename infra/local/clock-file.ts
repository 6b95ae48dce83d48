import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSpeedClock, type SpeedClock } from './clock.ts';

const SAVE_EVERY = 1_000;

export interface KeptClock extends SpeedClock {
  readonly stop: () => void;
}

/**
 * A clock whose lead over the device outlives the process, so that meetings never see time run backwards. What is kept
 * is ahead of the clock by as much as it can run until it is kept again: after a crash time may have jumped a little.
 */
export function openKeptClock(dataDir: string): KeptClock {
  const clock = createSpeedClock(Date.now, leadIn(pathIn(dataDir)));
  const save = (): void => {
    keepLead(dataDir, clock.ahead() + (clock.rate() - 1) * 2 * SAVE_EVERY);
  };
  const endListening = clock.onChange(save);
  const timer = setInterval(() => {
    if (clock.rate() !== 1) save();
  }, SAVE_EVERY);
  timer.unref();
  return {
    ...clock,
    stop() {
      clearInterval(timer);
      endListening();
    },
  };
}

/** Has the next start in a folder be so many milliseconds ahead of the device; not while a clock runs on it. */
export function keepLead(dataDir: string, ahead: number): void {
  const path = pathIn(dataDir);
  writeFileSync(`${path}.new`, JSON.stringify({ ahead: Math.max(0, Math.ceil(ahead)) }));
  renameSync(`${path}.new`, path);
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'clock.json');
}

function leadIn(path: string): number {
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const ahead = typeof kept === 'object' && kept !== null && 'ahead' in kept ? kept.ahead : 0;
    return typeof ahead === 'number' && ahead >= 0 ? ahead : 0;
  } catch {
    // No clock was kept: this folder's time is the device's.
    return 0;
  }
}
