import type { FigureTable } from '../figure.ts';
import type { CitationKey } from './citations.ts';
import type { DetailMessage } from './words.ts';

/** One figure: what it is called, what it came to, how sure it is, and how to read it. */
export interface DetailLine {
  readonly name: DetailMessage;
  /** A figure, or the word for none; why there is none is what `reading` says then. */
  readonly value: DetailMessage;
  /** Where the figure lies with 95% confidence; `null` where there is no interval. */
  readonly interval: DetailMessage | null;
  /** One plain sentence; `null` where the lead of the group says it of all its lines. */
  readonly reading: DetailMessage | null;
  readonly citation: CitationKey | null;
}

/** Lines that belong together. */
export interface DetailGroup {
  readonly title: DetailMessage;
  /** How to read all lines of the group; `null` where each says it. */
  readonly lead: DetailMessage | null;
  readonly lines: readonly DetailLine[];
  /** Rules that fired for what the group is about, with their figures. */
  readonly rules: readonly DetailMessage[];
}

/** All that stands behind a figure, worked out from what it shows and from nothing else. */
export interface FigureDetails {
  /** Executives' words first: the finding that the lines stand behind. */
  readonly groups: readonly DetailGroup[];
  readonly uncertainty: readonly DetailMessage[];
  /** Why figures are not finer, or not there. */
  readonly held: readonly DetailMessage[];
  readonly method: readonly DetailMessage[];
  /** Agreement that is needed, by number of answers; `null` where no rule uses it. */
  readonly needed: NeededTable | null;
  readonly citations: readonly { readonly key: CitationKey; readonly reference: string }[];
}

/** A table whose words are those of details. */
export interface NeededTable {
  readonly caption: DetailMessage;
  readonly columns: readonly {
    readonly label: DetailMessage;
    readonly align: FigureTable['columns'][number]['align'];
  }[];
  readonly rows: readonly (readonly (number | DetailMessage)[])[];
}

/** What one kind of figure contributes; the rest is the same for all. */
export type DetailParts = Omit<FigureDetails, 'citations' | 'needed'> & {
  /** Whether a rule compares r_wg with what it must reach. */
  readonly usesAgreement: boolean;
  /** Works that stand behind it beside those of its lines. */
  readonly cites: readonly CitationKey[];
};
