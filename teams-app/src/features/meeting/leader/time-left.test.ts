import { describe, expect, it } from '@jest/globals';
import { milestone, timeLeft } from './time-left.ts';

describe('the time left', () => {
  it('runs with the service’s time, stands still when paused, and is over at zero', () => {
    const running = { status: 'running', startedAt: 0, endsAt: 10_000 } as const;
    expect([
      timeLeft(null, 0),
      timeLeft({ status: 'untimed' }, 0),
      timeLeft(running, 4_000),
      timeLeft(running, 10_000),
      timeLeft({ status: 'paused', startedAt: 0, remaining: 3_000 }, 99_000),
    ]).toEqual([
      { status: 'untimed' },
      { status: 'untimed' },
      { status: 'running', ms: 6_000 },
      { status: 'over' },
      { status: 'paused', ms: 3_000 },
    ]);
  });

  it('is read out at two minutes, at half a minute and when it is over', () => {
    const heard = [121_000, 120_000, 60_000, 30_000, 1].map((ms) => milestone({ status: 'running', ms }));
    expect(heard).toEqual([null, 'two-minutes', 'two-minutes', 'half-minute', 'half-minute']);
    expect(milestone({ status: 'over' })).toBe('over');
    expect(milestone({ status: 'paused', ms: 1_000 })).toBeNull();
  });
});
