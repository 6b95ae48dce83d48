import { describe, expect, it } from '@jest/globals';
import { aMember, aTeam } from '../../testing/meetings.ts';
import { addMember, changeRole, raiseMinimumGroup, removeMember } from './team.ts';

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

  it('TM3 raises its minimum group and never lowers it', () => {
    const raised = raiseMinimumGroup(aTeam(), 6);
    expect(raised.ok && raised.value.minimumGroup).toBe(6);
    expect(raised.ok && raiseMinimumGroup(raised.value, 5)).toEqual({
      ok: false,
      error: { kind: 'team.minimum-group-lowered', current: 6 },
    });
  });
});
