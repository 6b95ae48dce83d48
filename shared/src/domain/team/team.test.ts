import { describe, expect, it } from '@jest/globals';
import { aMember, aTeam } from '../../testing/meetings.ts';
import { groupsOf } from '../meeting/groups.ts';
import { addMember, changeGroup, changeRole, changeTeam, raiseMinimumGroup, removeMember } from './team.ts';

describe('a team', () => {
  it('TM1 has a person once', () => {
    expect(addMember(aTeam(), aMember(3))).toEqual({ ok: false, error: { kind: 'team.member-exists' } });
    const grown = addMember(aTeam({ leaders: 1 }), aMember(9, 'sponsor'));
    expect(grown.ok && grown.value.members.at(-1)).toEqual(aMember(9, 'sponsor'));
  });

  it('TM2 keeps somebody who can plan a meeting', () => {
    const pair = { ...aTeam({ leaders: 1 }), members: [aMember(1), aMember(2, 'sponsor')] };
    const left = { ok: false, error: { kind: 'team.nobody-left-to-lead' } };
    expect(removeMember(pair, aMember(1).person)).toEqual(left);
    expect(changeRole(pair, aMember(1).person, 'analyst')).toEqual(left);
    expect(removeMember(pair, aMember(2).person).ok).toBe(true);
  });

  it('CU1 has a member in one group or in none, and the same spelling is the same group', () => {
    const grouped = [1, 2, 3].reduce(
      (team, number) => {
        const next = changeGroup(team, aMember(number).person, number === 3 ? 'Operations' : 'Sales');
        if (!next.ok) throw new Error(next.error.kind);
        return next.value;
      },
      aTeam({ leaders: 4 }),
    );
    expect(groupsOf(grouped.members)).toEqual([
      { group: 'Operations', people: [aMember(3).person] },
      { group: 'Sales', people: [aMember(1).person, aMember(2).person] },
    ]);
    const left = changeGroup(grouped, aMember(3).person, '');
    expect(left.ok && groupsOf(left.value.members).map(({ group }) => group)).toEqual(['Sales']);
    expect(left.ok && left.value.revision).toBe(grouped.revision + 1);
    expect(changeGroup(grouped, aMember(9).person, 'Sales')).toEqual({
      ok: false,
      error: { kind: 'team.member-unknown' },
    });
  });

  it('TM4 says anew what it is, and keeps its people and its minimum group', () => {
    const team = aTeam();
    const about = { name: 'Board', organisation: 'Acme Europe', scope: 'department', intact: false } as const;
    const changed = changeTeam(team, about);
    expect(changed).toEqual({ ok: true, value: { ...team, ...about, revision: team.revision + 1 } });
  });

  it('TM3 raises its minimum group and never lowers it', () => {
    const raised = raiseMinimumGroup(aTeam(), 6);
    expect(raised.ok && raised.value.minimumGroup).toBe(6);
    expect(raised.ok && raiseMinimumGroup(raised.value, 5)).toEqual({
      ok: false,
      error: { kind: 'team.minimum-group-lowered', current: 6 },
    });
  });
});
