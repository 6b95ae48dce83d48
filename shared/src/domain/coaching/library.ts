import { assert } from '../../kernel/assert.ts';
import type { Shape } from '../results/shown.ts';
import source from './library.json' with { type: 'json' };

export const RISKS = ['low', 'medium', 'high'] as const;
export type Risk = (typeof RISKS)[number];

/** The ways in which a team can divide, as the library names them. */
export const SHAPES: readonly [Shape, ...Shape[]] = [
  'aligned-high',
  'aligned-low',
  'lukewarm',
  'spread',
  'camps',
  'unknown',
];

/** The fewest and the most of something. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** A way of working with a team that a coach can try. */
export interface LibraryEntry {
  readonly id: string;
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  readonly minutes: Range;
  /** How many people it is made for. */
  readonly people: Range;
  readonly risk: { readonly level: Risk; readonly because: string };
  readonly whenNot: string;
  readonly steps: readonly string[];
  /** How the team divides where this helps. */
  readonly shapes: readonly Shape[];
  readonly dimensions: readonly string[];
}

const LIBRARY: readonly LibraryEntry[] = source.interventions.map((entry) => ({
  ...entry,
  risk: { level: oneOf(RISKS, entry.risk.level), because: entry.risk.because },
  shapes: entry.shapes.map((shape) => oneOf(SHAPES, shape)),
}));

/** Everything in the library of interventions, in its own order. */
export function interventionLibrary(): readonly LibraryEntry[] {
  return LIBRARY;
}

/** The entry with an id, `null` where there is none. */
export function libraryEntry(id: string): LibraryEntry | null {
  return LIBRARY.find((entry) => entry.id === id) ?? null;
}

/** Whether a number is within a range, its ends included. */
export function isWithin({ least, most }: Range, value: number): boolean {
  return least <= value && value <= most;
}

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((one) => one === text);
  assert(found !== undefined, `the library has no ${text}`);
  return found;
}
