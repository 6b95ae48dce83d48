import { describe, expect, it } from '@jest/globals';
import { isIn, periodIn } from './period.ts';

const DAYS = ['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'];

function found(period: string): readonly string[] {
  return DAYS.filter((day) => isIn(periodIn(period), day));
}

describe('CO22 CO25 a period', () => {
  it('has both its days, and no end where one is left out', () => {
    expect(found('2026-05-01..2026-05-31')).toEqual(['2026-05-01', '2026-05-31']);
    expect(found('2026-05-31..')).toEqual(['2026-05-31', '2026-06-01']);
    expect(found('..2026-05-01')).toEqual(['2026-04-30', '2026-05-01']);
    expect(found('all')).toEqual(DAYS);
  });
});
