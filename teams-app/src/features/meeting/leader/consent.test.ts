import { describe, expect, it } from '@jest/globals';
import { makeId } from '@plumbline/shared/kernel/ids';
import { consentTo, type Said } from './consent.ts';

const RATING = makeId('round', 'rating');
const DOTS = makeId('round', 'dots');

const stateIn = (round: typeof RATING, kept: boolean, said: Said) => consentTo(round, { named: true, kept, said });

describe('consent to a named meeting', () => {
  it('NM3 is asked once, and never in an anonymous meeting', () => {
    expect(stateIn(RATING, false, { what: 'nothing' })).toBe('open');
    expect(stateIn(RATING, false, { what: 'yes' })).toBe('given');
    expect(stateIn(DOTS, true, { what: 'nothing' })).toBe('given');
    expect(consentTo(RATING, { named: false, kept: false, said: { what: 'nothing' } })).toBe('not-asked');
  });

  it('NM4 ends for the part that a person withdraws from, and holds for the others', () => {
    const said = { what: 'not-here', round: DOTS } as const;
    expect(stateIn(DOTS, true, said)).toBe('declined');
    expect(stateIn(RATING, true, said)).toBe('given');
    expect(stateIn(RATING, false, said)).toBe('declined');
  });

  it('NM3 is asked again of whoever looks at it again, also where another ballot has it', () => {
    expect(stateIn(DOTS, true, { what: 'asks-again' })).toBe('open');
    expect(stateIn(DOTS, false, { what: 'asks-again' })).toBe('open');
  });
});
