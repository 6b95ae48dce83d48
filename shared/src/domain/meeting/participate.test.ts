import { describe, expect, it } from '@jest/globals';
import { makeId } from '../../kernel/ids.ts';
import { aMember, anOpenMeeting, NINE_O_CLOCK } from '../../testing/meetings.ts';
import { MOST_COMMENTS, type OpenMeeting } from './meeting.ts';
import { putSentence, releaseComment, setCommitment, withdrawCommitment, type CommitmentDraft } from './participate.ts';

const committing: OpenMeeting = { ...anOpenMeeting(), phase: 'committing' };
const owner = aMember(1).person;
const rules = { members: [owner], today: '2026-11-12', now: NINE_O_CLOCK };

function draft(changes: Partial<CommitmentDraft> = {}): CommitmentDraft {
  const complete = {
    sentence: 'We do it.',
    owner,
    due: '2026-12-01',
    evidence: 'It is done.',
    displaces: '',
    question: 'r.1',
  };
  return { id: makeId('commitment', 'c1'), ...complete, ...changes };
}

function refused(changes: Partial<CommitmentDraft>, meeting = committing): unknown {
  const outcome = setCommitment(meeting, draft(changes), rules);
  return outcome.ok ? 'accepted' : outcome.error.kind;
}

describe('commitments', () => {
  it('CM1 are refused without an owner in the team, a date, or with one that is past', () => {
    expect(refused({ owner: null })).toBe('commitment.no-owner');
    expect(refused({ owner: aMember(99).person })).toBe('commitment.owner-unknown');
    expect(refused({ due: null })).toBe('commitment.no-due-date');
    expect(refused({ due: '2026-11-11' })).toBe('commitment.due-in-the-past');
    expect(refused({ due: '2026-11-12' })).toBe('accepted');
    expect(refused({ question: 'unasked' })).toBe('topic.unknown-question');
  });

  it('CM2 are three at the most, can be changed and taken back', () => {
    const three = ['c1', 'c2', 'c3'].reduce((meeting, id) => {
      const next = setCommitment(meeting, draft({ id: makeId('commitment', id) }), rules);
      if (!next.ok) throw new Error(next.error.kind);
      return next.value;
    }, committing);
    expect(refused({ id: makeId('commitment', 'c4') }, three)).toBe('commitment.too-many');
    const changed = setCommitment(three, draft({ sentence: 'We do it today.' }), rules);
    expect(changed.ok && changed.value.commitments.map(({ sentence }) => sentence)).toEqual([
      'We do it today.',
      'We do it.',
      'We do it.',
    ]);
    const back = withdrawCommitment(three, makeId('commitment', 'c2'), NINE_O_CLOCK);
    expect(back.ok && back.value.commitments.map(({ id }) => id)).toEqual(['commitment_c1', 'commitment_c3']);
  });

  it('CM2 belong to the committing phase', () => {
    expect(refused({}, anOpenMeeting())).toBe('meeting.wrong-phase');
  });
});

describe('words', () => {
  const talking: OpenMeeting = {
    ...anOpenMeeting(),
    phase: 'discussing',
    topics: [{ question: 'r.1', step: 'talking', revote: null, change: '' }],
  };
  const comment = { id: makeId('comment', 'x'), question: 'r.1', text: 'I mean it.', name: null };

  it('CM5 stand once, however often they are sent', () => {
    const once = releaseComment(talking, comment, NINE_O_CLOCK);
    if (!once.ok) throw new Error(once.error.kind);
    expect(releaseComment(once.value, comment, NINE_O_CLOCK)).toEqual({ ok: true, value: once.value });
    expect(once.value.comments).toEqual([comment]);
  });

  it('CM5 are 200 in one meeting at the most, and the last of them can still be sent twice', () => {
    const full = Array.from({ length: MOST_COMMENTS }, (_, i) => ({ ...comment, id: makeId('comment', `c${i}`) }));
    const crowded = { ...talking, comments: full };
    expect(releaseComment(crowded, comment, NINE_O_CLOCK)).toEqual({
      ok: false,
      error: { kind: 'comment.too-many', most: MOST_COMMENTS },
    });
    expect(releaseComment(crowded, full[199] ?? comment, NINE_O_CLOCK)).toEqual({ ok: true, value: crowded });
  });

  it('NM7 carry their author’s name in a named meeting', () => {
    const named: OpenMeeting = { ...talking, terms: { ...talking.terms, mode: 'named' } };
    expect(releaseComment(named, comment, NINE_O_CLOCK)).toEqual({ ok: false, error: { kind: 'comment.name-needed' } });
    const signed = releaseComment(named, { ...comment, name: 'Person 1' }, NINE_O_CLOCK);
    expect(signed.ok && signed.value.comments).toEqual([{ ...comment, name: 'Person 1' }]);
  });

  it('CM5 belong to a topic of the talk', () => {
    expect(releaseComment(talking, { ...comment, question: 'v.1' }, NINE_O_CLOCK)).toEqual({
      ok: false,
      error: { kind: 'topic.not-current' },
    });
  });

  it('CM6 a leader has one wording on the table', () => {
    const messaging: OpenMeeting = { ...anOpenMeeting(), phase: 'messaging' };
    const first = putSentence(messaging, { id: makeId('sentence', 'a'), text: 'One', author: 'tag' }, NINE_O_CLOCK);
    if (!first.ok) throw new Error(first.error.kind);
    const second = putSentence(first.value, { id: makeId('sentence', 'a'), text: 'Two', author: 'tag' }, NINE_O_CLOCK);
    expect(second.ok && second.value.sentences.map(({ text }) => text)).toEqual(['Two']);
  });
});
