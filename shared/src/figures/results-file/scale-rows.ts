import type { Bin, GroupDimension, GroupResult, RatingResults, ShownScale } from '../../domain/results/shown.ts';
import { message, type Message } from '../message.ts';
import { bandWord, shapeWord } from '../shape-words.ts';
import { figureValue, placeIn, rowsAt, rowsOfResult, shareValue, whereThere, type Measure } from './row.ts';
import type { ResultRow } from './row.ts';
import { fileWords } from './words.ts';

/** Dimensions, the questions behind them, groups, and the two camps of a whole sheet. */
export function scaleRows(rating: RatingResults): readonly ResultRow[] {
  return [...dimensionRows(rating), ...questionRows(rating), ...groupRows(rating), ...campRows(rating)];
}

/** The title of a question's dimension; empty where it has none. */
export function dimensionOf(rating: RatingResults | null, question: string): string {
  const asked = rating?.questions.find((one) => one.question === question);
  return rating?.dimensions.find(({ dimension }) => dimension === asked?.dimension)?.title ?? '';
}

/** All that is shown of a question on a scale; one row a bar. */
export function scaleMeasures(scale: ShownScale): readonly Measure[] {
  const { grain, level, band, together, shape, distribution } = scale;
  return [
    [fileWords('measure.grain'), fileWords(`grain.${grain}`)],
    [fileWords('measure.mean'), figureValue(level)],
    [fileWords('measure.band'), band === null ? message('cannot-say') : bandWord(band)],
    [fileWords('measure.together'), shareValue(together)],
    [fileWords('measure.shape'), shapeWord(shape)],
    ...(distribution === null
      ? [[fileWords('measure.distribution'), message('not-shown')] as const]
      : distribution.map((bin): Measure => [binWords(bin), bin.count])),
  ];
}

function binWords({ from, to }: Bin): Message {
  return from === to ? message('agreement.row.bin', { from }) : message('agreement.row.bin-run', { from, to });
}

function dimensionRows({ dimensions }: RatingResults): readonly ResultRow[] {
  return dimensions.flatMap(({ title, result, importance }) => {
    const place = placeIn(fileWords('section.dimensions'), { dimension: title });
    return [
      ...rowsOfResult(place, result, ({ grain, level, band, together, shape }) => [
        [fileWords('measure.grain'), fileWords(`grain.${grain}`)],
        [fileWords('measure.level'), shareValue(level)],
        [fileWords('measure.band'), band === null ? message('cannot-say') : bandWord(band)],
        [fileWords('measure.together'), shareValue(together)],
        [fileWords('measure.shape'), shapeWord(shape)],
      ]),
      ...(importance === null ? [] : rowsAt(place, [[message('column.importance'), shareValue(importance)]])),
    ];
  });
}

function questionRows(rating: RatingResults): readonly ResultRow[] {
  return rating.questions.flatMap(({ question, text, low, high, result }) => {
    const dimension = dimensionOf(rating, question);
    const place = placeIn(fileWords('section.questions'), { dimension, question: text });
    return [
      ...rowsAt(place, [
        [fileWords('measure.low'), low],
        [fileWords('measure.high'), high],
      ]),
      ...rowsOfResult(place, result, scaleMeasures),
    ];
  });
}

function groupRows({ groups, minimumGroup }: RatingResults): readonly ResultRow[] {
  return groups.flatMap((one) => {
    const place = { ...placeIn(fileWords('section.groups')), group: one.group };
    const status = fileWords('measure.status');
    if (one.status === 'held') {
      return rowsAt(place, [[status, fileWords(`group.${one.because}`, { minimum: minimumGroup })]]);
    }
    const whole: readonly Measure[] = [
      [status, fileWords('shown')],
      [fileWords('measure.answered'), one.ballots],
    ];
    return [...rowsAt(place, whole), ...one.dimensions.flatMap((part) => groupDimensionRows(one, part))];
  });
}

function groupDimensionRows({ group }: GroupResult, { title, result }: GroupDimension): readonly ResultRow[] {
  const place = placeIn(fileWords('section.groups'), { group, dimension: title });
  const status = fileWords('measure.status');
  if (result.status === 'held') return rowsAt(place, [[status, message(`heatmap.held.${result.because}`)]]);
  return rowsAt(place, [
    [status, fileWords('shown')],
    [fileWords('measure.band'), result.band === null ? message('cannot-say') : bandWord(result.band)],
    [fileWords('measure.shape'), shapeWord(result.shape)],
  ]);
}

function campRows({ camps, questions }: RatingResults): readonly ResultRow[] {
  if (camps === null) return [];
  const section = fileWords('section.camps');
  const [larger, smaller] = [Math.max(...camps.sizes), Math.min(...camps.sizes)];
  const apart = questions.filter(({ question }) => camps.questions.includes(question));
  return [
    ...rowsAt(placeIn(section), [
      [fileWords('measure.larger'), larger],
      [fileWords('measure.smaller'), smaller],
      ...whereThere(fileWords('measure.p'), camps.p),
      ...whereThere(fileWords('measure.silhouette'), camps.silhouette),
    ]),
    ...apart.flatMap(({ text }) =>
      rowsAt(placeIn(section, { question: text }), [[fileWords('measure.sets-apart'), fileWords('yes')]]),
    ),
  ];
}
