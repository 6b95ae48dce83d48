import { describe, expect, it } from '@jest/globals';
import { localConfigIn } from './config.ts';
import { keptMonthsIn } from './retention-config.ts';

const ONE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

/** What is kept for both organisations; `null` where the value is refused. */
function kept(value: string | undefined): readonly (number | null)[] | null {
  const months = keptMonthsIn(value);
  return months && [months(ONE), months(OTHER)];
}

describe('RETENTION_MONTHS', () => {
  it('DL8 keeps everything where nothing is set', () => {
    expect([kept(undefined), kept('')]).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('DL8 takes a number for everybody, for single organisations, or both', () => {
    expect(kept('24')).toEqual([24, 24]);
    expect(kept(`${ONE}=12`)).toEqual([12, null]);
    expect(kept(` ${ONE.toUpperCase()}=12 , 36`)).toEqual([12, 36]);
  });

  it.each(['0', '-1', '1.5', 'a year', '12,24', `${ONE}=`, `${ONE}=0`, '=12,x', 'acme=12', `${ONE}=1,${ONE}=2`])(
    'DL8 refuses %s, with a sentence that says what it takes',
    (value) => {
      expect(kept(value)).toBeNull();
      expect(localConfigIn({ RETENTION_MONTHS: value })).toEqual({
        ok: false,
        error: [expect.stringMatching(/^RETENTION_MONTHS must be .*1 or more/)],
      });
    },
  );
});
