import type { Answers } from '../ballot/ballot.ts';
import { disclosableGroups, discloseDimension, wordsOfGroups } from '../disclosure/disclosure.ts';
import type { AskedOfGroups, GroupWord, HiddenBecause } from '../disclosure/disclosure.ts';
import { scaleOf } from '../instrument/question.ts';
import type { Question } from '../instrument/question.ts';
import { FEWEST_NAMED } from '../meeting/meeting.ts';
import type { DimensionFrame, LeaderGroup, Mode } from '../meeting/meeting.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { threeSteps } from './bands.ts';
import type { GroupDimension, GroupHeldBecause, GroupResult } from './shown.ts';
import { tallyRound } from './tally-round.ts';
import type { RoundTally } from './tally.ts';

/** What a result by group is made of, before its round is counted. */
export interface AnsweredInGroups {
  readonly mode: Mode;
  readonly groups: readonly LeaderGroup[];
  /** Everybody who answered, in a group or not; the order tells nothing and changes nothing. */
  readonly answered: readonly { readonly person: PersonId; readonly answers: Answers }[];
  readonly questions: readonly Question[];
  readonly dimensions: readonly DimensionFrame[];
  readonly minimumGroup: number;
}

/**
 * What may be shown of each group of a closed rating, in the order of their names: words for its dimensions where the
 * group and everybody else are enough people, or why not. Of anonymous answers nothing finer is worked out, so that
 * nothing finer can be kept. A named round shows every group of two or more answers.
 */
export function groupResults(asked: AnsweredInGroups): readonly GroupResult[] {
  const held = heldGroups(asked);
  const shown = asked.groups.filter(({ group }) => !held.has(group));
  const tallies = shown.map(({ people }) => tallyOf(asked, people));
  const dimensions =
    asked.mode === 'named'
      ? tallies.map((tally) => namedDimensions(asked, tally))
      : anonymousDimensions(asked, tallies);
  return asked.groups.map(({ group }): GroupResult => {
    const because = held.get(group);
    if (because !== undefined) return { status: 'held', group, because };
    const place = shown.findIndex((one) => one.group === group);
    return { status: 'shown', group, ballots: tallies[place]?.ballots ?? 0, dimensions: dimensions[place] ?? [] };
  });
}

/** Which groups could be shown at all if everybody answered: `null`, or why one never could. */
export function groupsThatCouldShow(asked: {
  readonly mode: Mode;
  readonly groups: readonly LeaderGroup[];
  readonly leaders: readonly PersonId[];
  readonly minimumGroup: number;
}): readonly { readonly group: string; readonly people: number; readonly held: GroupHeldBecause | null }[] {
  const answered = asked.leaders.map((person) => ({ person }));
  const held = heldGroups({ ...asked, answered });
  return asked.groups.map(({ group, people }) => ({ group, people: people.length, held: held.get(group) ?? null }));
}

function heldGroups({
  mode,
  groups,
  answered,
  minimumGroup,
}: Pick<AnsweredInGroups, 'mode' | 'groups' | 'minimumGroup'> & {
  readonly answered: readonly { readonly person: PersonId }[];
}): ReadonlyMap<string, GroupHeldBecause> {
  const answerers = answered.map(({ person }) => person);
  if (mode === 'named') {
    const small = groups.filter(({ people }) => people.filter((one) => answerers.includes(one)).length < FEWEST_NAMED);
    return new Map(small.map(({ group }) => [group, 'too-small']));
  }
  const grouping = { id: 'group', groups: groups.map(({ group, people }) => ({ id: group, answerers: people })) };
  const { held } = disclosableGroups({ answerers, groupings: [grouping], minimumGroup });
  return new Map(held.map(({ group, because }) => [group, REASONS[because]]));
}

const REASONS: Readonly<Record<HiddenBecause, GroupHeldBecause>> = {
  'too-small': 'too-small',
  'complement-too-small': 'rest-too-small',
  sibling: 'with-others',
  overlap: 'with-others',
  count: 'with-others',
};

function tallyOf(
  { answered, questions }: Pick<AnsweredInGroups, 'answered' | 'questions'>,
  people: readonly PersonId[] | null,
): RoundTally {
  const own = people && new Set(people);
  const ballots = answered.flatMap(({ person, answers }) => (own?.has(person) === false ? [] : [answers]));
  const scales = questions.filter((question) => scaleOf(question) !== null);
  // No two camps are looked for within a group.
  const smallestSide = Number.POSITIVE_INFINITY;
  return tallyRound({ questions: scales, ballots, invited: people?.length ?? ballots.length, smallestSide });
}

function namedDimensions({ questions, dimensions, minimumGroup }: AnsweredInGroups, round: RoundTally) {
  return dimensions.map(({ id: dimension, title, questions: own }): GroupDimension => {
    const asked = questions.filter((question) => own.includes(question.id));
    const result = discloseDimension({ questions: asked, round, minimumGroup, mode: 'named' });
    if (result.status === 'held') return { dimension, title, result: FEW_ANSWERS };
    const { status, band, together, shape } = result;
    return { dimension, title, result: { status, band, together, shape } };
  });
}

function anonymousDimensions(asked: AnsweredInGroups, tallies: readonly RoundTally[]) {
  const whole = tallyOf(asked, null);
  const countsOf = ({ questions }: RoundTally, id: string) => {
    const tally = Object.hasOwn(questions, id) ? questions[id] : undefined;
    return tally?.kind === 'scale' ? tally.counts : [];
  };
  const words = asked.dimensions.map(({ questions: own }) => {
    const inDimension = asked.questions.filter(({ id }) => own.includes(id));
    return wordsOfGroups(
      inDimension.map(({ id, kind }): AskedOfGroups => ({
        whole: countsOf(whole, id),
        groups: tallies.map((tally) => countsOf(tally, id)),
        minimumGroup: asked.minimumGroup,
        turned: kind === 'frequency',
      })),
    );
  });
  return tallies.map((_tally, group) =>
    asked.dimensions.map(({ id: dimension, title }, place): GroupDimension => {
      const told = words[place] ?? [];
      if (told === 'would-tell') return { dimension, title, result: { status: 'held', because: 'would-tell' } };
      return { dimension, title, result: inWords(told[group] ?? null) };
    }),
  );
}

const FEW_ANSWERS = { status: 'held', because: 'few-answers' } as const;

/** Camps of so few people would be two small groups to guess at: whoever is far apart is shown as spread. */
function inWords(word: GroupWord | null): GroupDimension['result'] {
  switch (word) {
    case null:
      return FEW_ANSWERS;
    case 'apart':
      return { status: 'shown', band: 'split', together: threeSteps('split'), shape: 'spread' };
    case 'mixed':
      return { status: 'shown', band: 'mixed', together: threeSteps('mixed'), shape: 'spread' };
    case 'together-low':
      return { status: 'shown', band: 'aligned', together: threeSteps('aligned'), shape: 'aligned-low' };
    case 'together-middle':
      return { status: 'shown', band: 'aligned', together: threeSteps('aligned'), shape: 'lukewarm' };
    case 'together-high':
      return { status: 'shown', band: 'aligned', together: threeSteps('aligned'), shape: 'aligned-high' };
  }
}
