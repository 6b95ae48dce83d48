import { describe, expect, it } from '@jest/globals';

import { aTeam, anOpenMeeting } from '../../testing/meetings.ts';
import { presentSample } from './sample.ts';

const team = aTeam();
const meeting = anOpenMeeting({ team });

describe('PV7 the sample', () => {
  it('is worked out once of equal terms and questions, whosever the meeting is', () => {
    const first = presentSample(meeting, team);
    const other = aTeam();
    const theirs = anOpenMeeting({ team: { ...other, name: 'Others' } });
    expect(presentSample({ ...theirs, composition: { ...theirs.composition, title: 'Another' } }, other)).toBe(first);
  });

  it('is another where anything is that it shows', () => {
    const first = presentSample(meeting, team);
    const { terms } = meeting;
    const others = [
      { ...meeting, terms: { ...terms, minimumGroup: terms.minimumGroup + 1 } },
      { ...meeting, terms: { ...terms, mode: 'named' as const } },
      { ...meeting, terms: { ...terms, leaders: terms.leaders.slice(1) } },
      { ...meeting, terms: { ...terms, groups: [{ group: 'North', people: terms.leaders.slice(0, 2) }] } },
      { ...meeting, dimensions: meeting.dimensions.slice(1) },
    ];
    for (const changed of others) expect(presentSample(changed, team)).not.toEqual(first);
  });

  it('names and tells of nobody in the meeting', () => {
    const sample = JSON.stringify(presentSample(meeting, team));
    for (const { person, name } of team.members) {
      expect(sample).not.toContain(person);
      expect(sample).not.toContain(`"${name}"`);
    }
    expect(sample).not.toContain(meeting.id);
  });

  it('comes out the same again once it was forgotten, which the oldest of many is', () => {
    const first = presentSample(meeting, team);
    const { terms } = meeting;
    for (let more = 1; more <= 40; more += 1) {
      const groups = [{ group: `Group ${more}`, people: [] }];
      presentSample({ ...meeting, terms: { ...terms, groups } }, team);
    }
    const again = presentSample(meeting, team);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});
