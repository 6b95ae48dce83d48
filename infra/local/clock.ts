/** A clock that can run faster than the device's, never slower and never backwards. */
export interface SpeedClock {
  readonly now: () => number;
  readonly rate: () => number;
  /** How far it is ahead of the device's clock, in milliseconds. */
  readonly ahead: () => number;
  readonly setRate: (rate: number) => void;
  readonly onChange: (listener: () => void) => () => void;
}

export const FASTEST = 60;

/** Starts a clock at the device's pace, `ahead` milliseconds in front of it. */
export function createSpeedClock(device: () => number, ahead: number): SpeedClock {
  const listeners = new Set<() => void>();
  let from = { device: device(), time: device() + ahead };
  let pace = 1;
  const now = (): number => Math.round(from.time + Math.max(0, device() - from.device) * pace);
  return {
    now,
    rate: () => pace,
    ahead: () => now() - device(),
    setRate(rate) {
      if (!isRate(rate)) throw new Error('Bug: time runs 1 to 60 times as fast, in whole steps');
      from = { device: device(), time: now() };
      pace = rate;
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whether time can run so many times as fast: 1 to 60, whole. */
export function isRate(rate: unknown): rate is number {
  return typeof rate === 'number' && Number.isInteger(rate) && rate >= 1 && rate <= FASTEST;
}
