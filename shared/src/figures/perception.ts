import type { PerceptionResult } from '../domain/results/shown.ts';
import type { FigureFrame, FigureSource } from './figure.ts';
import { message, sentences, type Message } from './message.ts';
import { heldWords, scaleEnds } from './shape-words.ts';

export interface PerceptionRow {
  readonly id: string;
  readonly text: string;
  readonly pair: { readonly guess: number; readonly answer: number } | null;
  readonly note: Message | null;
}

/** An arrow from what the team guessed to what it answered, a question a row. */
export interface PerceptionFigure extends FigureFrame {
  readonly kind: 'perception';
  readonly marks: {
    readonly low: number;
    readonly high: number;
    readonly ends: { readonly low: Message; readonly high: Message } | null;
    readonly rows: readonly PerceptionRow[];
  };
}

/** A guess this many scale points away, or more, counts as off. A convention, not a test. */
const OFF = 0.5;

/** The perception gap of questions on one scale, widest gap first. */
export function perceptionFigure(from: {
  readonly source: FigureSource;
  readonly scale: { readonly low: number; readonly high: number };
  readonly questions: readonly PerceptionResult[];
}): PerceptionFigure {
  const { low, high } = from.scale;
  const rows = from.questions
    .map(({ question, text, result }): PerceptionRow => {
      if (result.status === 'held') return { id: question, text, pair: null, note: heldWords(result) };
      return { id: question, text, pair: { guess: result.guess, answer: result.answer }, note: null };
    })
    .toSorted((a, b) => width(b) - width(a));
  const title = perceptionTitle(from.questions);
  return {
    kind: 'perception',
    title,
    altText: message('perception.alt', { title, low, high, rows: sentences(rows.map(rowSentence)) }),
    table: {
      caption: null,
      columns: [
        { label: message('column.question'), align: 'start' },
        { label: message('column.guess'), align: 'end' },
        { label: message('column.answer'), align: 'end' },
        { label: message('column.gap'), align: 'end' },
      ],
      rows: rows.map((row) => {
        const result = from.questions.find(({ question }) => question === row.id)?.result;
        if (result === undefined || result.status === 'held') return [row.text, row.note, null, null];
        return [row.text, result.guess, result.answer, result.gap];
      }),
    },
    source: from.source,
    basis: { of: 'perception', questions: from.questions },
    subject: null,
    notes: [],
    marks: { low, high, ends: scaleEnds(low, high), rows },
  };
}

function width({ pair }: PerceptionRow): number {
  return pair === null ? -1 : Math.abs(pair.guess - pair.answer);
}

function rowSentence({ text, pair, note }: PerceptionRow): Message {
  return pair === null
    ? message('perception.alt.row-held', { text, note: note ?? message('not-shown') })
    : message('perception.alt.row', { text, ...pair });
}

function perceptionTitle(questions: readonly PerceptionResult[]): Message {
  const gaps = questions.flatMap(({ result }) => (result.status === 'shown' ? [result.gap] : []));
  const total = gaps.length;
  if (total === 0) return message('perception.title.held');
  const over = gaps.filter((gap) => gap >= OFF).length;
  const under = gaps.filter((gap) => gap <= -OFF).length;
  if (over + under === 0) return message('perception.title.close');
  if (under === 0) return message('perception.title.over', { count: over, total });
  if (over === 0) return message('perception.title.under', { count: under, total });
  return message('perception.title.mixed', { count: over + under, total });
}
