import type { DimensionResult } from '../domain/results/shown.ts';
import { percent, type FigureFrame, type FigureSource } from './figure.ts';
import { message, sentences, type Message } from './message.ts';
import { heldWords, shapeFinding } from './shape-words.ts';

export interface ImportancePoint {
  readonly id: string;
  readonly title: string;
  /** Share of people who named it, 0 to 1. */
  readonly importance: number;
  /** From together (0) to far apart (1). */
  readonly divergence: number;
  /** Matters to half of the people or more, and is half way apart or more. */
  readonly first: boolean;
  readonly detail: Message;
}

/** What matters against what divides: the top right corner is what to talk about first. */
export interface ImportanceFigure extends FigureFrame {
  readonly kind: 'importance';
  readonly marks: { readonly points: readonly ImportancePoint[] };
}

const HALF = 0.5;

/** The importance by divergence map of dimensions; held ones and ones not asked about are named in a note. */
export function importanceFigure(from: {
  readonly source: FigureSource;
  readonly dimensions: readonly DimensionResult[];
}): ImportanceFigure {
  const points = from.dimensions.flatMap((dimension) => pointOf(dimension) ?? []);
  const leftOut = from.dimensions.filter((dimension) => pointOf(dimension) === null).map(({ title }) => title);
  const title = importanceTitle(points);
  return {
    kind: 'importance',
    title,
    altText: message('importance.alt', {
      title,
      rows: sentences(
        points.map((point) =>
          message('importance.alt.row', {
            name: point.title,
            importance: percent(point.importance),
            divergence: percent(point.divergence),
          }),
        ),
      ),
    }),
    table: {
      caption: message('table.together'),
      columns: [
        { label: message('column.dimension'), align: 'start' },
        { label: message('column.importance'), align: 'end' },
        { label: message('column.together'), align: 'end' },
      ],
      rows: from.dimensions.map(({ title: name, importance, result }) => [
        name,
        importance === null ? message('not-asked') : percent(importance),
        result.status === 'held' ? heldWords(result) : result.together === null ? null : percent(result.together),
      ]),
    },
    source: from.source,
    basis: { of: 'importance', dimensions: from.dimensions },
    subject: null,
    notes: leftOut.length === 0 ? [] : [message('importance.note.left-out', { names: leftOut })],
    marks: { points },
  };
}

function pointOf({ dimension, title, result, importance }: DimensionResult): ImportancePoint | null {
  if (result.status === 'held' || result.together === null || importance === null) return null;
  const divergence = 1 - result.together;
  return {
    id: dimension,
    title,
    importance,
    divergence,
    first: importance >= HALF && divergence >= HALF,
    detail: message('importance.detail', {
      name: title,
      importance: percent(importance),
      finding: shapeFinding(result.shape),
    }),
  };
}

function importanceTitle(points: readonly ImportancePoint[]): Message {
  if (points.length === 0) return message('importance.title.held');
  const first = points
    .filter((point) => point.first)
    .toSorted((a, b) => b.divergence - a.divergence || b.importance - a.importance)
    .slice(0, 3)
    .map(({ title }) => title);
  if (first.length > 0) return message('importance.title.first', { names: first });
  return points.some(({ divergence }) => divergence >= HALF)
    ? message('importance.title.calm')
    : message('importance.title.together');
}
