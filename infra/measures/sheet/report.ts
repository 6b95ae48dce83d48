import type { SourceName } from './sources.ts';

/** What a figure is called, where R has it, and who defined it. */
export interface Head {
  readonly key: string;
  readonly name: string;
  /** The call in R that gives the same value, as `package::function(...)`. */
  readonly r?: string;
  readonly source?: SourceName;
  /** Why this figure alone can be missing where its measure has the others. */
  readonly absent?: string;
}

export type Value = number | string | boolean;

/** A figure of a sheet; `reason` says in the command's own words why there is none. */
export type Cell = { readonly value: Value | readonly Value[] } | { readonly value: null; readonly reason: string };

/** Figures of the whole sheet, one a line. */
export interface Listing {
  readonly kind: 'listing';
  readonly title: string;
  readonly note?: string;
  readonly lines: readonly { readonly head: Head; readonly cell: Cell }[];
}

/** The same figures of several items, teams or options, one of these a line. */
export interface Grid {
  readonly kind: 'grid';
  readonly title: string;
  readonly note?: string;
  readonly heads: readonly Head[];
  readonly lines: readonly { readonly label: string; readonly cells: readonly Cell[] }[];
}

export type Section = Listing | Grid;

/** Everything that is said about one csv. */
export interface Report {
  readonly file: string;
  /** How many raters and items it holds. */
  readonly size: string;
  readonly notes: readonly string[];
  readonly sections: readonly Section[];
}

/** Wraps a figure of which it is known that it exists. */
export function given(value: Value | readonly Value[]): Cell {
  return { value };
}
