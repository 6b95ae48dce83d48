import type { Instant } from '../kernel/instant.ts';

/**
 * A figure in words and numbers that a document can take natively: everything here is text in the reader's language and
 * plain numbers, so that charts, tables, slides and pages are written without knowing what a result is.
 */
export interface Exhibit {
  /** Which figure it is and of what: the same key of another meeting is the same exhibit with other numbers. */
  readonly key: ExhibitKey;
  /** The finding: the title of its slide, the caption of its block. */
  readonly title: string;
  /** The question, or what the figure is about, under the title; `null` where the title says it. */
  readonly subject: string | null;
  readonly body: ExhibitBody;
  /** A full sentence with every number that the picture shows. */
  readonly altText: string;
  /** Where the numbers come from, in one line under the figure. */
  readonly sourceLine: string;
  /** How to read it and what to say: the paragraphs of the speaker notes. */
  readonly notes: readonly string[];
  readonly provenance: Provenance;
}

/** Which figure, and of which question, dimension or wave where there are several. */
export interface ExhibitKey {
  readonly figure: ExhibitFigure;
  /** `null` for figures of which a meeting has one. */
  readonly of: string | null;
}

export type ExhibitFigure =
  | 'summary'
  | 'likert'
  | 'agreement'
  | 'profile'
  | 'heatmap'
  | 'before-after'
  | 'trend'
  | 'order'
  | 'importance'
  | 'allocation'
  | 'strengths'
  | 'perception'
  | 'commitments'
  | 'method';

/** What makes an inserted exhibit findable again. */
export interface Provenance {
  /** Lead back to the meeting; documents from before these were written have none. */
  readonly ids?: { readonly team: string; readonly meeting: string };
  readonly team: string;
  readonly meeting: string;
  readonly revision: number;
  readonly closedAt: Instant | null;
  /** Number of ballots; `null` while it is under the minimum group. */
  readonly answered: number | null;
  readonly invited: number;
  readonly minimumGroup: number;
}

export type ExhibitBody =
  | { readonly form: 'chart'; readonly chart: ChartContent }
  | { readonly form: 'table'; readonly table: TableContent }
  /** Paragraphs in a box: the method, or a result that is held and why. */
  | { readonly form: 'text'; readonly paragraphs: readonly TextParagraph[] };

export interface TextParagraph {
  /** Stands before the text in bold; `null` for plain ones. */
  readonly lead: string | null;
  readonly text: string;
}

/** What a colour stands for; the theme of the document says which it is. */
export type Tone =
  /** The one thing the title speaks of. */
  | 'accent'
  /** A second thing beside it, such as last time. */
  | 'second'
  /** What is there but not spoken of. */
  | 'quiet'
  /** The two sides of a scale, stronger toward the ends, and its middle. */
  | 'low-strong'
  | 'low'
  | 'middle'
  | 'high'
  | 'high-strong'
  /** One of five lines that are told apart; their order is the theme's. */
  | 'line-1'
  | 'line-2'
  | 'line-3'
  | 'line-4'
  | 'line-5';

/** A native chart: its data as categories by series, and how it is drawn. */
export interface ChartContent {
  readonly form:
    /** Horizontal, the first category on top. */
    | 'bars'
    | 'stacked-bars'
    | 'columns'
    | 'lines'
    /** x and y of points with a name each; `categories` are the names, the first series x, the second y. */
    | 'points';
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly axis: ValueAxis;
  /** The second axis of `points`, up. */
  readonly upAxis?: ValueAxis;
  /** Whether series are told apart by a legend; labels at their marks say it otherwise. */
  readonly legend: boolean;
}

export interface ChartSeries {
  /** Stays the same when the words change; unique in the chart. */
  readonly id: string;
  readonly name: string;
  /** One a category, `null` where there is nothing to show. */
  readonly values: readonly (number | null)[];
  readonly tone: Tone;
  /** Tones of single categories that differ from the series'; as many as there are values. */
  readonly tones?: readonly Tone[];
  /**
   * `bar` and `line` are drawn as the chart's form says. `offset` takes room and is not seen: the start of a range or of
   * the low side of a diverging bar. `markers` of a line chart have no line between them.
   */
  readonly mark: 'bar' | 'offset' | 'line' | 'markers';
  /** What stands at the marks: nothing, the value, or a text for each value. */
  readonly labels: 'none' | 'value' | readonly (string | null)[];
}

export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  /** Distance of its lines; `null` for none. */
  readonly step: number | null;
  /** What its ends mean; drawn under the chart where the numbers alone do not say it. */
  readonly ends: { readonly low: string; readonly high: string } | null;
  readonly title: string | null;
  /** Whether its numbers are written. */
  readonly numbers: boolean;
  /** An Excel number format, such as `0`, `0.0`, `0%`. */
  readonly format: string;
}

/** A native table; its first row is its header. */
export interface TableContent {
  readonly columns: readonly { readonly title: string; readonly align: 'start' | 'end'; readonly share: number }[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell {
  readonly text: string;
  /** Filled with a tone at a strength of 0 to 1, as the heatmap does; `held` is hatched. */
  readonly fill?: { readonly tone: Tone; readonly strength: number } | 'held';
  readonly strong?: boolean;
}

/** An exhibit as a document keeps it: found again by its id, and refreshed from what it says of itself. */
export interface Insertion {
  /** Unique in all documents: a ULID. */
  readonly id: string;
  readonly key: ExhibitKey;
  readonly provenance: Provenance;
  /** The locale that it was written in, `de-AT`: a refresh writes in it again, whoever asks for one. Older ones have none. */
  readonly language?: string;
  /** What Plumbline wrote last, so that a refresh can tell the analyst's own words and colours from them. */
  readonly written?: Written;
}

/** The marks of texts (of which no text can be read back) and the tones of what was drawn. */
export interface Written {
  readonly title: string;
  readonly subject: string | null;
  readonly altText: string;
  readonly sourceLine: string;
  readonly notes: readonly string[];
  readonly body: WrittenBody;
}

export type WrittenBody =
  | {
      readonly form: 'chart';
      readonly categories: readonly string[];
      readonly series: readonly WrittenSeries[];
      readonly axis: ValueAxis;
      readonly upAxis?: ValueAxis;
    }
  | {
      readonly form: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly { readonly text: string; readonly fill?: TableCell['fill'] }[])[];
    }
  | { readonly form: 'text'; readonly paragraphs: readonly string[] };

export interface WrittenSeries {
  readonly id: string;
  /** As it stands in the document, and so no mark. */
  readonly name: string;
  /** One mark of all its values: numbers that somebody typed in the workbook are not overwritten unasked. */
  readonly values: string;
  readonly mark: ChartSeries['mark'];
  readonly tone: Tone;
  readonly tones?: readonly Tone[];
  readonly labels: 'none' | 'value' | readonly (string | null)[];
}
