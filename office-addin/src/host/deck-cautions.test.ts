import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { cautionOf } from './deck-cautions.ts';
import type { CautionKind } from './standing.ts';

const WORDS = new URL('../../../shared/src/i18n/en/pane.json', import.meta.url);
const PLACE = { id: '256#77', position: 1 };
const deck = (kinds: readonly CautionKind[], fonts = false) => ({ fonts, slides: { 256: kinds, 257: [] } });

describe('whether a slide may be put anew', () => {
  it('OF71 not where something would be lost, or where that is not known, unless it comes beside', () => {
    const refused = [
      deck(['caution.comments']),
      deck(['caution.links']),
      deck(['caution.add-ins']),
      null,
      { ...deck([]), slides: {} },
    ];
    const kinds = ['caution.comments', 'caution.links', 'caution.add-ins', 'caution.unknown', 'caution.unknown'];
    for (const manner of ['careful', 'knowing'] as const) {
      expect(refused.map((cautions) => cautionOf(PLACE, cautions, manner))).toEqual(kinds);
    }
    expect(refused.map((cautions) => cautionOf(PLACE, cautions, 'beside'))).toEqual([null, null, null, null, null]);
  });

  it('OF71 with fonts in the deck once somebody was told, and otherwise at once', () => {
    expect(cautionOf(PLACE, deck([], true), 'careful')).toBe('caution.fonts');
    expect(cautionOf(PLACE, deck([], true), 'knowing')).toBeNull();
    expect(cautionOf(PLACE, deck([]), 'careful')).toBeNull();
  });

  it('OF71 each reason has words with a next step', () => {
    const words: unknown = JSON.parse(readFileSync(WORDS, 'utf8'));
    for (const kind of ['comments', 'links', 'add-ins', 'fonts', 'unknown']) {
      expect(words).toMatchObject({
        [`caution.${kind}.title`]: expect.any(String),
        [`caution.${kind}.detail`]: expect.any(String),
      });
    }
  });
});
