import { describe, expect, it } from '@jest/globals';
import { builtInInstruments, copyInstrument } from '../../domain/instrument/instrument.ts';
import { ratingQuestions } from '../../domain/meeting/rounds.ts';
import { askingWords } from '../../i18n/asking-words.ts';
import { makeId } from '../../kernel/ids.ts';
import { COMPOSITION as USUAL } from '../../testing/meetings.ts';
import { inLanguage } from './in-language.ts';

const german = inLanguage('de', askingWords);
const [alignment] = builtInInstruments();
const [ausrichtung] = builtInInstruments('de');
if (!alignment || !ausrichtung) throw new Error('Bug: there are built-in sets');

const OWN = copyInstrument(alignment, {
  id: makeId('instrument', 'own'),
  team: makeId('team', 'ours'),
  title: 'Leadership alignment',
});
const COMPOSITION = {
  ...USUAL,
  title: 'Goals',
  purpose: 'Goals',
  ownQuestions: ['Goals', 'We decide at the pace our situation needs.'],
  priorities: ['Vision', 'Goals'],
};

describe('what a reader is shown', () => {
  it.each(['ranking', 'allocation', 'pairwise'] as const)(
    'LG7 has every question of ours in the reader’s language, and priorities by %s',
    (prioritiesAs) => {
      const composed = { ...COMPOSITION, prioritiesAs };
      const asked = ratingQuestions(composed, alignment, askingWords('en'));
      expect(german(asked)).toEqual(ratingQuestions(composed, ausrichtung, askingWords('de')));
      expect(german(asked)).not.toEqual(asked);
    },
  );

  it('LG7 has results, topics and commitments with our words, by whichever id they name', () => {
    const dimension = { dimension: 'goals', title: 'Goals', result: { status: 'held' } };
    const topic = { question: 'al.goals.1', text: alignment.dimensions[1]?.questions[0]?.text };
    const commitment = { id: 'commitment_1', sentence: 'Goals', question: { id: topic.question, text: topic.text } };
    const text = ausrichtung.dimensions[1]?.questions[0]?.text;
    expect(german([dimension, topic, commitment])).toEqual([
      { ...dimension, title: 'Ziele' },
      { ...topic, text },
      { ...commitment, question: { id: topic.question, text } },
    ]);
  });

  it('LG7 leaves people’s own words as they are, also where they are like ours', () => {
    const own = [
      COMPOSITION,
      { id: 'own.1', text: 'Goals' },
      { id: 'comment_1', question: 'al.goals.1', text: 'Goals' },
      { id: 'goals', title: 'Our goals' },
      { id: 'al.goals.1', text: 'Our shared goals hang on the wall.' },
      { title: 'Goals', text: 'Goals' },
      { id: null, title: 'Goals' },
      null,
      'Goals',
      7,
    ];
    expect(german(own)).toEqual(own);
  });

  it('LG7 leaves a set of a team’s own to whoever edits it, and knows what its meetings asked of ours', () => {
    expect(german(OWN)).toEqual(OWN);
    const asked = ratingQuestions({ ...COMPOSITION, priorities: [] }, OWN, askingWords('en'));
    expect(german(asked).questions[0]).toEqual(ausrichtung.dimensions[0]?.questions[0]);
  });

  it('LG7 is itself where it is read in the language that it is written in', () => {
    const asked = ratingQuestions(COMPOSITION, alignment, askingWords('en'));
    expect(inLanguage('en', askingWords)(asked)).toBe(asked);
  });
});
