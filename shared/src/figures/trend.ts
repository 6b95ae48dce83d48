import type { Instant } from '../kernel/instant.ts';
import type { TrendWave } from './basis.ts';
import { percent, type FigureFrame, type FigureSource } from './figure.ts';
import { message, sentences, type Message } from './message.ts';

export interface TrendColumn {
  readonly date: Message;
  readonly answered: Message;
  /** What the line breaks for just before this column; `null` when it runs on. */
  readonly breakMark: string | null;
}

export interface TrendPoint {
  readonly together: number;
  readonly detail: Message;
}

export interface TrendSeries {
  readonly id: string;
  readonly title: string;
  /** The one series the title speaks of. */
  readonly focus: boolean;
  /** One a wave; `null` where it is held or was not asked. */
  readonly points: readonly (TrendPoint | null)[];
}

/** Dimensions over meetings, oldest first, at most five lines. */
export interface TrendFigure extends FigureFrame {
  readonly kind: 'trend';
  readonly marks: { readonly columns: readonly TrendColumn[]; readonly series: readonly TrendSeries[] };
}

/** A closed meeting or pulse of a team, as it stands in the list of those before and after it. */
export interface ClosedMeeting extends Pick<TrendWave, 'invited' | 'dimensions'> {
  readonly title: string;
  readonly closedAt: Instant;
  readonly ballots: number | null;
  /** Why it can't be compared with the one before it. */
  readonly changed: readonly ('instrument' | 'members')[];
}

const MOST_SERIES = 5;

/** The trend of a team's dimensions; the five with the widest range get a line, all are in the table. */
export function trendFigure(from: {
  readonly source: FigureSource;
  /** Oldest first. */
  readonly waves: readonly TrendWave[];
}): TrendFigure {
  const { waves } = from;
  const all = everyDimension(waves);
  const shown = all.toSorted((a, b) => range(b) - range(a)).slice(0, MOST_SERIES);
  const finding = findingOf(shown, waves);
  const series = all
    .filter((line) => shown.includes(line))
    .map((line) => ({ ...line, focus: line.id === finding.focus }));
  const leftOut = all.filter((line) => !shown.includes(line)).map((line) => line.title);
  return {
    kind: 'trend',
    title: finding.title,
    altText: message('trend.alt', { title: finding.title, rows: sentences(series.map(lineSentence)) }),
    table: {
      caption: message('table.together'),
      columns: [
        { label: message('column.meeting'), align: 'start' },
        { label: message('column.date'), align: 'start' },
        { label: message('column.answered'), align: 'end' },
        ...all.map((line) => ({ label: message('column.named', { name: line.title }), align: 'end' }) as const),
      ],
      rows: waves.map((wave, index) => [
        wave.meeting,
        message('cell.date', { date: wave.date }),
        wave.answered === null ? null : message('cell.answered', { n: wave.answered, invited: wave.invited }),
        ...all.map((line) => {
          const point = line.points[index] ?? null;
          return point === null ? null : percent(point.together);
        }),
      ]),
    },
    source: from.source,
    basis: { of: 'trend', waves },
    subject: null,
    notes: [
      ...waves.flatMap((wave, index) => breakNote(wave, breakMark(waves, index)) ?? []),
      ...(leftOut.length === 0 ? [] : [message('trend.note.left-out', { names: leftOut })]),
    ],
    marks: {
      columns: waves.map((wave, index) => ({
        date: message('trend.wave', { date: wave.date }),
        answered:
          wave.answered === null ? message('trend.answered-held') : message('trend.answered', { n: wave.answered }),
        breakMark: breakMark(waves, index),
      })),
      series,
    },
  };
}

/** One meeting of a trend. */
export function trendWave({ title, closedAt, ballots, invited, changed, dimensions }: ClosedMeeting): TrendWave {
  return {
    meeting: title,
    date: closedAt,
    answered: ballots,
    invited,
    instrumentChanged: changed.includes('instrument'),
    membersChanged: changed.includes('members'),
    dimensions,
  };
}

type Line = Omit<TrendSeries, 'focus'>;

function everyDimension(waves: readonly TrendWave[]): readonly Line[] {
  const titles = new Map(
    waves.flatMap(({ dimensions }) => dimensions.map(({ dimension, title }) => [dimension, title])),
  );
  return [...titles].map(([id, title]) => ({ id, title, points: waves.map((wave) => pointOf(wave, id)) }));
}

function pointOf(wave: TrendWave, id: string): TrendPoint | null {
  const found = wave.dimensions.find(({ dimension }) => dimension === id);
  if (found === undefined || found.result.status === 'held' || found.result.together === null) return null;
  const { together } = found.result;
  const detail = message('trend.detail', {
    name: found.title,
    meeting: wave.meeting,
    date: wave.date,
    n: wave.answered ?? 0,
    invited: wave.invited,
    together: percent(together),
  });
  return { together, detail };
}

function places(line: Line): readonly number[] {
  return line.points.flatMap((point) => (point === null ? [] : [point.together]));
}

function range(line: Line): number {
  const all = places(line);
  return all.length === 0 ? -1 : Math.max(...all) - Math.min(...all);
}

function isBreak(wave: TrendWave): boolean {
  return wave.instrumentChanged || wave.membersChanged;
}

function breakMark(waves: readonly TrendWave[], index: number): string | null {
  const wave = waves[index];
  if (index === 0 || wave === undefined || !isBreak(wave)) return null;
  const earlier = waves.slice(1, index).filter(isBreak).length;
  return String.fromCharCode('a'.charCodeAt(0) + earlier);
}

function breakNote(wave: TrendWave, mark: string | null): Message | null {
  if (mark === null) return null;
  const cause = wave.instrumentChanged ? (wave.membersChanged ? 'both' : 'instrument') : 'members';
  return message(`trend.note.${cause}`, { mark, date: wave.date });
}

/** Compares the last wave with the one before it, and only where nothing else changed between them. */
function findingOf(
  lines: readonly Line[],
  waves: readonly TrendWave[],
): { readonly title: Message; readonly focus: string | null } {
  const last = waves.at(-1);
  const previous = waves.at(-2);
  if (last === undefined || previous === undefined) return { title: message('trend.title.none'), focus: null };
  if (last.instrumentChanged) return { title: message('trend.title.instrument'), focus: null };
  if (last.membersChanged) return { title: message('trend.title.members'), focus: null };
  const moves = lines.flatMap((line) => {
    const [before, after] = [line.points.at(-2) ?? null, line.points.at(-1) ?? null];
    return before === null || after === null ? [] : [{ line, change: after.together - before.together }];
  });
  const [most] = moves.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
  if (most === undefined) return { title: message('trend.title.none'), focus: null };
  const date = previous.date;
  if (most.change === 0) return { title: message('trend.title.still', { date }), focus: null };
  const key = most.change > 0 ? 'trend.title.closer' : 'trend.title.apart';
  return { title: message(key, { name: most.line.title, date }), focus: most.line.id };
}

function lineSentence(line: Line): Message {
  const values = line.points.map((point) =>
    point === null ? message('not-shown') : message('trend.place', { place: percent(point.together) }),
  );
  return message('trend.alt.row', { name: line.title, values });
}
