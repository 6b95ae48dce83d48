import { describe, expect, it } from '@jest/globals';
import { stepWord } from './agreement.ts';

describe('the word for a step between far apart and together', () => {
  it('is that of the band where there are three, and one of its own where there are five', () => {
    const three = [0, 1, 2].map((place) => stepWord({ steps: 3, place, band: 'mixed' }).key);
    expect(three).toEqual(['band.mixed', 'band.mixed', 'band.mixed']);
    const five = [0, 1, 2, 3, 4].map((place) => stepWord({ steps: 5, place, band: 'mixed' }).key);
    expect(five).toEqual(['step.1', 'step.2', 'step.3', 'step.4', 'step.5']);
    expect(stepWord({ steps: 5, place: 0, band: 'split' }).key).toBe('band.split');
  });
});
