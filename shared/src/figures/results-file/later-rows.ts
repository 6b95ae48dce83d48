import type { MeanResult, RevoteResult } from '../../domain/results/shown.ts';
import { changeOf } from '../before-after.ts';
import { rounded } from '../details/words.ts';
import { message } from '../message.ts';
import { sameShare } from '../same-share.ts';
import type { FileMeeting, FileResults, FileSource } from './source.ts';
import { placeIn, rowsAt, rowsOfResult, type ResultRow, type RowPlace } from './row.ts';
import { dimensionOf, scaleMeasures } from './scale-rows.ts';
import { fileWords } from './words.ts';

/** What came after the rating: guesses, dots, second votes, support, the message, and what it was worth. */
export function laterRows({ meeting, results }: FileSource): readonly ResultRow[] {
  const { marks, worth } = results;
  return [
    ...guessRows(results),
    ...dotRows(meeting, results),
    ...results.revotes.flatMap((revote) => revoteRows({ meeting, results }, revote)),
    ...supportRows(meeting, results),
    ...(marks === null
      ? []
      : rowsOfResult(placeIn(fileWords('section.marks')), marks, ({ mean }) => [
          [fileWords('measure.same'), sameShare(mean, meeting.mode)],
        ])),
    ...(worth === null ? [] : meanRows(placeIn(fileWords('section.worth')), worth)),
  ];
}

function guessRows({ predictions, rating }: FileResults): readonly ResultRow[] {
  return (predictions ?? []).flatMap(({ question, text, result }) => {
    const place = placeIn(fileWords('section.guesses'), { dimension: dimensionOf(rating, question), question: text });
    return rowsOfResult(place, result, ({ guess, answer, gap }) => [
      [message('column.guess'), rounded(guess)],
      [message('column.answer'), rounded(answer)],
      [message('column.gap'), rounded(gap)],
    ]);
  });
}

function dotRows({ rounds }: FileMeeting, { dots }: FileResults): readonly ResultRow[] {
  if (dots === null) return [];
  const asked = rounds.findLast(({ purpose }) => purpose === 'dots')?.questions[0];
  const options = asked?.kind === 'dots' ? asked.options : [];
  const place = placeIn(fileWords('section.dots'));
  const whole = rowsOfResult(place, dots, ({ ballots }) => [[fileWords('measure.answered'), ballots]]);
  if (dots.status === 'held') return whole;
  const each = dots.options.flatMap(({ option, dots: count }) => {
    const text = options.find(({ id }) => id === option)?.text ?? option;
    return rowsAt({ ...place, item: text }, [[fileWords('measure.dots'), count]]);
  });
  return [...whole, ...each];
}

function revoteRows({ meeting, results }: FileSource, revote: RevoteResult): readonly ResultRow[] {
  const { question } = revote;
  const text = results.rating?.questions.find((one) => one.question === question)?.text ?? question;
  const place = placeIn(fileWords('section.revotes'), {
    dimension: dimensionOf(results.rating, question),
    question: text,
  });
  const status = fileWords('measure.status');
  if (revote.status !== 'moved') {
    const change = changeOf(revote, meeting.mode);
    return change.status === 'none' ? rowsAt(place, [[status, change.note]]) : [];
  }
  return [
    ...rowsAt(place, [
      [status, fileWords('shown')],
      [message('column.moved'), message(`moved.${revote.meter}`)],
    ]),
    ...rowsAt({ ...place, item: message('before-after.key.before') }, scaleMeasures(revote.before)),
    ...rowsAt({ ...place, item: message('before-after.key.after') }, scaleMeasures(revote.after)),
  ];
}

function supportRows({ commitments }: FileMeeting, { support }: FileResults): readonly ResultRow[] {
  return support.flatMap(({ commitment, result }) => {
    const item = commitments.find(({ id }) => id === commitment)?.sentence ?? commitment;
    return meanRows(placeIn(fileWords('section.support'), { item }), result);
  });
}

function meanRows(place: RowPlace, result: MeanResult): readonly ResultRow[] {
  return rowsOfResult(place, result, ({ mean }) => [[fileWords('measure.mean'), rounded(mean)]]);
}
