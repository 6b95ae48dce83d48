import { describe, expect, it } from '@jest/globals';
import { interventionLibrary, SHAPES } from './library.ts';
import { rankedFor, suggest, type Wanted } from './suggest.ts';

const ANY: Wanted = { dimension: null, shape: null, minutes: null, people: null, used: [] };

describe('CO21 what a coach could try', () => {
  it('is three for any dimension and shape, each of them for that dimension', () => {
    const dimensions = new Set(interventionLibrary().flatMap((entry) => entry.dimensions));
    for (const dimension of dimensions) {
      for (const shape of SHAPES) {
        const three = suggest({ ...ANY, dimension, shape });
        expect(three).toHaveLength(3);
        for (const { intervention } of three) expect(intervention.dimensions).toContain(dimension);
      }
    }
  });

  it('goes by the first rule on which two differ: dimension, people, minutes, shape, not used, risk', () => {
    const wanted: Wanted = { dimension: 'dynamics', shape: 'camps', minutes: 30, people: 8, used: ['fishbowl'] };
    const [first, second, third] = suggest(wanted);
    expect([first, second, third].map((one) => one?.intervention.id)).toEqual([
      'airtime-round',
      'consent-decision',
      'ladder-of-inference',
    ]);
    expect(first?.because).toEqual(['dimension', 'people', 'minutes', 'shape', 'not-used', 'low-risk']);
    const ranks = rankedFor(wanted).map(({ intervention }) => intervention.id);
    expect(ranks.indexOf('fishbowl')).toBeGreaterThan(2);
    // The shape weighs more than the risk.
    expect(ranks.indexOf('name-the-pattern')).toBeLessThan(ranks.indexOf('silent-start'));
  });

  it('says which rules speak for each, and none that nobody asked about', () => {
    for (const { intervention, because } of rankedFor(ANY)) {
      expect(because).toEqual(intervention.risk.level === 'low' ? ['low-risk'] : []);
    }
    const late = rankedFor({ ...ANY, minutes: 12 }).find(({ intervention }) => intervention.id === 'role-negotiation');
    expect(late?.because).toEqual([]);
  });

  it('is the same every time, and puts everything in one order', () => {
    const wanted: Wanted = { ...ANY, dimension: 'goals', minutes: 45 };
    expect(rankedFor(wanted)).toEqual(rankedFor(wanted));
    expect(rankedFor(wanted)).toHaveLength(interventionLibrary().length);
  });

  it('puts what was used lately behind what serves as well', () => {
    const before = suggest({ ...ANY, dimension: 'vision' }).map(({ intervention }) => intervention.id);
    const after = suggest({ ...ANY, dimension: 'vision', used: before }).map(({ intervention }) => intervention.id);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
  });
});
