import { describe, expect, it } from '@jest/globals';
import { makeId } from '../../kernel/ids.ts';
import { changeSession, minutesOf, timed, type Session, type SessionChange } from './session.ts';

const SESSION: Session = {
  id: makeId('session', '1'),
  team: makeId('team', '1'),
  coach: makeId('person', '1'),
  title: 'Roles',
  day: null,
  dimension: 'roles',
  shape: null,
  people: 8,
  parts: [
    { id: 'part-1', kind: 'check-in', minutes: 5 },
    { id: 'part-2', kind: 'block', entry: 'role-charter', minutes: 40 },
    { id: 'part-3', kind: 'check-out', minutes: 5 },
  ],
  shared: false,
  plannedAt: 0,
  revision: 1,
};

/** The plan after some edits, as kinds with minutes; the error of the first that is refused. */
function after(...changes: readonly SessionChange[]) {
  let session = SESSION;
  for (const change of changes) {
    const next = changeSession(session, change);
    if (!next.ok) return next.error;
    session = next.value;
  }
  return { ...session, parts: session.parts.map(({ id, kind, minutes }) => `${id} ${kind} ${minutes}`) };
}

describe('CO27 an edit of a plan', () => {
  it('moves a part, changes its minutes, replaces it, adds one of the coach’s own, and takes one out', () => {
    expect(
      after(
        { type: 'move', part: 'part-2', to: 0 },
        { type: 'minutes', part: 'part-1', minutes: 12 },
        { type: 'replace', part: 'part-3', entry: 'fishbowl' },
        { type: 'own', title: 'A walk', minutes: 20, at: 1 },
        { type: 'remove', part: 'part-2' },
      ),
    ).toEqual({
      ...SESSION,
      parts: ['part-4 own 20', 'part-1 check-in 12', 'part-3 block 5'],
      revision: 6,
    });
  });

  it('names it, gives it a day, and shares it', () => {
    const changed = after({ type: 'name', title: 'Who owns what', day: '2026-12-01' }, { type: 'share', shared: true });
    expect(changed).toMatchObject({ title: 'Who owns what', day: '2026-12-01', shared: true, revision: 3 });
  });

  it('is refused for a part that is not there, for the last one, and for more than a day', () => {
    const remove = (part: string): SessionChange => ({ type: 'remove', part });
    expect(after(remove('part-9'))).toEqual({ kind: 'session.part-unknown' });
    expect(after(remove('part-1'), remove('part-2'), remove('part-3'))).toEqual({ kind: 'session.last-part' });
    const long: SessionChange = { type: 'minutes', part: 'part-2', minutes: 471 };
    expect(after(long)).toEqual({ kind: 'session.too-long', minutes: 481, most: 480 });
    expect(after({ ...long, minutes: 470 })).toMatchObject({ revision: 2 });
  });

  it('is refused for more than forty parts, and numbers a new one with the first number that is free', () => {
    const own: SessionChange = { type: 'own', title: 'A walk', minutes: 1, at: 0 };
    const adding = (count: number) => after(...new Array<SessionChange>(count).fill(own));
    expect(adding(37)).toMatchObject({ parts: { length: 40, 0: 'part-40 own 1' } });
    expect(adding(38)).toEqual({ kind: 'session.too-many-parts', most: 40 });
    expect(after(own, { type: 'remove', part: 'part-1' }, own)).toMatchObject({ parts: { 0: 'part-1 own 1' } });
  });

  it('puts a part at the end where the place is past it', () => {
    expect(after({ type: 'move', part: 'part-1', to: 99 })).toMatchObject({
      parts: ['part-2 block 40', 'part-3 check-out 5', 'part-1 check-in 5'],
    });
  });

  it('leaves parts that begin one after the other', () => {
    expect(timed(SESSION.parts).map(({ starts }) => starts)).toEqual([0, 5, 45]);
    expect(minutesOf(SESSION.parts)).toBe(50);
  });
});
