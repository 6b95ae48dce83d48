import type { SampleView } from '../../contract/views.ts';
import { builtInInstruments } from '../../domain/instrument/instrument.ts';
import type { Question } from '../../domain/instrument/question.ts';
import { scaleOf } from '../../domain/instrument/question.ts';
import type { Answer, Answers } from '../../domain/ballot/ballot.ts';
import {
  FEWEST_NAMED,
  type ClosedMeeting,
  type DimensionFrame,
  type LeaderGroup,
  type Meeting,
  type Mode,
} from '../../domain/meeting/meeting.ts';
import { SIXTY_MINUTES } from '../../domain/meeting/phases.ts';
import { closeRound, newRound, ratingRound } from '../../domain/meeting/rounds.ts';
import type { Snapshot } from '../../domain/meeting/snapshot.ts';
import { groupResults } from '../../domain/results/group-results.ts';
import { tallyRound } from '../../domain/results/tally-round.ts';
import type { Role, Team } from '../../domain/team/team.ts';
import { askedBy, NO_PARTICIPANTS } from '../../domain/meeting/participants.ts';
import { makeId, type PersonId } from '../../kernel/ids.ts';
import { memoryOf } from '../../kernel/memory.ts';
import { goingToAsk, modeOf } from './meeting.ts';
import { presentResults } from './results.ts';

/** Where the made-up leaders stand on one question, from 0 to 1 on its scale; `null` can't say. */
type Stand = readonly (number | null)[];

/** One question of each kind of division, so that the sample shows what can come up. */
const DIVIDED: readonly Stand[] = [
  [0, 1, 0, 1, 1, 0, 1, 0],
  [0.2, 0.9, 0.5, 0.3, 0.8],
  [null, 0.5, null, 0.7, null, 0.6, null],
];
/** The rest of the made-up team's answers: together at one end, in the middle, at the other end. */
const TOGETHER: readonly Stand[] = [
  [0.8, 0.9, 1, 0.8, 0.9],
  [0.5, 0.6, 0.5, 0.5, 0.4],
  [0.2, 0.2, 0.1, 0, 0.2],
  [0.7, 0.8, 0.8, 0.9, 0.7],
];

/** All that a sample depends on: nothing that anybody answered, and nobody but how many there are. */
interface Sampled {
  readonly format: Meeting['format'];
  readonly mode: Mode;
  readonly minimumGroup: number;
  readonly invited: number;
  readonly groups: readonly { readonly group: string; readonly people: number }[];
  readonly questions: readonly Question[];
  readonly dimensions: readonly DimensionFrame[];
}

/** Everybody in a meeting may ask for its sample again and again, and it takes long to work out. */
const MOST_KEPT = 32;
/** Of more people than so many, everything is shown that can be. */
const MOST_MADE_UP = 1_000;
const samples = memoryOf<SampleView>(MOST_KEPT);

/**
 * "What could they see?": the exact view of each role, made by the code that makes the real ones, on made-up answers of
 * as many people as are invited, or of as many as look no different from more.
 */
export function presentSample(meeting: Meeting, team: Team): SampleView {
  const isDraft = meeting.status === 'draft';
  const { asked, groups } = isDraft
    ? goingToAsk(meeting, team)
    : { asked: askedBy(meeting.terms), groups: meeting.terms.groups };
  const sampled: Sampled = {
    format: meeting.format,
    mode: modeOf(meeting),
    minimumGroup: isDraft ? team.minimumGroup : meeting.terms.minimumGroup,
    invited: Math.min(asked, MOST_MADE_UP),
    groups: groups.map(({ group, people }) => ({ group, people: people.length })),
    ...questionsOf(meeting),
  };
  const sample = samples.recall(JSON.stringify(sampled), () => sampleOf(sampled));
  return asked > MOST_MADE_UP ? { ...sample, invited: asked } : sample;
}

function sampleOf(sampled: Sampled): SampleView {
  const { mode, minimumGroup, invited, questions, dimensions } = sampled;
  const groups = madeUpGroups(sampled.groups);
  const people = Array.from({ length: invited }, (_, place) => madeUpPerson(place));
  const meeting = makeId('meeting', 'sample');
  const round = closeRound(newRound({ id: meeting }, { place: 0, voters: invited }, { purpose: 'rating', questions }));
  const named = people.map((person, place) => ({ person, answers: madeUp(questions, place) }));
  const ballots = named.map(({ answers }) => answers);
  const smallestSide = mode === 'named' ? FEWEST_NAMED : minimumGroup;
  const snapshot: Snapshot = {
    ...(mode === 'named' ? { mode, named } : { mode, named: null }),
    meeting,
    round: round.id,
    purpose: 'rating',
    closedAt: 0,
    minimumGroup,
    questions,
    tally: tallyRound({ questions, ballots, invited, smallestSide }),
    moved: true,
    // Where everybody answers, what is not shown is what people were told.
    groups: groupResults({ mode, groups, answered: named, questions, dimensions, minimumGroup, told: new Map() }),
  };
  const closed: ClosedMeeting = {
    ...MADE_UP,
    id: meeting,
    format: sampled.format,
    composition: { ...MADE_UP.composition, mode },
    terms: { openedAt: 0, mode, minimumGroup, asks: 'team', leaders: people, participants: NO_PARTICIPANTS, groups },
    dimensions,
    rounds: [round],
  };
  const snapshots = new Map([[round.id, snapshot]]);
  const seenBy = (role: Role) => presentResults(closed, snapshots, { role, nameOf: madeUpName });
  return {
    minimumGroup: mode === 'named' ? FEWEST_NAMED : minimumGroup,
    invited,
    views: [
      { role: 'leader', when: 'from-the-reveal', results: seenBy('leader') },
      { role: 'coach', when: 'from-the-reveal', results: seenBy('coach') },
      { role: 'sponsor', when: 'after-closing', results: seenBy('sponsor') },
    ],
  };
}

/** What a view of results does not depend on: were it the meeting's own, one team's sample could carry another's words. */
const MADE_UP = {
  tenant: '',
  team: makeId('team', 'sample'),
  facilitator: madeUpPerson(0),
  composition: {
    title: '',
    purpose: '',
    scheduledFor: null,
    instrument: { id: makeId('instrument', 'sample'), version: 1 },
    ownQuestions: [],
    priorities: [],
    prioritiesAs: 'ranking',
    minutes: SIXTY_MINUTES,
  },
  createdAt: 0,
  revision: 1,
  status: 'closed',
  topics: [],
  comments: [],
  sentences: [],
  message: null,
  commitments: [],
  log: [],
  entered: {},
  closedAt: 0,
  sealed: true,
} as const;

/** Made-up people have letters for names, so that nobody takes a made-up answer for a colleague's. */
function madeUpPerson(place: number): PersonId {
  return makeId('person', `sample-${String(place).padStart(4, '0')}`);
}

/** As many made-up people in each group as there are real ones. */
function madeUpGroups(groups: Sampled['groups']): readonly LeaderGroup[] {
  let next = 0;
  return groups.map(({ group, people }) => {
    const first = next;
    next += people;
    return { group, people: Array.from({ length: people }, (_, place) => madeUpPerson(first + place)) };
  });
}

function madeUpName(person: PersonId): string {
  let place = Number(person.slice(-4));
  let name = '';
  for (; place >= 0; place = Math.floor(place / 26) - 1) name = String.fromCharCode(65 + (place % 26)) + name;
  return name;
}

/** What the meeting asks, or is going to ask as far as its built-in instrument tells. */
function questionsOf(meeting: Meeting): Pick<Sampled, 'questions' | 'dimensions'> {
  if (meeting.status !== 'draft') return { questions: ratingRound(meeting).questions, dimensions: meeting.dimensions };
  const wanted = meeting.composition.instrument.id;
  const instrument = builtInInstruments().find(({ id }) => id === wanted) ?? builtInInstruments()[0];
  const dimensions = instrument?.dimensions ?? [];
  return {
    questions: dimensions.flatMap((dimension) => dimension.questions),
    dimensions: dimensions.map(({ id, title, questions }) => ({ id, title, questions: questions.map((q) => q.id) })),
  };
}

function madeUp(questions: readonly Question[], person: number): Answers {
  return Object.fromEntries(
    questions.flatMap((question, i): readonly (readonly [string, Answer])[] => {
      const answer = madeUpAnswer(question, i, person);
      return answer ? [[question.id, answer]] : [];
    }),
  );
}

function madeUpAnswer(question: Question, i: number, person: number): Answer | null {
  const scale = scaleOf(question);
  if (!scale) return madeUpPreference(question, person);
  const stand = DIVIDED[i] ?? TOGETHER[i % TOGETHER.length] ?? [];
  const at = stand[person % stand.length];
  if (at === undefined) return null;
  if (at === null && scale.cannotSay) return { kind: 'cannot-say' };
  return { kind: 'scale', value: Math.round(scale.low + (at ?? 0.5) * (scale.high - scale.low)) };
}

/** Every third person begins elsewhere among the options, and takes them from there on in their order. */
function madeUpPreference(question: Question, person: number): Answer | null {
  if (!('options' in question)) return null;
  const ids = question.options.map(({ id }) => id);
  const first = person % 3 === 2 ? Math.min(1, ids.length - 1) : 0;
  const order = [...ids.slice(first), ...ids.slice(0, first)];
  switch (question.kind) {
    case 'ranking':
      return { kind: 'ranking', order: order.slice(0, question.most) };
    case 'allocation':
      return { kind: 'allocation', points: madeUpPoints(order, question.total) };
    case 'pairwise':
      return {
        kind: 'pairwise',
        choices: order.flatMap((preferred, place) => order.slice(place + 1).map((over) => ({ preferred, over }))),
      };
    case 'dots':
      return null;
  }
}

/** The first gets most and the last least, in even steps; what rounding leaves goes to the first. */
function madeUpPoints(order: readonly string[], total: number): Readonly<Record<string, number>> {
  const steps = (order.length * (order.length + 1)) / 2;
  const points = order.map((_, place) => Math.floor(((order.length - place) * total) / steps));
  const left = total - points.reduce((sum, given) => sum + given, 0);
  return Object.fromEntries(order.map((option, place) => [option, (points[place] ?? 0) + (place === 0 ? left : 0)]));
}
