import { describe, expect, it } from '@jest/globals';
import { leadBack } from './lead-back.ts';

/** The newest first: what was 'a' became 'b', then 'c'. */
const CHANGES = [
  { before: 'b', after: 'c' },
  { before: 'a', after: 'b' },
];

describe('the changes of a block that can be undone', () => {
  it.each([
    { now: 'c', newest: true, older: false, why: 'is as the newest left it' },
    { now: 'b', newest: false, older: true, why: 'is as the older left it, once the newest was undone or in a copy' },
    { now: 'a', newest: false, older: false, why: 'is as it was before both, in a copy' },
    { now: 'd', newest: true, older: false, why: 'was worked on since' },
    { now: '', newest: true, older: false, why: 'can’t be told' },
  ])('OF93 are found by what stands there: it $why', ({ now, newest, older }) => {
    expect(leadBack(now, CHANGES)).toEqual([newest, older]);
  });

  it('OF93 are those that left it as it stands, and no change whose outcome is unknown', () => {
    expect(leadBack('a', [{ before: 'a', after: '' }])).toEqual([false]);
    expect(leadBack('', [{ before: '', after: '' }])).toEqual([true]);
    expect(leadBack('a', [])).toEqual([]);
  });
});
