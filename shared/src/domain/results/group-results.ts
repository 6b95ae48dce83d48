import { assert } from '../../kernel/assert.ts';
import type { Answers } from '../ballot/ballot.ts';
import { disclosableGroups, discloseDimension, wordsOfGroups } from '../disclosure/disclosure.ts';
import type { AskedOfGroups, GroupWord, HiddenBecause } from '../disclosure/disclosure.ts';
import { scaleOf } from '../instrument/question.ts';
import type { Question } from '../instrument/question.ts';
import { FEWEST_NAMED } from '../meeting/meeting.ts';
import type { DimensionFrame, LeaderGroup, Mode } from '../meeting/meeting.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { threeSteps } from './bands.ts';
import { countGroups, finishGroup } from './count-groups.ts';
import type { PartialGroups } from './count-groups.ts';
import type { GroupDimension, GroupHeldBecause, GroupResult } from './shown.ts';
import { tallyRound } from './tally-round.ts';
import type { RoundTally } from './tally.ts';

interface AskedGroups {
  readonly mode: Mode;
  readonly questions: readonly Question[];
  readonly dimensions: readonly DimensionFrame[];
  readonly minimumGroup: number;
  /** Which groups people were told would not be shown, and why: they are not, whoever answered. */
  readonly told: HeldGroups;
}

/** Groups that are not shown, by name. */
type HeldGroups = ReadonlyMap<string, GroupHeldBecause>;

/** What a result by group is made of, before its round is counted. */
export interface AnsweredInGroups extends AskedGroups {
  readonly groups: readonly LeaderGroup[];
  /** Everybody who answered, in a group or not; the order tells nothing and changes nothing. */
  readonly answered: readonly { readonly person: PersonId; readonly answers: Answers }[];
}

/** The same once its ballots were counted, page by page, as many as there are. */
export interface CountedInGroups extends AskedGroups {
  /** The names of all groups, in their order. */
  readonly groups: readonly string[];
  readonly counted: PartialGroups;
  /** The tally of everybody who answered, in a group or not. */
  readonly whole: RoundTally;
}

/** What may be shown of each group of a closed rating, from the ballots of everybody. */
export function groupResults({ groups, answered, ...asked }: AnsweredInGroups): readonly GroupResult[] {
  const groupOf = new Map(groups.flatMap(({ group, people }) => people.map((person) => [person, group])));
  const tagged = answered.map(({ person, answers }) => ({ group: groupOf.get(person) ?? null, answers }));
  const ballots = answered.map(({ answers }) => answers);
  return resultsOfGroups({
    ...asked,
    groups: groups.map(({ group }) => group),
    counted: countGroups(asked.questions, tagged),
    whole: tallyRound({
      questions: asked.questions.filter((question) => scaleOf(question) !== null),
      ballots,
      invited: ballots.length,
      smallestSide: Number.POSITIVE_INFINITY,
    }),
  });
}

/**
 * What may be shown of each group of a closed rating, in the order of their names: words for its dimensions where the
 * group and everybody else are enough people, or why not. Of anonymous answers nothing finer is worked out, so that
 * nothing finer can be kept. A named round shows every group of two or more answers. Nobody is in two groups.
 */
export function resultsOfGroups(asked: CountedInGroups): readonly GroupResult[] {
  const { mode, groups, counted, whole, minimumGroup, told } = asked;
  const sizes = groups.map((group) => ({ group, answerers: counted.get(group)?.ballots ?? 0 }));
  const held = new Map([...told, ...heldGroups({ mode, groups: sizes, answerers: whole.ballots, minimumGroup })]);
  const shown = groups.filter((group) => !held.has(group));
  const tallies = shown.map((group) => finishGroup(asked.questions, counted.get(group)));
  const dimensions =
    mode === 'named' ? tallies.map((tally) => namedDimensions(asked, tally)) : anonymousDimensions(asked, tallies);
  return groups.map((group): GroupResult => {
    const because = held.get(group);
    if (because !== undefined) return { status: 'held', group, because };
    const place = shown.indexOf(group);
    return { status: 'shown', group, ballots: tallies[place]?.ballots ?? 0, dimensions: dimensions[place] ?? [] };
  });
}

/** Which groups could be shown at all if everybody answered: `null`, or why one never could. */
export function groupsThatCouldShow({
  mode,
  groups,
  asked,
  minimumGroup,
}: {
  readonly mode: Mode;
  readonly groups: readonly LeaderGroup[];
  /** How many people are asked, in a group or not. */
  readonly asked: number;
  readonly minimumGroup: number;
}): readonly { readonly group: string; readonly people: number; readonly held: GroupHeldBecause | null }[] {
  const sizes = groups.map(({ group, people }) => ({ group, answerers: people.length }));
  const held = heldGroups({ mode, groups: sizes, answerers: asked, minimumGroup });
  return groups.map(({ group, people }) => ({ group, people: people.length, held: held.get(group) ?? null }));
}

/** The groups that could not be shown even if everybody answered: what people are told before they do. */
export function groupsToldHeld(terms: Parameters<typeof groupsThatCouldShow>[0]): HeldGroups {
  return new Map(groupsThatCouldShow(terms).flatMap(({ group, held }) => (held === null ? [] : [[group, held]])));
}

/** Which groups are held back. Nobody is in two, so the sizes decide: of each group, and of everybody outside it. */
function heldGroups({
  mode,
  groups,
  answerers,
  minimumGroup,
}: {
  readonly mode: Mode;
  readonly groups: readonly { readonly group: string; readonly answerers: number }[];
  readonly answerers: number;
  readonly minimumGroup: number;
}): HeldGroups {
  if (mode === 'named') {
    const small = groups.filter((one) => one.answerers < FEWEST_NAMED);
    return new Map(small.map(({ group }) => [group, 'too-small']));
  }
  const others = answerers - groups.reduce((sum, one) => sum + one.answerers, 0);
  assert(others >= 0, 'nobody is in two groups');
  const crowds = new Map([
    ...groups.map((one): [string, number] => [`in ${one.group}`, one.answerers]),
    [ELSE, others],
  ]);
  const present = [...crowds].flatMap(([name, people]) => (people > 0 ? [name] : []));
  const grouping = { id: 'group', groups: groups.map(({ group }) => ({ id: group, answerers: [`in ${group}`] })) };
  const { held } = disclosableGroups({ answerers: present, groupings: [grouping], minimumGroup, crowds });
  return new Map(held.map(({ group, because }) => [group, REASONS[because]]));
}

/** Not the name of a group's people, which begins with `in`. */
const ELSE = 'everybody else';

const REASONS: Readonly<Record<HiddenBecause, GroupHeldBecause>> = {
  'too-small': 'too-small',
  'complement-too-small': 'rest-too-small',
  sibling: 'with-others',
  overlap: 'with-others',
  count: 'with-others',
};

function namedDimensions({ questions, dimensions, minimumGroup }: AskedGroups, round: RoundTally) {
  return dimensions.map(({ id: dimension, title, questions: own }): GroupDimension => {
    const asked = questions.filter((question) => own.includes(question.id));
    const result = discloseDimension({ questions: asked, round, minimumGroup, mode: 'named' });
    if (result.status === 'held') return { dimension, title, result: FEW_ANSWERS };
    const { status, band, together, shape } = result;
    return { dimension, title, result: { status, band, together, shape } };
  });
}

function anonymousDimensions(asked: CountedInGroups, tallies: readonly RoundTally[]) {
  const countsOf = ({ questions }: RoundTally, id: string) => {
    const tally = Object.hasOwn(questions, id) ? questions[id] : undefined;
    return tally?.kind === 'scale' ? tally.counts : [];
  };
  const words = asked.dimensions.map(({ questions: own }) => {
    const inDimension = asked.questions.filter(({ id }) => own.includes(id));
    return wordsOfGroups(
      inDimension.map(({ id, kind }): AskedOfGroups => ({
        whole: countsOf(asked.whole, id),
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
