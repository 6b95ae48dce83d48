import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, dayOf, startOfDay } from './instant.ts';

describe('calendar days', () => {
  it('are those of the platform’s own calendar, from year 1 to 9999', () => {
    const [first, last] = [Date.UTC(2000, 0, 1) - 1_999 * 365.2425 * DAY, Date.UTC(9999, 11, 31)];
    fc.assert(
      fc.property(fc.integer({ min: Math.ceil(first) + DAY * 2, max: last }), (instant) => {
        const day = new Date(instant).toISOString().slice(0, 10);
        expect(dayOf(instant)).toBe(day);
        expect(startOfDay(day)).toBe(Date.parse(`${day}T00:00:00Z`));
      }),
      { examples: [[Date.UTC(2024, 1, 29)], [Date.UTC(1900, 2, 1)], [Date.UTC(2000, 1, 29)], [0], [-1]] },
    );
  });
});
