import type { MeetingView, RoundView } from '@plumbline/shared/contract/views';
import { SIXTY_MINUTES } from '@plumbline/shared/domain/meeting/phases';
import { makeId } from '@plumbline/shared/kernel/ids';

/** An open meeting of eight in its rating, for tests that name only what matters to them. */
export function meetingViewOf(changes: Partial<MeetingView> = {}): MeetingView {
  const ada = makeId('person', 'ada');
  return {
    id: makeId('meeting', '1'),
    team: { id: makeId('team', '1'), name: 'Executive team', organisation: 'Acme' },
    format: 'meeting',
    asks: 'team',
    mode: 'anonymous',
    status: 'open',
    composition: {
      title: 'Autumn',
      purpose: 'One order of priorities',
      mode: 'anonymous',
      scheduledFor: null,
      instrument: { id: makeId('instrument', 'alignment'), version: 1 },
      ownQuestions: [],
      priorities: [],
      prioritiesAs: 'ranking',
      minutes: SIXTY_MINUTES,
    },
    facilitator: { person: ada, name: 'Ada' },
    people: [{ person: ada, name: 'Ada', title: 'CEO', role: 'leader', group: '' }],
    me: {
      person: ada,
      role: 'leader',
      invited: true,
      abilities: { direct: false, facilitate: true, compose: true, answer: true, commit: true, release: true },
    },
    phase: 'rating',
    clock: { status: 'untimed' },
    page: null,
    entered: {},
    openedAt: 1_000,
    closesAt: null,
    opening: null,
    closedAt: null,
    sealed: false,
    keptMonths: null,
    minimumGroup: 5,
    leaders: 8,
    participants: null,
    groups: [],
    dimensions: [
      { id: 'vision', title: 'Vision', questions: ['v1', 'v2'] },
      { id: 'roles', title: 'Roles', questions: ['r1'] },
    ],
    rounds: [roundViewOf()],
    topics: [],
    comments: [],
    sentencesCounted: 0,
    message: null,
    commitments: [],
    lastTime: [],
    log: [],
    revision: 1,
    ...changes,
  };
}

/** An open rating round of three statements and the question what matters most. */
export function roundViewOf(changes: Partial<RoundView> = {}): RoundView {
  return {
    id: makeId('round', '1'),
    purpose: 'rating',
    status: 'open',
    questions: [
      { id: 'v1', kind: 'agreement', text: 'We tell the same story.' },
      { id: 'v2', kind: 'agreement', text: 'We know where we go.' },
      { id: 'r1', kind: 'frequency', text: 'Work falls between us.' },
      {
        id: 'importance',
        kind: 'ranking',
        text: 'What matters most?',
        options: [
          { id: 'vision', text: 'Vision' },
          { id: 'roles', text: 'Roles' },
        ],
        most: 3,
      },
    ],
    counted: 4,
    invited: 8,
    shown: false,
    ...changes,
  };
}
