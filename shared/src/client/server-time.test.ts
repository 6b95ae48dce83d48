import { describe, expect, it } from '@jest/globals';
import { betterTime, readServerTime, serverTimeAt } from './server-time.ts';

const asked = { sent: 1_000, received: 1_100 };

describe("the service's time", () => {
  it('is taken to be said half way between asking and hearing, and runs on at its own rate', () => {
    const time = readServerTime('500000;rate=20', asked);
    expect(time).toEqual({ at: 500_000, since: 1_050, rate: 20, within: 50 });
    expect(time && serverTimeAt(time, 2_050)).toBe(520_000);
  });

  it.each([null, '', '17', 'x;rate=1', '17;rate=0', '17;rate=-1', '17;rate=1;x', '1e9;rate=1'])(
    'is not read from %j',
    (text) => {
      expect(readServerTime(text, asked)).toBeNull();
    },
  );

  it('is kept from the more exact reading, unless the clock changed or the reading is old', () => {
    const exact = { at: 10_000, since: 1_000, rate: 1, within: 5 };
    const rough = { at: 11_020, since: 2_000, rate: 1, within: 80 };
    expect(betterTime(exact, rough)).toBe(exact);
    expect(betterTime(rough, { ...exact, since: 2_100, at: 11_100 })).toMatchObject({ within: 5 });
    expect(betterTime(exact, { ...rough, rate: 2 })).toMatchObject({ rate: 2 });
    expect(betterTime(exact, { ...rough, at: 99_000 })).toMatchObject({ at: 99_000 });
    expect(betterTime(exact, { ...rough, since: 70_000, at: 79_000 })).toMatchObject({ since: 70_000 });
    expect(betterTime(exact, null)).toBe(exact);
  });
});
