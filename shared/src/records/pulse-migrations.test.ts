import { describe, expect, it } from '@jest/globals';
import { NO_PARTICIPANTS } from '../domain/meeting/participants.ts';
import { anOpenMeeting } from '../testing/meetings.ts';
import { records } from './kinds.ts';
import { decode } from './record.ts';

describe('PU1 what was kept before large pulses', () => {
  it('is a meeting whose ballots lie in one place for each round, and that asks leaders only', () => {
    const meeting = anOpenMeeting();
    const rounds = meeting.rounds.map(({ shards: _one, ...round }) => round);
    const { participants, asks: _team, ...terms } = meeting.terms;
    const older = { ...meeting, rounds, terms };
    expect(decode(records.meeting, { id: 'meeting', schema: 4, body: older })).toEqual(meeting);
    expect(decode(records.meeting, { id: 'meeting', schema: 5, body: { ...meeting, terms } })).toEqual(meeting);
    const asking = { ...meeting, terms: { ...terms, participants } };
    expect(decode(records.meeting, { id: 'meeting', schema: 6, body: asking })).toEqual(meeting);
  });

  it('is a draft, which has no rounds', () => {
    const { id, tenant, team, format, composition, facilitator, createdAt, revision } = anOpenMeeting();
    const draft = { status: 'draft', id, tenant, team, format, composition, facilitator, createdAt, revision };
    const expected = { ...draft, participants: NO_PARTICIPANTS, stakeholders: [], opening: null };
    for (const schema of [4, 5])
      expect(decode(records.meeting, { id: 'meeting', schema, body: draft })).toEqual(expected);
  });
});
