import { describe, expect, it } from '@jest/globals';
import { anOpenMeeting, aTeam } from '../testing/meetings.ts';
import { records } from './kinds.ts';
import { decode } from './record.ts';

describe('CU1 what was kept before groups has none', () => {
  it('a team, whose members are in no group', () => {
    const team = aTeam();
    const members = team.members.map(({ group: _none, ...member }) => member);
    expect(decode(records.team, { id: 'team', schema: 1, body: { ...team, members } })).toEqual(team);
  });

  it('a meeting, whose terms promise results of the whole only', () => {
    const meeting = anOpenMeeting();
    const { groups: _none, ...terms } = meeting.terms;
    expect(decode(records.meeting, { id: 'meeting', schema: 3, body: { ...meeting, terms } })).toEqual(meeting);
  });
});
