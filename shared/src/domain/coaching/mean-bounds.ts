import type { QuestionId } from '../instrument/question.ts';
import type { Grain, QuestionResult, RatingResults, ShownScale } from '../results/shown.ts';

/** What a mean is at least and at most, on the way from the unfavourable (0) to the favourable end (1). */
export interface MeanBounds {
  readonly least: number;
  readonly most: number;
}

/** How far a mean can lie from a shown level, in points of the scale: further from its middle, and nearer to it. */
interface Off {
  readonly further: number;
  readonly nearer: number;
}

/** Bars are shown of a medium grain, and bars of single points of a finer one, only where the level is rounded alone. */
const ROUNDED: Readonly<Record<Exclude<Grain, 'coarse'>, number>> = { medium: 0.05, fine: 0.005, exact: 0.005 };

/**
 * Any other level is one that several answer sheets share, mostly nearer to the middle of the scale than their means are.
 * Counted out over all sheets of up to 20 people, with nobody or one person who could not say, and over many of more; it
 * is the most that happens, to the next eighth.
 */
const SHARED: Readonly<Record<'seven' | 'five' | 'other', Readonly<Record<Exclude<Grain, 'exact'>, Off>>>> = {
  seven: {
    coarse: { further: 3 / 8, nearer: 1 / 8 },
    medium: { further: 1 / 2, nearer: 3 / 8 },
    fine: { further: 7 / 8, nearer: 1 / 8 },
  },
  five: {
    coarse: { further: 1 / 2, nearer: 1 / 4 },
    medium: { further: 1, nearer: 1 / 8 },
    fine: { further: 7 / 8, nearer: 1 / 4 },
  },
  other: {
    coarse: { further: 1, nearer: 1 / 4 },
    medium: { further: 1, nearer: 3 / 8 },
    fine: { further: 1, nearer: 3 / 8 },
  },
};

/**
 * Where the mean of the answers to some questions lies, by what is shown of each and nothing finer; `null` where no level
 * of them is shown. All of a dimension count alike, as in its level.
 */
export function meanBounds(
  { questions }: Pick<RatingResults, 'questions'>,
  asked: readonly QuestionId[],
): MeanBounds | null {
  const each = questions.filter(({ question }) => asked.includes(question)).flatMap((one) => boundsOf(one) ?? []);
  if (each.length === 0) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { least: mean(each.map(({ least }) => least)), most: mean(each.map(({ most }) => most)) };
}

function boundsOf({ low, high, result }: QuestionResult): MeanBounds | null {
  if (result.status === 'held' || result.favour === null) return null;
  const { favour } = result;
  const { further, nearer } = offOf(result, high - low + 1);
  const [below, above] = favour === 0.5 ? [further, further] : favour < 0.5 ? [further, nearer] : [nearer, further];
  const width = high - low;
  return { least: Math.max(0, favour - below / width), most: Math.min(1, favour + above / width) };
}

function offOf({ grain, distribution }: ShownScale, points: number): Off {
  if (grain === 'exact') return { further: ROUNDED.exact, nearer: ROUNDED.exact };
  const isRounded = distribution !== null && (grain === 'medium' || distribution.every(({ from, to }) => from === to));
  if (isRounded && grain !== 'coarse') return { further: ROUNDED[grain], nearer: ROUNDED[grain] };
  return SHARED[points === 7 ? 'seven' : points === 5 ? 'five' : 'other'][grain];
}
