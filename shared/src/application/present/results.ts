import type { ResultsView } from '../../contract/views.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { isShown, latestRound, ratingRound } from '../../domain/meeting/rounds.ts';
import type { Snapshot } from '../../domain/meeting/snapshot.ts';
import type { Question } from '../../domain/instrument/question.ts';
import { discloseBallots, discloseDots } from '../../domain/disclosure/disclosure.ts';
import { meanResult } from '../../domain/results/mean-result.ts';
import { perceptionResults } from '../../domain/results/perception-results.ts';
import { ratingResults } from '../../domain/results/rating-results.ts';
import { revoteResult } from '../../domain/results/revote-results.ts';
import type { RatingResults, RevoteResult } from '../../domain/results/shown.ts';
import type { Role, Standing } from '../../domain/team/team.ts';
import type { PersonId, RoundId } from '../../kernel/ids.ts';

type Held = Exclude<Meeting, { status: 'draft' }>;
export type Snapshots = ReadonlyMap<RoundId, Snapshot>;

const NOTHING: ResultsView = {
  depth: 'full',
  rating: null,
  predictions: null,
  dots: null,
  revotes: [],
  support: [],
  marks: null,
  worth: null,
  named: [],
};

/** What a role may see of results: all that is shown, its dimensions only, or nothing before the meeting is closed. */
export function depthFor(role: Standing, status: Meeting['status']): ResultsView['depth'] | null {
  switch (role) {
    case 'leader':
    case 'coach':
      return 'full';
    case 'analyst':
      return status === 'closed' ? 'full' : null;
    case 'sponsor':
      return status === 'closed' ? 'dimensions' : null;
    case 'participant':
      return null;
  }
}

/**
 * The results that a role may look at now. `snapshots` holds the one of each round that is shown; `nameOf` finds the
 * names of a named meeting. Who is shown dimensions only sees no names, and of a named meeting what an anonymous one
 * would show.
 */
export function presentResults(
  meeting: Meeting,
  snapshots: Snapshots,
  { role, nameOf }: { readonly role: Role; readonly nameOf: (person: PersonId) => string },
): ResultsView {
  const depth = depthFor(role, meeting.status);
  if (depth === null || meeting.status === 'draft') return { ...NOTHING, depth: depth ?? 'dimensions' };
  const rating = shownSnapshot(meeting, snapshots, ratingRound(meeting).id);
  const { dimensions } = meeting;
  if (depth === 'dimensions') {
    const results = rating && ratingResults({ ...rating, mode: 'anonymous', dimensions });
    return { ...NOTHING, depth, rating: results && withoutQuestions(results) };
  }
  const results = rating && ratingResults({ ...rating, dimensions });
  const prediction = latestSnapshot(meeting, snapshots, 'prediction');
  return {
    depth,
    rating: results,
    predictions: prediction && rating && predictionsAgainst(rating, prediction),
    dots: dots(latestSnapshot(meeting, snapshots, 'dots')),
    revotes: rating ? revotes(meeting, snapshots, rating) : [],
    support: support(meeting, snapshots),
    marks: marks(latestSnapshot(meeting, snapshots, 'marks')),
    worth: mean(latestSnapshot(meeting, snapshots, 'worth'), 'worth'),
    named: named(meeting, snapshots, nameOf),
  };
}

/** Who answered what in each shown round: everybody who was asked, those who did not answer with nothing. */
function named(meeting: Held, snapshots: Snapshots, nameOf: (person: PersonId) => string): ResultsView['named'] {
  return meeting.rounds.flatMap(({ id: round, purpose }) => {
    const snapshot = shownSnapshot(meeting, snapshots, round);
    if (snapshot?.mode !== 'named') return [];
    const answersOf = new Map(snapshot.named.map(({ person, answers }) => [person, answers]));
    const answers = [...meeting.terms.leaders].sort().map((person) => {
      return { person, name: nameOf(person), answers: answersOf.get(person) ?? {} };
    });
    return [{ round, purpose, answers }];
  });
}

/** What somebody who sees dimensions only is shown of a rating. */
function withoutQuestions(rating: RatingResults): RatingResults {
  return { ...rating, questions: [], rankings: [], allocations: [], pairwise: [], camps: null, groups: [] };
}

function latestSnapshot(
  meeting: Held,
  snapshots: Snapshots,
  purpose: Parameters<typeof latestRound>[1],
): Snapshot | null {
  const round = latestRound(meeting, purpose);
  return round ? shownSnapshot(meeting, snapshots, round.id) : null;
}

function shownSnapshot(meeting: Held, snapshots: Snapshots, id: RoundId): Snapshot | null {
  const round = meeting.rounds.find((candidate) => candidate.id === id);
  return round && isShown(meeting, round) ? (snapshots.get(id) ?? null) : null;
}

function predictionsAgainst(rating: Snapshot, prediction: Snapshot) {
  const { questions, minimumGroup, mode } = rating;
  return perceptionResults({ questions, predictions: prediction.tally, rating: rating.tally, minimumGroup, mode });
}

function dots(snapshot: Snapshot | null): ResultsView['dots'] {
  const question = snapshot?.questions[0];
  if (!snapshot || question?.kind !== 'dots') return null;
  return discloseDots({ ...snapshot, question, round: snapshot.tally });
}

function revotes(meeting: Held, snapshots: Snapshots, rating: Snapshot): readonly RevoteResult[] {
  return meeting.topics.flatMap((topic): readonly RevoteResult[] => {
    const after = topic.revote && shownSnapshot(meeting, snapshots, topic.revote);
    const question = rating.questions.find((candidate) => candidate.id === topic.question);
    if (!after || !question) return [];
    if (!after.moved) return [{ question: question.id, status: 'unchanged' }];
    const { tally: before, minimumGroup, mode } = rating;
    return [revoteResult({ question, before, after: after.tally, changed: 2, minimumGroup, mode })];
  });
}

function support(meeting: Held, snapshots: Snapshots): ResultsView['support'] {
  const snapshot = latestSnapshot(meeting, snapshots, 'support');
  if (!snapshot) return [];
  return meeting.commitments.flatMap(({ id: commitment }) => {
    const result = mean(snapshot, commitment);
    return result ? [{ commitment, result }] : [];
  });
}

function mean(snapshot: Snapshot | null, id: string): ResultsView['worth'] {
  const question = snapshot?.questions.find((candidate) => candidate.id === id);
  if (!snapshot || !question) return null;
  return meanResult({ ...snapshot, question, round: snapshot.tally });
}

/** One share over all marks, so that no single sentence, and so no single author, is judged. */
function marks(snapshot: Snapshot | null): ResultsView['marks'] {
  if (!snapshot) return null;
  const tallies = snapshot.questions.map(({ id }) => snapshot.tally.questions[id]);
  const counts = [0, 1].map((value) =>
    tallies.reduce((sum, tally) => sum + (tally?.kind === 'scale' ? (tally.counts[value] ?? 0) : 0), 0),
  );
  const { tally, minimumGroup, mode } = snapshot;
  const held = discloseBallots({ round: tally, minimumGroup, mode });
  if (held) return held;
  const question: Question = { id: 'marks', kind: 'rating', text: '', low: 0, high: 1 };
  const all = { kind: 'scale' as const, low: 0, high: 1, counts, cannotSay: 0 };
  const round = { ...tally, questions: { marks: all }, camps: null };
  const result = meanResult({ question, round, minimumGroup, mode });
  return result.status === 'held' ? result : { ...result, mean: Math.round(result.mean * 10) / 10 };
}
