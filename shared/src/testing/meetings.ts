import type { Instrument } from '../domain/instrument/instrument.ts';
import type { Composition, Mode, OpenMeeting } from '../domain/meeting/meeting.ts';
import { composeMeeting, openMeeting, type AskingWords } from '../domain/meeting/open-meeting.ts';
import { NO_PARTICIPANTS } from '../domain/meeting/participants.ts';
import { SIXTY_MINUTES } from '../domain/meeting/phases.ts';
import type { Member, Team } from '../domain/team/team.ts';
import { assert } from '../kernel/assert.ts';
import { makeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';

/** A fixed moment: 2026-11-12T09:00:00Z. */
export const NINE_O_CLOCK: Instant = 1_794_474_000_000;

export const ASKING: AskingWords = {
  own: 'Our own statements',
  importance: 'Which three matter most?',
  priorities: {
    ranking: 'Put our priorities in order',
    allocation: 'Give our priorities points',
    pairwise: 'Which of the two?',
  },
  dots: 'What do we talk about?',
  worth: 'Was it worth the time?',
};

const TWO_DIMENSIONS: Instrument = {
  id: makeId('instrument', 'two'),
  version: 1,
  title: 'Two dimensions',
  team: null,
  copiedFrom: null,
  dimensions: [
    { id: 'vision', title: 'Vision', questions: [{ id: 'v.1', kind: 'agreement', text: 'We see the same.' }] },
    {
      id: 'roles',
      title: 'Roles',
      questions: [
        { id: 'r.1', kind: 'agreement', text: 'We know who owns what.' },
        { id: 'r.2', kind: 'agreement', text: 'Nothing falls between us.' },
      ],
    },
  ],
};

/** What a meeting asks where a test does not care: the built-in instrument, and nothing beside it. */
export const COMPOSITION: Composition = {
  title: 'Alignment',
  purpose: '',
  mode: 'anonymous',
  scheduledFor: null,
  instrument: { id: makeId('instrument', 'alignment'), version: 1 },
  ownQuestions: [],
  priorities: [],
  prioritiesAs: 'ranking',
  minutes: SIXTY_MINUTES,
};

/** A member called by number. */
export function aMember(number: number, role: Member['role'] = 'leader', group = ''): Member {
  return { person: makeId('person', `p${number}`), name: `Person ${number}`, title: '', role, group };
}

/** A team of so many leaders and a coach, person 0. */
export function aTeam({ leaders = 6, minimumGroup = 5 }: { leaders?: number; minimumGroup?: number } = {}): Team {
  return {
    id: makeId('team', 't1'),
    tenant: 'tenant-1',
    organisation: 'Org',
    name: 'Team',
    scope: 'team',
    intact: true,
    minimumGroup,
    members: [aMember(0, 'coach'), ...Array.from({ length: leaders }, (_, i) => aMember(i + 1))],
    revision: 1,
  };
}

/** A meeting that was opened, or a pulse where `closesAt` is given. */
export function anOpenMeeting({
  team = aTeam(),
  closesAt = null,
  mode = 'anonymous',
}: { team?: Team; closesAt?: Instant | null; mode?: Mode } = {}): OpenMeeting {
  const draft = composeMeeting(team, {
    id: makeId('meeting', 'm1'),
    format: closesAt === null ? 'meeting' : 'pulse',
    composition: { ...COMPOSITION, mode, instrument: { id: TWO_DIMENSIONS.id, version: 1 } },
    by: makeId('person', 'p0'),
    now: NINE_O_CLOCK,
  });
  const opened = openMeeting(draft, {
    team,
    instrument: TWO_DIMENSIONS,
    words: ASKING,
    closesAt,
    participants: NO_PARTICIPANTS,
    now: NINE_O_CLOCK,
  });
  assert(opened.ok, 'the meeting of the tests can be opened');
  return opened.value;
}
