import { describe, expect, it } from '@jest/globals';
import { builtInInstruments } from '../instrument/instrument.ts';
import { suggestTags } from './observation.ts';
import source from './tags.json' with { type: 'json' };

describe('CO22 tags of a note', () => {
  it('follow from its words, those with most words first, and say which', () => {
    expect(suggestTags('CFO interrupted twice, tension in the room')).toEqual([
      { dimension: 'dynamics', words: ['interrupt', 'tension'] },
      { dimension: 'communication', words: ['interrupt'] },
    ]);
    expect(suggestTags('They REOPENED the decision through a side door.').map(({ dimension }) => dimension)).toEqual([
      'responsibilities',
      'decision-making',
    ]);
  });

  it('are none where no word says so, three at the most, and never from the middle of a word', () => {
    expect(suggestTags('Lunch was at noon.')).toEqual([]);
    expect(suggestTags('')).toEqual([]);
    expect(suggestTags('The patrol was late.')).toEqual([]);
    expect(suggestTags('vision goal priority strategy role')).toHaveLength(3);
  });

  it('are dimensions of the two instruments, each with words', () => {
    const dimensions = builtInInstruments()
      .slice(0, 2)
      .flatMap((instrument) => instrument.dimensions.map(({ id }) => id));
    expect(Object.keys(source.words)).toEqual(dimensions);
    for (const words of Object.values(source.words)) {
      expect(words.length).toBeGreaterThan(2);
      for (const word of words) expect(word).toBe(word.toLowerCase());
    }
  });
});
