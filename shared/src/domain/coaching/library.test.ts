import { describe, expect, it } from '@jest/globals';
import { builtInInstruments } from '../instrument/instrument.ts';
import { interventionLibrary, libraryEntry, SHAPES } from './library.ts';

const DIMENSIONS = builtInInstruments()
  .filter(({ id }) => ['instrument_alignment', 'instrument_coaching'].some((one) => one === id))
  .flatMap(({ dimensions }) => dimensions.map(({ id }) => id));

describe('CO20 the library of interventions', () => {
  const library = interventionLibrary();

  it('has forty and more, each found by an id of its own', () => {
    expect(library.length).toBeGreaterThanOrEqual(40);
    expect(new Set(library.map(({ id }) => id)).size).toBe(library.length);
    expect(new Set(library.map(({ title }) => title)).size).toBe(library.length);
    for (const entry of library) expect(libraryEntry(entry.id)).toBe(entry);
    expect(libraryEntry('no-such-thing')).toBeNull();
  });

  it('says everything of each, shortly', () => {
    for (const entry of library) {
      const { id, title, purpose, risk, whenNot, steps, minutes, people } = entry;
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(title.length).toBeLessThanOrEqual(40);
      for (const sentence of [purpose, risk.because, whenNot]) {
        expect(sentence).toMatch(/^\S.{14,139}\.$/u);
      }
      expect(steps.length).toBeGreaterThanOrEqual(3);
      expect(steps.length).toBeLessThanOrEqual(6);
      for (const step of steps) expect(step).toMatch(/^\S.{6,99}[.?]$/u);
      expect(minutes.least).toBeGreaterThanOrEqual(5);
      expect(minutes.least).toBeLessThan(minutes.most);
      expect(people.least).toBeGreaterThanOrEqual(2);
      expect(people.least).toBeLessThan(people.most);
    }
  });

  it('serves each dimension of both instruments by three and more, and names no other', () => {
    expect(DIMENSIONS).toHaveLength(16);
    for (const dimension of DIMENSIONS) {
      const serving = library.filter(({ dimensions }) => dimensions.includes(dimension));
      expect({ dimension, enough: serving.length >= 3 }).toEqual({ dimension, enough: true });
    }
    for (const { dimensions } of library) {
      expect(dimensions.length).toBeGreaterThan(0);
      expect(dimensions.filter((dimension) => !DIMENSIONS.includes(dimension))).toEqual([]);
      expect(new Set(dimensions).size).toBe(dimensions.length);
    }
  });

  it('serves each shape by three and more', () => {
    expect(SHAPES).toHaveLength(6);
    for (const shape of SHAPES) {
      const serving = library.filter(({ shapes }) => shapes.includes(shape));
      expect({ shape, enough: serving.length >= 3 }).toEqual({ shape, enough: true });
    }
    for (const { shapes } of library) expect(shapes.length).toBeGreaterThan(0);
  });

  it('has something for each dimension in each shape', () => {
    const pairs = DIMENSIONS.flatMap((dimension) => SHAPES.map((shape) => ({ dimension, shape })));
    const bare = pairs.filter(
      ({ dimension, shape }) =>
        !library.some(({ dimensions, shapes }) => dimensions.includes(dimension) && shapes.includes(shape)),
    );
    expect(bare).toEqual([]);
  });
});
