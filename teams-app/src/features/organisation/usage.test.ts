import { expect, it } from '@jest/globals';
import { addUsage, monthIn } from './usage.ts';

it('OA3 adds up the months of all pages, the newest first', () => {
  const nothing = { meetings: 0, pulses: 0, asked: 0, answered: 0 };
  expect(
    addUsage([
      { ...nothing, month: '2026-02', meetings: 1, asked: 8, answered: 6 },
      { ...nothing, month: '2026-01', pulses: 2 },
      { ...nothing, month: '2026-02', meetings: 2, pulses: 1, asked: 12, answered: 12 },
    ]),
  ).toEqual([
    { month: '2026-02', meetings: 3, pulses: 1, asked: 20, answered: 18 },
    { month: '2026-01', meetings: 0, pulses: 2, asked: 0, answered: 0 },
  ]);
  expect(addUsage([])).toEqual([]);
});

it('OA3 names a month as its reader does, wherever that is', () => {
  expect([monthIn('en-GB', '2026-02'), monthIn('de-DE', '2026-03')]).toEqual(['Feb 2026', 'März 2026']);
});
