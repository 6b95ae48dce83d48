import { describe, expect, it } from '@jest/globals';
import { makeId } from '@plumbline/shared/kernel/ids';
import { meetingsWithResults, searched, type FoundMeeting } from './found-meetings.ts';

type Card = Parameters<typeof meetingsWithResults>[0][number]['meetings'][number];

const card = (unique: string, over: Partial<Card>): Card => ({
  id: makeId('meeting', unique),
  title: unique,
  format: 'meeting',
  mode: 'anonymous',
  status: 'closed',
  phase: null,
  scheduledFor: null,
  openedAt: 1,
  closedAt: 1,
  closesAt: null,
  opening: null,
  asks: 'team',
  ...over,
});

const team = (name: string, meetings: readonly Card[]) => ({
  id: makeId('team', name),
  name,
  organisation: 'Harbour',
  role: 'analyst' as const,
  meetings,
  withheld: false,
});

const found = (title: string, of: string): FoundMeeting => ({
  id: title,
  title,
  team: of,
  teamId: of,
  format: 'meeting',
  closedAt: 1,
});

describe('the meetings to choose from', () => {
  it('OF62 are of all teams, what is open first, then the most recent; drafts have nothing to show', () => {
    const teams = [
      team('A', [card('old', { closedAt: 10 }), card('plan', { status: 'draft', closedAt: null })]),
      team('B', [card('new', { closedAt: 20 }), card('open', { status: 'open', closedAt: null })]),
    ];
    expect(meetingsWithResults(teams).map(({ title }) => title)).toEqual(['open', 'new', 'old']);
  });

  it('OF62 are found by words of the team and the meeting, in any order, case and accent', () => {
    const all = [found('Q4 alignment', 'Équipe Nord'), found('Q3 alignment', 'Executive team')];
    const titles = (search: string) => searched(all, search).map(({ title }) => title);
    expect(titles('  ')).toEqual(['Q4 alignment', 'Q3 alignment']);
    expect(titles('ALIGN equipe')).toEqual(['Q4 alignment']);
    expect(titles('executive q3')).toEqual(['Q3 alignment']);
    expect(titles('executive q4')).toEqual([]);
  });
});
