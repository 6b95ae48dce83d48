import { builtInInstruments } from '../../domain/instrument/instrument.ts';

/** The titles of dimensions, by id. */
export type DimensionTitles = ReadonlyMap<string, string>;

/** The titles of the built-in dimensions, which goals can name. */
export function builtInTitles(): DimensionTitles {
  const dimensions = builtInInstruments().flatMap((instrument) => instrument.dimensions);
  return new Map(dimensions.map(({ id, title }) => [id, title]));
}

/** A dimension with its title; one that is not asked about any more has none but its id. */
export function titled(titles: DimensionTitles, id: string): { readonly id: string; readonly title: string } {
  return { id, title: titles.get(id) ?? id };
}
