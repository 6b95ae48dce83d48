import type { RevoteResult, ShownScale } from '../../domain/results/shown.ts';
import { pairedChange, type PairedChange } from '../../measures/change/paired.ts';
import { seedOf } from '../../measures/uncertainty/seed.ts';
import type { RevotedPerson, RevotedQuestion } from '../basis.ts';
import type { FigureSource } from '../figure.ts';
import type { DetailGroup, DetailLine, DetailParts } from './figure-details.ts';
import { heldGrain, heldResult } from './held.ts';
import { line } from './lines.ts';
import { uncertaintyOfTeam } from './uncertainty.ts';
import { change, chance, figure, move, reasonWords, rounded, said, type DetailMessage } from './words.ts';

/** Under so many pairs, no change can be told from chance. */
const FEWEST_PAIRS = 6;
const DRAWS = 9_999;

type Moved = Extract<RevoteResult, { status: 'moved' }>;

/** What stands behind a second vote: both pictures, the change in points, and with names the change of each person. */
export function revotesDetails({
  questions,
  source,
}: {
  readonly questions: readonly RevotedQuestion[];
  readonly source: FigureSource;
}): DetailParts {
  const named = source.mode === 'named';
  const tested = questions.some(({ people, revote }) => people !== undefined && revote.status === 'moved');
  const held = questions.flatMap(({ revote }) => heldOf(revote, { named, minimumGroup: source.minimumGroup }));
  return {
    groups: questions.flatMap(({ text, revote, people }) =>
      revote.status === 'moved' ? [movedGroup({ text, revote, people: people ?? null })] : [],
    ),
    uncertainty: [...uncertaintyOfTeam(source), ...(tested ? [] : [said('change.no-test')])],
    held: held.filter(({ key }, place) => held.findIndex((other) => other.key === key) === place),
    method: [said('method.meter'), said('method.cause')],
    usesAgreement: false,
    cites: tested ? ['Fisher 1935'] : [],
  };
}

function heldOf(
  revote: RevoteResult,
  { named, minimumGroup }: { readonly named: boolean; readonly minimumGroup: number },
): readonly DetailMessage[] {
  switch (revote.status) {
    case 'held':
      return [heldResult(revote, minimumGroup)];
    case 'unchanged':
      return [said(named ? 'held.unchanged-named' : 'held.unchanged')];
    case 'moved':
      return heldGrain({
        grain: revote.after.grain,
        full: revote.after.grain === 'exact',
        known: isKnown(revote.after),
      });
  }
}

function isKnown({ level }: ShownScale): boolean {
  return level !== null;
}

function movedGroup({
  text,
  revote,
  people,
}: {
  readonly text: string;
  readonly revote: Moved;
  readonly people: readonly RevotedPerson[] | null;
}): DetailGroup {
  return {
    title: said('named', { name: text }),
    lead: null,
    lines: [...placeLines(revote), ...(people === null ? [] : pairedLines(people))],
    rules: [said(`rule.meter.${revote.meter}`)],
  };
}

function placeLines({ before, after }: Moved): readonly DetailLine[] {
  const places = bothOf(before.together, after.together);
  const levels = bothOf(before.level, after.level);
  if (places === null || levels === null) {
    return [line({ name: said('together.change'), value: said('none'), reading: said('held.unknown') })];
  }
  const comparable = before.grain === after.grain;
  return [
    line({
      name: said('together.before-after'),
      value: move(100 * places[0], 100 * places[1]),
      reading: said('together.before-after.read'),
    }),
    comparable
      ? line({
          name: said('together.change'),
          value: change(rounded(100 * places[1], 0) - rounded(100 * places[0], 0), 0),
          reading: said(`moved.read.${after.grain}`),
        })
      : line({ name: said('together.change'), value: said('none'), reading: said('change.grains') }),
    line({
      name: said('level.before-after'),
      value: move(levels[0], levels[1]),
      reading: said('level.before-after.read'),
    }),
    levelChange({ before, after }, levels),
  ];
}

/**
 * A mean is shown where it tells nobody's answer: further toward the middle at one place of closeness than at another,
 * and beside bars than without. Only where both are moved alike does their difference say which way the mean went.
 */
function levelChange(
  { before, after }: Pick<Moved, 'before' | 'after'>,
  [earlier, later]: readonly [number, number],
): DetailLine {
  const name = said('level.change');
  if (before.grain !== after.grain) return line({ name, value: said('none'), reading: said('change.grains') });
  const alike = before.together === after.together && before.band === after.band && !isBesideBars(before);
  if (after.grain !== 'exact' && !alike) return line({ name, value: said('none'), reading: said('change.places') });
  return line({ name, value: change(later - earlier), reading: said(`level.change.read.${after.grain}`) });
}

/** Whether bars that span points stand where there could have been a bar for each. */
function isBesideBars({ grain, distribution }: ShownScale): boolean {
  return grain === 'fine' && (distribution?.some(({ from, to }) => from !== to) ?? false);
}

function bothOf(before: number | null, after: number | null): readonly [number, number] | null {
  return before === null || after === null ? null : [before, after];
}

/** The exact test of who moved how far, where answers have names. */
function pairedLines(people: readonly RevotedPerson[]): readonly DetailLine[] {
  const [before, after] = [people.map((one) => one.before), people.map((one) => one.after)];
  const seed = seedOf([...before, ...after].map((answer) => answer ?? -1));
  const found = pairedChange({ before, after, direction: 'either', draws: DRAWS, seed });
  if (found.value === null) {
    return [line({ name: said('paired'), value: said('none'), reading: reasonWords(found.reason) })];
  }
  const { pairs, meanDifference } = found.value;
  return [
    line({
      name: said('paired'),
      value: change(meanDifference),
      reading: said('paired.read', { count: pairs }),
      citation: 'Fisher 1935',
    }),
    testLine(found.value),
  ];
}

function testLine({ pairs, p, leastP }: PairedChange): DetailLine {
  const tooFew = pairs < FEWEST_PAIRS;
  const values = { count: pairs, least: leastP < 0.01 ? chance(leastP) : figure(leastP) };
  return line({
    name: said('paired.chance'),
    value: chance(p),
    reading: said(tooFew ? 'paired.chance.too-few' : 'paired.chance.read', values),
    citation: 'Fisher 1935',
  });
}
