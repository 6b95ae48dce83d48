import type { Instrument } from './instrument-draft.ts';

/** The newest version of each set: the team's own first by name, then those that come with the product as they come. */
export function newestVersions(instruments: readonly Instrument[]): {
  readonly own: readonly Instrument[];
  readonly builtIn: readonly Instrument[];
} {
  const newest = new Map<string, Instrument>();
  for (const instrument of instruments) {
    const known = newest.get(instrument.id);
    if (known === undefined || known.version < instrument.version) newest.set(instrument.id, instrument);
  }
  const all = [...newest.values()];
  return {
    own: all.filter(({ team }) => team !== null).toSorted((a, b) => a.title.localeCompare(b.title)),
    builtIn: all.filter(({ team }) => team === null),
  };
}

/** How many questions a set asks. */
export function questionCount({ dimensions }: Pick<Instrument, 'dimensions'>): number {
  return dimensions.reduce((sum, { questions }) => sum + questions.length, 0);
}
