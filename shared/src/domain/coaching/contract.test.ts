import { describe, expect, it } from '@jest/globals';
import { makeId } from '../../kernel/ids.ts';
import type { Role, Team } from '../team/team.ts';
import { isInForce, LEADER_TIERS, SPONSOR_TIERS, usualTerms, type CoachingContract } from './contract.ts';
import { beginEngagement, draftContract } from './engagement.ts';

const COACH = makeId('person', 'coach');

function teamOf(...roles: readonly Role[]): Team {
  const members = roles.map((role) => ({ person: makeId('person', role), name: role, title: '', role, group: '' }));
  const about = { tenant: 'tenant-1', organisation: 'Org', name: 'Team', scope: 'team', intact: true } as const;
  return { id: makeId('team', '1'), ...about, minimumGroup: 5, members, revision: 1 };
}

const TERMS = usualTerms({ outcomes: ['We decide once.'], boundaries: [] }, 'Decide.');
const CONTRACT: CoachingContract = { ...TERMS, version: 1, draftedAt: 0, acceptedBy: [] };

function proposed(sees: CoachingContract['sees']): string {
  const team = teamOf('coach', 'leader');
  const about = { coach: COACH, sponsor: null, purpose: 'Decide.', occasion: 'none', begunAt: 0 } as const;
  const begun = beginEngagement(team, { id: makeId('engagement', '1'), ...about }, null);
  if (!begun.ok) throw new Error(begun.error.kind);
  const drafted = draftContract(begun.value, { ...TERMS, sees }, { team, now: 0 });
  return drafted.ok ? 'proposed' : drafted.error.kind;
}

describe('a contract', () => {
  it('CO2 is not in force where nobody is left whose yes it needs', () => {
    const between = { team: teamOf('analyst'), coach: COACH, sponsor: null };
    expect(isInForce(CONTRACT, between)).toBe(false);
    const accepted = { ...CONTRACT, acceptedBy: [{ person: COACH, at: 0 }] };
    expect(isInForce(accepted, { ...between, team: teamOf('coach') })).toBe(true);
  });

  it('CO5 shows leaders no less than sponsors, of all that can be proposed', () => {
    const refused = SPONSOR_TIERS.flatMap((sponsor) =>
      LEADER_TIERS.flatMap((leaders) => {
        const answer = proposed({ sponsor, leaders });
        return answer === 'proposed' ? [] : [`${sponsor} ${leaders} ${answer}`];
      }),
    );
    expect(refused).toEqual(['goals-and-themes contract contract.leaders-behind']);
  });
});
