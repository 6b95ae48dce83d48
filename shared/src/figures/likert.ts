import type { Bin, QuestionResult, ShownScale } from '../domain/results/shown.ts';
import { bandStep, stepWord } from './agreement.ts';
import { deckWords, type DeckKey, type DeckMessage } from './deck-words.ts';
import { percent, type Cell, type FigureFrame, type FigureSource } from './figure.ts';
import { message, sentences } from './message.ts';
import { heldWords, scaleEnds, shapeWord } from './shape-words.ts';

/** How many answered below, around and above the middle of the scale. */
export interface LikertSides {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface LikertRow {
  readonly id: string;
  readonly text: string;
  /** `null` where no distribution is shown. */
  readonly sides: LikertSides | null;
  /** From far apart (0) to together (1); `null` where it is not shown. */
  readonly together: number | null;
  /** How close the answers are in a word, or why that is not shown. */
  readonly word: DeckMessage;
}

/** Several questions under each other: their answers to both sides of the middle, or how close these are. */
export interface LikertFigure extends FigureFrame<
  DeckKey,
  { readonly of: 'questions'; readonly questions: readonly QuestionResult[] }
> {
  readonly kind: 'likert';
  readonly marks: {
    /** Sides only where most rows have them: a picture that is mostly empty says less than the bands. */
    readonly as: 'sides' | 'bands';
    readonly rows: readonly LikertRow[];
    readonly names: { readonly low: DeckMessage; readonly middle: DeckMessage; readonly high: DeckMessage };
  };
}

/** What the picture is to tell: what divides most, what holds, or how one dimension stands. */
export type LikertAbout =
  { readonly about: 'divides' } | { readonly about: 'holds' } | { readonly about: 'dimension'; readonly title: string };

/**
 * Questions furthest apart first, at most `most` of them; of what holds those that do, the closest first. The title
 * counts all that were given.
 */
export function likertFigure(from: {
  readonly source: FigureSource;
  readonly questions: readonly QuestionResult[];
  readonly about: LikertAbout;
  readonly most: number;
}): LikertFigure {
  const drawn = (from.about.about === 'holds' ? holding(from.questions) : from.questions).slice(0, from.most);
  const rows = drawn.map(rowOf);
  const sided = rows.filter(({ sides }) => sides !== null).length;
  const as = sided > 0 && sided * 2 >= rows.length ? 'sides' : 'bands';
  const title = titleOf(from.questions, from.about);
  return {
    kind: 'likert',
    title,
    altText: deckWords('likert.alt', { title, rows: sentences(rows.map((row) => rowSentence(row, as))) }),
    table: {
      caption: as === 'bands' ? message('table.together') : null,
      columns: [
        { label: message('column.question'), align: 'start' },
        ...(as === 'bands'
          ? [{ label: message('column.together'), align: 'end' } as const]
          : SIDES.map((side) => ({ label: sideNames(drawn)[side], align: 'end' }) as const)),
        { label: message('agreement.row.band'), align: 'start' },
      ],
      rows: rows.map((row) => [row.text, ...numbersOf(row, as), row.word]),
    },
    source: from.source,
    basis: { of: 'questions', questions: from.questions },
    subject: null,
    notes: [
      ...(as === 'sides' && sided < rows.length ? [deckWords('likert.note.some')] : []),
      ...(as === 'bands' ? [deckWords('likert.note.bands')] : []),
      ...(rows.length < from.questions.length
        ? [deckWords('likert.note.more', { shown: rows.length, total: from.questions.length })]
        : []),
    ],
    marks: { as, rows, names: sideNames(drawn) },
  };
}

/** Counts of a shown distribution on both sides of the middle; a bar that lies across the middle counts as its middle. */
export function sidesOf(bins: readonly Bin[], scale: { readonly low: number; readonly high: number }): LikertSides {
  const middle = (scale.low + scale.high) / 2;
  const count = (of: (bin: Bin) => boolean) => bins.filter(of).reduce((sum, bin) => sum + bin.count, 0);
  return {
    low: count(({ to }) => to < middle),
    middle: count(({ from, to }) => from <= middle && to >= middle),
    high: count(({ from }) => from > middle),
  };
}

const SIDES = ['low', 'middle', 'high'] as const;

function rowOf({ question, text, low, high, result }: QuestionResult): LikertRow {
  const base = { id: question, text };
  if (result.status === 'held') return { ...base, sides: null, together: null, word: heldWords(result) };
  return {
    ...base,
    sides: result.distribution === null ? null : sidesOf(result.distribution, { low, high }),
    together: result.level === null ? null : result.together,
    word: wordOf(result),
  };
}

function wordOf(result: ShownScale): DeckMessage {
  if (result.level === null) return message('cannot-say');
  const step = bandStep(result);
  if (step === null) return message('not-shown');
  return result.shape === 'spread' || result.shape === 'unknown' ? stepWord(step) : shapeWord(result.shape);
}

function numbersOf({ sides, together }: LikertRow, as: 'sides' | 'bands'): readonly Cell<DeckKey>[] {
  if (as === 'bands') return [together === null ? null : percent(together)];
  return SIDES.map((side) => sides?.[side] ?? null);
}

function rowSentence(row: LikertRow, as: 'sides' | 'bands'): DeckMessage {
  const { text, sides, together, word } = row;
  if (as === 'sides' && sides !== null) return deckWords('likert.alt.sides', { text, ...sides, word });
  if (as === 'bands' && together !== null)
    return deckWords('likert.alt.band', { text, together: percent(together), word });
  return deckWords('likert.alt.word', { text, word });
}

/** The ends in words where all questions are on the same scale. */
function sideNames(questions: readonly QuestionResult[]): LikertFigure['marks']['names'] {
  const [first] = questions;
  const same = questions.every(({ low, high }) => low === first?.low && high === first.high);
  const ends = same && first !== undefined ? scaleEnds(first.low, first.high) : null;
  return {
    low: ends === null ? deckWords('likert.side.low') : deckWords('likert.side.toward', { end: ends.low }),
    middle: deckWords('likert.side.middle'),
    high: ends === null ? deckWords('likert.side.high') : deckWords('likert.side.toward', { end: ends.high }),
  };
}

function titleOf(questions: readonly QuestionResult[], about: LikertAbout): DeckMessage {
  const shown = questions.flatMap(({ result }) => (result.status === 'shown' && result.band !== null ? [result] : []));
  const total = shown.length;
  if (total === 0) return deckWords('likert.title.held');
  const split = shown.filter(({ band }) => band === 'split').length;
  const aligned = shown.filter(({ band }) => band === 'aligned').length;
  if (about.about === 'holds') return holdsTitle(shown, aligned);
  const name = about.about === 'dimension' ? about.title : '';
  const stem = about.about === 'dimension' ? 'likert.title.dimension' : 'likert.title';
  if (split > 0) return deckWords(`${stem}.split`, { name, count: split, total });
  if (aligned < total) return deckWords(`${stem}.apart`, { name, count: total - aligned, total });
  return deckWords(`${stem}.together`, { name });
}

/** Those at the favourable end; where there are none, those that are together, or else simply the closest. */
function holding(questions: readonly QuestionResult[]): readonly QuestionResult[] {
  const closest = questions
    .flatMap((question) => {
      const { result } = question;
      if (result.status === 'held' || result.together === null || result.favour === null) return [];
      return [{ question, ...result, together: result.together, favour: result.favour }];
    })
    .toSorted((a, b) => b.together - a.together || b.favour - a.favour);
  const high = closest.filter(({ shape }) => shape === 'aligned-high');
  const aligned = closest.filter(({ band }) => band === 'aligned');
  return (high.length > 0 ? high : aligned.length > 0 ? aligned : closest).map(({ question }) => question);
}

function holdsTitle(shown: readonly ShownScale[], aligned: number): DeckMessage {
  const total = shown.length;
  const high = shown.filter(({ shape }) => shape === 'aligned-high').length;
  if (high > 0) return deckWords('likert.title.holds', { count: high, total });
  if (aligned > 0) return deckWords('likert.title.agreed', { count: aligned, total });
  return deckWords('likert.title.nothing-holds');
}
