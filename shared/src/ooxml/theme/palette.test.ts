import { describe, expect, it } from '@jest/globals';
import { hexOf, tintDistanceOf } from './colour.ts';
import { colourOf, tintOf } from './palette.ts';
import type { Theme } from './theme.ts';

const OWN: Theme['colours'] = {
  bg1: 'FFFFFF',
  tx1: '12261E',
  bg2: 'E9F1ED',
  tx2: '1F4A38',
  accent1: '0B6B47',
  accent2: 'B5651D',
  accent3: '2E8A64',
  accent4: '419A74',
  accent5: '56AA85',
  accent6: '6DBA97',
};

function theme(colours: Partial<Theme['colours']> = {}): Theme {
  return { colours: { ...OWN, ...colours }, headings: 'Calibri', text: 'Calibri' };
}

describe('tints of a theme', () => {
  it('OF11 are its colours mixed with white, so that none glows', () => {
    const green = theme();
    for (const scheme of ['accent1', 'accent2', 'accent6', 'tx1'] as const) {
      for (const strength of [0, 0.25, 0.5, 1]) {
        const part = 0.2 + 0.6 * strength;
        const mixed = channels(green.colours[scheme]).map((own) => own * part + 255 * (1 - part));
        const tint = channels(hexOf(tintOf({ scheme }, strength, green), green));
        const farthest = Math.max(...tint.map((channel, at) => Math.abs(channel - (mixed[at] ?? 0))));
        // The share of the saturation is written in hundredths.
        expect([scheme, strength, farthest < 4]).toEqual([scheme, strength, true]);
      }
    }
  });

  it('OF11 tell the two sides of a scale apart where all accents are of one hue', () => {
    const one = theme({ accent2: '1C7A55' });
    const [low, high] = [colourOf('low', one), colourOf('high', one)];
    expect([low.scheme, high.scheme]).toEqual(['tx1', 'accent1']);
    const cells = [low, high].map((side) => hexOf(tintOf(side, 1, one), one));
    expect(tintDistanceOf(cells[0] ?? '', cells[1] ?? '')).toBeGreaterThan(0.03);
    expect(colourOf('low', theme()).scheme).toBe('accent2');
  });
});

function channels(hex: string): readonly number[] {
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
