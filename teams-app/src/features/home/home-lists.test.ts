import { describe, expect, it } from '@jest/globals';
import { makeId } from '@plumbline/shared/kernel/ids';
import type { View } from '../../app/api.ts';
import { homeTopics, meetingToName, notWaiting } from './home-lists.ts';

type Team = View<'viewHome'>['teams'][number];
type Meeting = Team['meetings'][number];
type Commitment = View<'viewHome'>['commitments'][number];

function meeting(name: string, status: Meeting['status'], closedAt: number | null = null): Meeting {
  const none = { phase: null, scheduledFor: null, opening: null, openedAt: null, closesAt: null };
  return {
    ...none,
    id: makeId('meeting', name),
    title: name,
    format: 'meeting',
    asks: 'team',
    mode: 'anonymous',
    status,
    closedAt,
  };
}

function team(name: string, meetings: readonly Meeting[]): Team {
  const id = makeId('team', name);
  return { id, name, organisation: 'Acme', role: 'leader', meetings: [...meetings], withheld: false };
}

function commitment(name: string): Commitment {
  return {
    id: makeId('commitment', name),
    team: makeId('team', 'a'),
    teamName: 'a',
    meeting: makeId('meeting', 'm'),
    sentence: name,
    owner: { person: makeId('person', 'p'), name: 'P' },
    due: '2026-12-01',
    overdue: false,
    evidence: 'seen',
    displaces: '',
    question: null,
    status: 'open',
    madeAt: 0,
    checkIns: [],
    moved: null,
    mayCheckIn: true,
    revision: 1,
  };
}

describe('homeTopics', () => {
  it('watches teams and the meetings that are not over, as many as a stream takes', () => {
    const teams = [team('a', [meeting('over', 'closed', 1), meeting('open', 'open')]), team('b', [])];
    expect(homeTopics({ teams, waiting: [] })).toEqual(['team_a', 'team_b', 'meeting_open']);
    const many = Array.from({ length: 30 }, (_one, index) => team(`t${index}`, []));
    expect(homeTopics({ teams: many, waiting: [] })).toHaveLength(20);
  });

  it('PU2 watches a pulse that asks somebody who is not in its team, so that it goes when it closes', () => {
    const pulse = { kind: 'ballot', team: 'a', meeting: meeting('asked', 'open'), answered: 0, questions: 3 } as const;
    const teams = [team('b', [meeting('open', 'open')])];
    expect(homeTopics({ teams: [], waiting: [pulse] })).toEqual(['meeting_asked']);
    expect(homeTopics({ teams, waiting: [pulse] })).toEqual(['team_b', 'meeting_asked', 'meeting_open']);
  });
});

describe('notWaiting', () => {
  it('does not show a commitment twice', () => {
    const [one, other] = [commitment('one'), commitment('other')];
    expect(notWaiting([one, other], [{ kind: 'check-in', team: 'a', commitment: other }])).toEqual([one]);
  });
});

describe('meetingToName', () => {
  it('names what is open before what is planned before what was last', () => {
    const [old, last] = [meeting('old', 'closed', 1), meeting('last', 'closed', 2)];
    const [planned, open] = [meeting('planned', 'draft'), meeting('open', 'open')];
    expect(meetingToName([])).toBeNull();
    expect(meetingToName([old, last])).toBe(last);
    expect(meetingToName([last, planned])).toBe(planned);
    expect(meetingToName([planned, open])).toBe(open);
  });
});
