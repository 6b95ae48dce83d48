import type { DimensionResult, QuestionResult } from '../domain/results/shown.ts';
import { percent, type FigureFrame, type FigureSource } from './figure.ts';
import { message, sentences, type Message } from './message.ts';
import { heldWords, shapeFinding, shapeQuestion, shapeWord } from './shape-words.ts';

export interface ProfileRow {
  readonly id: string;
  readonly title: string;
  /** The shape in a word; `null` when the row is not shown. */
  readonly shape: Message | null;
  /** Why there is no dot; `null` when there is one. */
  readonly note: Message | null;
  /** From far apart (0) to together (1). */
  readonly now: number | null;
  readonly before: number | null;
  readonly detail: Message;
}

/** Dimensions on the axis from far apart to together, furthest apart first. */
export interface ProfileFigure extends FigureFrame {
  readonly kind: 'profile';
  readonly marks: { readonly rows: readonly ProfileRow[] };
}

/** The dimension profile: where a team stands, and where it stood last time (`before`, or `null`). */
export function profileFigure(from: {
  readonly source: FigureSource;
  readonly now: readonly DimensionResult[];
  readonly before: readonly DimensionResult[] | null;
  /** The questions of these dimensions, where they are shown beside them. */
  readonly questions?: readonly QuestionResult[];
}): ProfileFigure {
  const rows = from.now.map((dimension) => profileRow(dimension, from.before ?? []));
  const compared = rows.some((row) => row.before !== null);
  const title = profileTitle(from.now);
  return {
    kind: 'profile',
    title,
    altText: message('profile.alt', { title, rows: sentences(rows.map(rowSentence)) }),
    table: {
      caption: message('table.together'),
      columns: [
        { label: message('column.dimension'), align: 'start' },
        { label: message('column.together'), align: 'end' },
        ...(compared ? [{ label: message('column.together-before'), align: 'end' } as const] : []),
        { label: message('column.shape'), align: 'start' },
      ],
      rows: rows.map((row) => [
        row.title,
        row.now === null ? null : percent(row.now),
        ...(compared ? [row.before === null ? null : percent(row.before)] : []),
        row.note ?? row.shape,
      ]),
    },
    source: from.source,
    basis: { of: 'dimensions', now: from.now, before: from.before, questions: from.questions ?? [] },
    subject: null,
    notes: [],
    marks: { rows },
  };
}

function profileRow(dimension: DimensionResult, before: readonly DimensionResult[]): ProfileRow {
  const { title, result } = dimension;
  const past = before.find((other) => other.dimension === dimension.dimension)?.result;
  const base = {
    id: dimension.dimension,
    title,
    before: past?.status === 'shown' ? past.together : null,
  };
  if (result.status === 'held' || result.together === null) {
    const note = result.status === 'held' ? heldWords(result) : message('cannot-say');
    return { ...base, shape: null, note, now: null, detail: message('profile.detail-held', { name: title, note }) };
  }
  const detail = message('profile.detail', {
    name: title,
    finding: shapeFinding(result.shape),
    ask: shapeQuestion(result.shape),
  });
  return { ...base, shape: shapeWord(result.shape), note: null, now: result.together, detail };
}

function rowSentence(row: ProfileRow): Message {
  if (row.now === null || row.shape === null) {
    return message('profile.alt.row-held', { name: row.title, note: row.note ?? message('not-shown') });
  }
  const values = { name: row.title, now: percent(row.now), shape: row.shape };
  return row.before === null
    ? message('profile.alt.row', values)
    : message('profile.alt.row-before', { ...values, before: percent(row.before) });
}

function profileTitle(dimensions: readonly DimensionResult[]): Message {
  const placed = dimensions.flatMap(({ title, result }) =>
    result.status === 'shown' && result.together !== null && result.band !== null
      ? [{ title, place: result.together, band: result.band }]
      : [],
  );
  if (placed.length === 0) return message('profile.title.held');
  const together = placed.filter((dimension) => dimension.band === 'aligned').map(({ title }) => title);
  const parted = placed.filter((dimension) => dimension.band !== 'aligned');
  if (parted.length === 0) return message('profile.title.all-together');
  const furthest = Math.min(...parted.map(({ place }) => place));
  const apart = parted.filter(({ place }) => place === furthest).map(({ title }) => title);
  if (apart.length > 2) return message('profile.title.many-apart', { count: parted.length, total: placed.length });
  if (together.length === 0) return message('profile.title.apart', { apart });
  if (together.length <= 2) return message('profile.title.together-and-apart', { together, apart });
  return message('profile.title.mostly-together', { count: together.length, total: placed.length, apart });
}
