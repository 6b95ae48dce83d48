import { describe, expect, it } from '@jest/globals';
import { interventionLibrary } from '../domain/coaching/library.ts';
import german from './library/de.json' with { type: 'json' };
import { libraryWords } from './library-words.ts';

describe('CV13 the library of interventions in German', () => {
  it('CV13 has every entry, with as many steps, and words for each of its parts', () => {
    expect(Object.keys(german)).toEqual(interventionLibrary().map(({ id }) => id));
    for (const { id, purpose, steps, risk, whenNot } of interventionLibrary()) {
      const words = libraryWords('de', id);
      expect(words?.steps).toHaveLength(steps.length);
      const said = [words?.purpose, words?.because, words?.whenNot, ...(words?.steps ?? [])];
      const written = [purpose, risk.because, whenNot, ...steps];
      expect(said.filter((sentence, at) => sentence === written[at] || sentence?.trim() === '')).toEqual([]);
      expect([id, words?.title]).toEqual([id, expect.stringMatching(/\p{L}/u)]);
    }
  });

  it('CV13 calls no two entries the same, so that one is found by its title', () => {
    const titles = Object.values(german).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('CV13 leaves English as it is written', () => {
    expect(libraryWords('en', 'silent-start')).toBeNull();
  });
});
