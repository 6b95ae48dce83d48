import { describe, expect, it } from '@jest/globals';
import { NO_PARTICIPANTS } from '../domain/meeting/participants.ts';
import { anOpenMeeting } from '../testing/meetings.ts';
import { records } from './kinds.ts';
import { decode } from './record.ts';

/** A meeting as version 1 kept it. */
function withoutMode() {
  const { composition, terms, ...rest } = anOpenMeeting();
  const { mode: _composed, ...oldComposition } = composition;
  const { mode: _frozen, ...oldTerms } = terms;
  return { rest, oldComposition, oldTerms };
}

describe('NM1 what was kept before meetings could be named is anonymous', () => {
  it('a meeting that was opened', () => {
    const { rest, oldComposition, oldTerms } = withoutMode();
    const body = { ...rest, composition: oldComposition, terms: oldTerms };
    expect(decode(records.meeting, { id: 'meeting', schema: 1, body })).toEqual(anOpenMeeting());
  });

  it('a draft, which has no terms yet', () => {
    const { rest, oldComposition } = withoutMode();
    const { id, tenant, team, format, facilitator, createdAt, revision } = rest;
    const body = { id, tenant, team, format, facilitator, createdAt, revision, status: 'draft' };
    const draft = decode(records.meeting, {
      id: 'meeting',
      schema: 1,
      body: { ...body, composition: oldComposition },
    });
    expect(draft).toEqual({
      ...body,
      composition: { ...oldComposition, mode: 'anonymous' },
      participants: NO_PARTICIPANTS,
      stakeholders: [],
      opening: null,
    });
  });

  it('a line in a list', () => {
    const body = {
      id: 'meeting_1',
      title: 'Alignment',
      format: 'meeting',
      status: 'closed',
      phase: null,
      scheduledFor: null,
      openedAt: 1,
      closedAt: 2,
      closesAt: null,
    };
    expect(decode(records.card, { id: 'card', schema: 1, body })).toEqual({
      ...body,
      mode: 'anonymous',
      asks: 'team',
      opening: null,
    });
  });

  it('a snapshot, and what a time line keeps of it', () => {
    const tally = { invited: 6, ballots: 5, questions: {}, camps: null };
    const kept = { meeting: 'meeting_1', closedAt: 1, minimumGroup: 5, questions: [], tally };
    const snapshot = { ...kept, round: 'round_1', purpose: 'rating', moved: true };
    expect(decode(records.snapshot, { id: 'snapshot', schema: 2, body: snapshot })).toEqual({
      ...snapshot,
      mode: 'anonymous',
      named: null,
      groups: [],
    });
    const result = { ...kept, title: 'T', instrument: { id: 'instrument_1', version: 1 }, leaders: [], dimensions: [] };
    expect(decode(records.closedResult, { id: 'result', schema: 2, body: result })).toEqual({
      ...result,
      mode: 'anonymous',
      groups: [],
    });
  });

  it('a ballot, whose author agreed to nothing', () => {
    const body = { answers: { q: { kind: 'scale', value: 5 } } };
    expect(decode(records.ballot, { id: 'b|tag', schema: 1, body })).toEqual({ ...body, consent: false });
  });
});

describe('NM5 a snapshot that says it is anonymous and names people', () => {
  const kept = {
    meeting: 'meeting_1',
    round: 'round_1',
    purpose: 'rating',
    closedAt: 1,
    minimumGroup: 5,
    questions: [],
    tally: { invited: 6, ballots: 5, questions: {}, camps: null },
    moved: true,
  };
  const named = [{ person: 'person_1', answers: {} }];
  const read = (body: object) => () => decode(records.snapshot, { id: 'snapshot', schema: 3, body });

  it('is not read at all, nor a named one without its people', () => {
    expect(read({ ...kept, mode: 'anonymous', named })).toThrow('form of a snapshot');
    expect(read({ ...kept, mode: 'named', named: null })).toThrow('form of a snapshot');
    expect(read({ ...kept, mode: 'named', named })()).toEqual({ ...kept, mode: 'named', named, groups: [] });
  });
});
