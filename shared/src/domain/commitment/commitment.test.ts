import { describe, expect, it } from '@jest/globals';
import { makeId } from '../../kernel/ids.ts';
import { aMember, NINE_O_CLOCK } from '../../testing/meetings.ts';
import { checkIn, isOpen, statusOf, type CheckIn, type CheckInStatus, type Commitment } from './commitment.ts';

const made: Commitment = {
  id: makeId('commitment', 'c1'),
  team: makeId('team', 't1'),
  meeting: makeId('meeting', 'm1'),
  sentence: 'We do it.',
  owner: aMember(1).person,
  due: '2026-12-01',
  evidence: 'It is done.',
  displaces: '',
  question: null,
  questionText: null,
  madeAt: NINE_O_CLOCK,
  checkIns: [],
  revision: 1,
};

function entry(id: string, status: CheckInStatus): CheckIn {
  return { id, at: NINE_O_CLOCK, by: aMember(1).person, status, note: '' };
}

function after(...entries: readonly CheckIn[]): Commitment {
  return entries.reduce((commitment, next) => {
    const checked = checkIn(commitment, next);
    if (!checked.ok) throw new Error(checked.error.kind);
    return checked.value;
  }, made);
}

describe('check-ins', () => {
  it('CM4 say how a commitment stands; the same one twice counts once', () => {
    expect([statusOf(made), isOpen(made)]).toEqual(['open', true]);
    const late = after(entry('a', 'on-track'), entry('b', 'at-risk'));
    expect([statusOf(late), isOpen(late), late.revision]).toEqual(['at-risk', true, 3]);
    expect(after(entry('a', 'on-track'), entry('b', 'at-risk'), entry('a', 'on-track'))).toEqual(late);
  });

  it('CM4 can reopen a done commitment, and never a dropped one', () => {
    expect(statusOf(after(entry('a', 'done'), entry('b', 'at-risk')))).toBe('at-risk');
    const dropped = after(entry('a', 'dropped'));
    expect(isOpen(dropped)).toBe(false);
    expect(checkIn(dropped, entry('b', 'on-track'))).toEqual({
      ok: false,
      error: { kind: 'commitment.closed', status: 'dropped' },
    });
    expect(checkIn(dropped, entry('a', 'dropped'))).toEqual({ ok: true, value: dropped });
  });
});
