import type { Instant } from '../kernel/instant.ts';
import type { Mode } from '../domain/meeting/meeting.ts';
import type { FigureBasis } from './basis.ts';
import { message, type Message, type MessageKey, type Said } from './message.ts';

/** Where a figure's numbers come from. */
export interface FigureSource {
  readonly team: string;
  readonly meeting: string;
  /** Number of ballots; `null` while it is under the minimum group. */
  readonly answered: number | null;
  readonly invited: number;
  readonly minimumGroup: number;
  /** Anonymous where it is not said. */
  readonly mode?: Mode;
  readonly date: Instant;
}

/** A plain value, a word to translate, or `null` for "not shown". */
export type Cell<Key extends string = MessageKey> = string | number | Said<Key> | null;

/** The numbers of a figure as a table; the first cell of a row names the row. */
export interface FigureTable<Key extends string = MessageKey> {
  /** How to read the numbers; `null` where the columns say it. */
  readonly caption: Said<Key> | null;
  readonly columns: readonly { readonly label: Said<Key>; readonly align: 'start' | 'end' }[];
  readonly rows: readonly (readonly Cell<Key>[])[];
}

/** What every figure has beside its marks: words of the catalogue `figures`, if it is not said, and a basis for details. */
export interface FigureFrame<Key extends string = MessageKey, Basis = FigureBasis> {
  /** The finding, not a label. */
  readonly title: Said<Key>;
  /** A full sentence with every number the picture shows. */
  readonly altText: Said<Key>;
  readonly table: FigureTable<Key>;
  readonly source: FigureSource;
  readonly basis: Basis;
  /** The text of the question, for figures of one question. */
  readonly subject: string | null;
  /** What a reader must know to read the picture right: breaks, rows left out. */
  readonly notes: readonly Said<Key>[];
}

/** Where the figures of one meeting on a team's time line come from. */
export function pointSource(
  team: { readonly name: string; readonly minimumGroup: number },
  point: {
    readonly title: string;
    readonly ballots: number | null;
    readonly invited: number;
    readonly closedAt: Instant;
  },
): FigureSource {
  return {
    team: team.name,
    meeting: point.title,
    answered: point.ballots,
    invited: point.invited,
    minimumGroup: team.minimumGroup,
    date: point.closedAt,
  };
}

/** The line under a figure: team, meeting, n of N, date. */
export function sourceLine(source: FigureSource): Message {
  const { team, meeting, invited, date } = source;
  return source.answered === null
    ? message('source.held', { team, meeting, invited, date, minimum: source.minimumGroup })
    : message('source.line', { team, meeting, invited, date, n: source.answered });
}

/** A place between 0 and 1 as a whole number of hundredths, the form in which figures print it. */
export function percent(share: number): number {
  return Math.round(share * 100);
}
