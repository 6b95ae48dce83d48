import { describe, expect, it } from '@jest/globals';
import { anOpenMeeting } from '../testing/meetings.ts';
import { records } from './kinds.ts';
import { decode } from './record.ts';

describe('PU1 what was kept before large pulses', () => {
  it('is a meeting whose ballots lie in one place for each round', () => {
    const meeting = anOpenMeeting();
    const rounds = meeting.rounds.map(({ shards: _one, ...round }) => round);
    expect(decode(records.meeting, { id: 'meeting', schema: 4, body: { ...meeting, rounds } })).toEqual(meeting);
  });

  it('is a draft, which has no rounds', () => {
    const { id, tenant, team, format, composition, facilitator, createdAt, revision } = anOpenMeeting();
    const draft = { status: 'draft', id, tenant, team, format, composition, facilitator, createdAt, revision };
    expect(decode(records.meeting, { id: 'meeting', schema: 4, body: draft })).toEqual(draft);
  });
});
