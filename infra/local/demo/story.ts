import { SIXTY_MINUTES } from '@plumbline/shared/domain/meeting/phases';

/**
 * Where the eight leaders stand on each dimension, in the order of `DEMO_LEADERS`, on the scale from 1 to 7. `null`:
 * can't say. The first meeting finds a team that likes its direction and runs its parts apart; by the second it is
 * together on where it goes, and split on what comes first.
 */
export interface Quarter {
  readonly title: string;
  readonly purpose: string;
  readonly daysAgo: number;
  readonly stand: Readonly<Record<string, readonly (number | null)[]>>;
  /** What the leaders change to when they vote again on a topic. */
  readonly revote: Readonly<Record<string, readonly number[]>>;
  readonly importance: readonly (readonly string[])[];
  readonly order: readonly (readonly number[])[];
  readonly commitments: readonly DemoCommitment[];
  readonly changes: readonly string[];
  readonly sentences: readonly string[];
  readonly message: string;
  readonly worth: readonly number[];
}

export interface DemoCommitment {
  readonly sentence: string;
  readonly owner: string;
  readonly dueInDays: number;
  readonly evidence: string;
  /** Empty where the team named nothing. */
  readonly displaces: string;
  readonly question: string;
  readonly checkIns: readonly {
    readonly afterDays: number;
    readonly status: 'on-track' | 'at-risk' | 'done';
    readonly note: string;
  }[];
}

export const DEMO_MINUTES = SIXTY_MINUTES;

export const DEMO_PRIORITIES = [
  'On-time delivery back above 96%',
  'Open the Baltic route',
  'Move bookings to the new platform',
  'Bring overtime down by a fifth',
  'Win two national contracts',
];

export const OWN_STATEMENT = 'If we could keep only one of our three depots, we would all name the same one.';

const BY_IMPORTANCE = [
  ['priorities', 'roles', 'strategy'],
  ['priorities', 'goals', 'responsibilities'],
  ['priorities', 'across-functions', 'roles'],
  ['strategy', 'priorities', 'vision'],
  ['roles', 'expectations', 'priorities'],
  ['strategy', 'priorities', 'goals'],
  ['priorities', 'across-functions', 'roles'],
  ['strategy', 'vision', 'priorities'],
];

export const QUARTERS: readonly Quarter[] = [
  {
    title: 'Alignment meeting, second quarter',
    purpose: 'Agree what we are building towards before the summer peak.',
    daysAgo: 186,
    stand: {
      vision: [6, 4, 3, 5, 4, 6, 4, 6],
      goals: [6, 5, 5, 4, 4, 3, 5, 6],
      priorities: [6, 2, 2, 6, 5, 7, 2, 3],
      strategy: [6, 3, 4, 5, 3, 6, 2, 7],
      roles: [5, 3, 2, 3, 2, 4, 3, 5],
      responsibilities: [5, 4, 3, 5, 3, 6, 4, 4],
      expectations: [4, 3, 3, 2, 2, 3, 3, 4],
      'across-functions': [4, 2, 3, 2, 3, 2, 2, 3],
      own: [6, 2, 1, 5, null, 7, 2, 3],
    },
    revote: {},
    importance: BY_IMPORTANCE,
    order: [
      [1, 2, 5, 3, 4],
      [4, 1, 3, 5, 2],
      [1, 4, 3, 2, 5],
      [3, 2, 1, 5, 4],
      [4, 1, 3, 2, 5],
      [5, 2, 1, 3, 4],
      [1, 3, 4, 5, 2],
      [2, 5, 1, 3, 4],
    ],
    commitments: [
      {
        sentence: 'One page names who finally owns each of our ten largest results.',
        owner: 'maya',
        dueInDays: 30,
        evidence: 'The page hangs in all three depots and nobody has asked to change it for two weeks.',
        displaces: 'The three lists of who owns what that each of us kept.',
        question: 'al.roles.1',
        checkIns: [
          { afterDays: 14, status: 'on-track', note: 'Seven of ten agreed.' },
          { afterDays: 33, status: 'done', note: 'Published. Two names changed on the way.' },
        ],
      },
      {
        sentence: 'We tell the same story of the Baltic route in every depot meeting.',
        owner: 'omar',
        dueInDays: 45,
        evidence: 'Five people picked at random in each depot can say why we go there.',
        displaces: '',
        question: 'al.vision.3',
        checkIns: [{ afterDays: 44, status: 'done', note: 'Twelve of fifteen could.' }],
      },
    ],
    changes: ['One owner for each large result, not two.', 'The story is about customers first, ships second.'],
    sentences: [
      'We will be the carrier that calls you before you notice, on both seas.',
      'We grow into the Baltic, and we keep every promise we made in the North Sea.',
      'Reliable first, bigger second: that is how we go east.',
      'We will run on time and open the Baltic route this year.',
      'Our customers will hear from us first, wherever the ship is.',
      'We add the Baltic because our customers are already there.',
    ],
    message: 'We grow into the Baltic, and we keep every promise we made in the North Sea.',
    worth: [4, 4, 3, 4, 5, 4, 3, 5],
  },
  {
    title: 'Alignment meeting, third quarter',
    purpose: 'Decide what gives way before the peak season, so that nobody below us has to.',
    daysAgo: 93,
    stand: {
      vision: [6, 6, 5, 6, 6, 7, 6, 6],
      goals: [6, 6, 5, 5, 6, 5, 6, 6],
      priorities: [6, 1, 1, 6, 1, 7, 1, 6],
      strategy: [6, 4, 3, 6, 4, 6, 3, 7],
      roles: [6, 5, 5, 5, 4, 5, 6, 6],
      responsibilities: [5, 3, 5, 6, 2, 6, 4, 3],
      expectations: [3, 3, 4, 3, 2, 3, 4, 4],
      'across-functions': [3, 2, 2, 1, 2, 3, 2, 2],
      own: [7, 1, 1, 7, null, 7, 1, 6],
    },
    revote: { 'al.priorities.2': [5, 4, 4, 6, 4, 6, 3, 5], 'al.across-functions.1': [3, 2, 3, 2, 2, 3, 3, 2] },
    importance: BY_IMPORTANCE,
    order: [
      [1, 2, 3, 5, 4],
      [1, 4, 3, 2, 5],
      [1, 4, 3, 2, 5],
      [3, 2, 1, 5, 4],
      [4, 1, 3, 2, 5],
      [2, 5, 3, 1, 4],
      [1, 4, 3, 5, 2],
      [2, 3, 1, 5, 4],
    ],
    commitments: [
      {
        sentence: 'When the Baltic route and on-time delivery collide, on-time wins until 15 December.',
        owner: 'ngozi',
        dueInDays: 80,
        evidence: 'No ship is pulled from the North Sea plan without both of us signing.',
        displaces: 'Extra sailings on the Baltic route in the last week of a quarter.',
        question: 'al.priorities.2',
        checkIns: [
          { afterDays: 30, status: 'on-track', note: 'Tested twice in October, held both times.' },
          { afterDays: 70, status: 'at-risk', note: 'Two sales promises already assume the third ship.' },
        ],
      },
      {
        sentence:
          'A change to the timetable or the booking screens goes past operations, sales and IT before it is promised.',
        owner: 'daniel',
        dueInDays: 100,
        evidence: 'Ten changes in a row with three names under each.',
        displaces: 'Promises to customers on the phone before operations has looked.',
        question: 'al.across-functions.1',
        checkIns: [{ afterDays: 40, status: 'on-track', note: 'Four so far.' }],
      },
      {
        sentence: 'We publish the list of what we have stopped, with the date and the reason.',
        owner: 'lukas',
        dueInDays: 60,
        evidence: 'The list is the first page of the monthly letter.',
        displaces: 'The weekly status report on work that has ended.',
        question: 'al.priorities.3',
        checkIns: [],
      },
    ],
    changes: [
      'Until mid-December a late ship costs more than a lost Baltic week.',
      'We agree that we do not see each other’s changes coming.',
      'Strategy says where, the plan says when: we had argued about the plan.',
    ],
    sentences: [
      'Until Christmas we keep our promises in the North Sea; the Baltic grows with what is left.',
      'On time first. Whoever wants a ship for the Baltic asks operations.',
      'We go east, one ship at a time, and never at the cost of a customer we already have.',
      'This autumn every one of us says the same: on time comes first.',
      'We said no to three things so that we can keep one promise.',
      'On-time delivery is the priority until 15 December. The Baltic route is next.',
      'The Baltic is our future and on-time is our present.',
    ],
    message: 'On-time delivery is the priority until 15 December. The Baltic route is next.',
    worth: [5, 4, 4, 5, 4, 4, 4, 5],
  },
];

/** What is planned and waits to be opened. */
export const NEXT_MEETING = {
  title: 'Alignment meeting, fourth quarter',
  purpose: 'See whether on-time really comes first, and settle who decides on the third ship.',
  inDays: 2,
};
