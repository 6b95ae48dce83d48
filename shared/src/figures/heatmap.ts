import type { DimensionResult, GroupDimension, GroupResult } from '../domain/results/shown.ts';
import type { FigureFrame, FigureSource } from './figure.ts';
import { message, sentences, type Message } from './message.ts';
import { heldWords, shapeWord } from './shape-words.ts';

/** One group on one dimension; the first cell of a row is everybody's. */
export interface HeatCell {
  readonly column: string;
  /** From far apart (0) to together (1); `null` when it is held. */
  readonly together: number | null;
  /** The place in a word, or why there is none. */
  readonly word: Message;
}

export interface HeatRow {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly HeatCell[];
  readonly detail: Message;
}

export interface HeatColumn {
  readonly id: string;
  readonly label: Message;
  /** How many answered; `null` where that is not shown. */
  readonly people: number | null;
  /** Whether all of its cells are. */
  readonly held: boolean;
}

/** Dimensions by group, those that are held last, in the order of the whole: furthest apart first. */
export interface HeatmapFigure extends FigureFrame {
  readonly kind: 'heatmap';
  readonly marks: {
    readonly columns: readonly HeatColumn[];
    readonly rows: readonly HeatRow[];
  };
}

type ShownGroup = Extract<GroupResult, { status: 'shown' }>;

/** The heatmap of dimensions by group, beside everybody; a group that is held is hatched, and a note says why. */
export function heatmapFigure(from: {
  readonly source: FigureSource;
  readonly dimensions: readonly DimensionResult[];
  readonly groups: readonly GroupResult[];
}): HeatmapFigure {
  const { source, dimensions } = from;
  const groups = [...from.groups].sort((a, b) => Number(a.status === 'held') - Number(b.status === 'held'));
  const columns = [
    { id: EVERYBODY, label: message('heatmap.everybody'), people: source.answered, held: false },
    ...groups.map((group) => ({
      id: `group ${group.group}`,
      label: message('heatmap.group', { name: group.group }),
      people: group.status === 'shown' ? group.ballots : null,
      held: group.status === 'held',
    })),
  ];
  const rows = dimensions.map((dimension) => heatRow(dimension, groups));
  const title = heatmapTitle(dimensions, groups);
  return {
    kind: 'heatmap',
    title,
    altText: message('heatmap.alt', { title, rows: sentences(rows.map(({ detail }) => detail)) }),
    table: {
      caption: null,
      columns: [
        { label: message('column.dimension'), align: 'start' },
        ...columns.map(({ label }) => ({ label, align: 'start' }) as const),
      ],
      rows: rows.map(({ title: name, cells }) => [name, ...cells.map(({ word }) => word)]),
    },
    source,
    basis: { of: 'dimensions', now: dimensions, before: null, questions: [] },
    subject: null,
    notes: notesOf(groups, source.minimumGroup),
    marks: { columns, rows },
  };
}

const EVERYBODY = 'everybody';

function heatRow(dimension: DimensionResult, groups: readonly GroupResult[]): HeatRow {
  const cells = [everybodyCell(dimension), ...groups.map((group) => groupCell(dimension.dimension, group))];
  const detail = message('heatmap.row', {
    name: dimension.title,
    cells: cells.map(({ word }, place) => {
      const group = groups[place - 1];
      return group === undefined
        ? message('heatmap.cell-everybody', { word })
        : message('heatmap.cell', { name: group.group, word });
    }),
  });
  return { id: dimension.dimension, title: dimension.title, cells, detail };
}

function everybodyCell({ result }: DimensionResult): HeatCell {
  if (result.status === 'held') return { column: EVERYBODY, together: null, word: heldWords(result) };
  if (result.together === null) return { column: EVERYBODY, together: null, word: message('cannot-say') };
  return { column: EVERYBODY, together: result.together, word: wordOf(result) };
}

function groupCell(dimension: string, group: GroupResult): HeatCell {
  const column = `group ${group.group}`;
  const result = cellOf(dimension, group);
  if (result === undefined) return { column, together: null, word: message('not-shown') };
  if (result.status === 'held') return { column, together: null, word: message(`heatmap.held.${result.because}`) };
  return { column, together: result.together, word: wordOf(result) };
}

function cellOf(dimension: string, group: GroupResult): GroupDimension['result'] | undefined {
  return group.status === 'shown' ? group.dimensions.find((one) => one.dimension === dimension)?.result : undefined;
}

/** Answers all over the scale are told apart by how far; the others by where they lie. */
function wordOf({ band, shape }: Pick<Extract<GroupDimension['result'], { status: 'shown' }>, 'band' | 'shape'>) {
  if (shape === 'spread') return message(band === 'split' ? 'step.1' : 'step.3');
  return shapeWord(shape);
}

function heatmapTitle(dimensions: readonly DimensionResult[], groups: readonly GroupResult[]): Message {
  const shown = groups.filter((group): group is ShownGroup => group.status === 'shown');
  const [only] = shown;
  if (only === undefined) return message('heatmap.title.none');
  const told = dimensions.flatMap(({ dimension, title }) => {
    const words = shown.flatMap((group) => {
      const result = cellOf(dimension, group);
      return result?.status === 'shown' ? [wordOf(result).key] : [];
    });
    return words.length === shown.length ? [{ title, words }] : [];
  });
  if (told.length === 0) return message('heatmap.title.held');
  if (shown.length === 1) {
    const together = told.filter(({ words }) => words[0] !== 'step.1' && words[0] !== 'step.3').length;
    return message('heatmap.title.one', { name: only.group, count: together, total: told.length });
  }
  const differing = told.filter(({ words }) => new Set(words).size > 1).map(({ title }) => title);
  if (differing.length === 0) return message('heatmap.title.same');
  if (differing.length <= 2) return message('heatmap.title.differ-on', { names: differing });
  return message('heatmap.title.differ', { count: differing.length, total: told.length });
}

/** One sentence for each reason that a group or a cell is held. */
function notesOf(groups: readonly GroupResult[], minimum: number): readonly Message[] {
  const reasons = ['too-small', 'rest-too-small', 'with-others'] as const;
  const ofGroups = reasons.flatMap((because) => {
    const names = groups.flatMap((group) =>
      group.status === 'held' && group.because === because ? [group.group] : [],
    );
    return names.length === 0 ? [] : [message(`heatmap.note.${because}`, { names, minimum })];
  });
  const tells = groups.some(
    (group) =>
      group.status === 'shown' &&
      group.dimensions.some(({ result }) => result.status === 'held' && result.because === 'would-tell'),
  );
  return tells ? [...ofGroups, message('heatmap.note.would-tell')] : ofGroups;
}
