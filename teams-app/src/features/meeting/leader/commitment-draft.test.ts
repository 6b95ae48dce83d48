import { describe, expect, it } from '@jest/globals';
import { makeId } from '@plumbline/shared/kernel/ids';
import { commitmentFaults, draftOfCommitment, EMPTY_COMMITMENT, readDraft, sameTerms } from './commitment-draft.ts';

const whole = {
  sentence: 'We publish one list of priorities',
  owner: 'person_ada',
  due: '2026-12-01',
  evidence: 'The list is on the first page',
  displaces: 'The weekly status report.',
  question: 'al.priorities.1',
};

describe('a commitment that is being written', () => {
  it('says what is missing, and nothing when it is whole', () => {
    expect(commitmentFaults(EMPTY_COMMITMENT, '2026-11-12')).toEqual({
      sentence: 'missing',
      owner: 'missing',
      due: 'missing',
      evidence: 'missing',
    });
    expect(commitmentFaults({ ...whole, question: '' }, '2026-11-12')).toEqual({});
    expect(commitmentFaults(whole, '2026-12-01')).toEqual({});
  });

  it('can’t be due in the past', () => {
    expect(commitmentFaults(whole, '2026-12-02')).toEqual({ due: 'past' });
  });

  it('is found again as it was kept', () => {
    expect(readDraft(JSON.stringify(whole))).toEqual(whole);
    expect(readDraft(JSON.stringify({ sentence: 'Half', due: 7 }))).toEqual({ ...EMPTY_COMMITMENT, sentence: 'Half' });
    expect(['', 'null', '{"sentence"', '4'].map(readDraft)).toEqual([null, null, null, null]);
  });

  it('knows whether somebody else changed it meanwhile', () => {
    const { sentence, due, evidence, displaces, question } = whole;
    const owner = { person: makeId('person', 'ada'), name: 'Ada' };
    const standing = { id: makeId('commitment', '1'), sentence, due, evidence, displaces, question, owner };
    expect(draftOfCommitment(standing)).toEqual(whole);
    expect(sameTerms(standing, { ...standing, owner: { ...owner, name: 'Ada L.' } })).toBe(true);
    expect(sameTerms(standing, { ...standing, due: '2026-12-02' })).toBe(false);
    expect(sameTerms(standing, { ...standing, displaces: '' })).toBe(false);
    expect(sameTerms(standing, undefined)).toBe(false);
  });
});
