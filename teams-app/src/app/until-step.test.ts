import { describe, expect, it } from '@jest/globals';
import { untilStep } from './until-step.ts';

describe('untilStep', () => {
  it('waits until just after the next whole step', () => {
    expect(untilStep(10_250, 1_000, 1)).toBe(751);
    expect(untilStep(10_000, 1_000, 1)).toBe(1_001);
  });

  it('waits less where time runs faster, but lets the screen breathe', () => {
    expect(untilStep(10_000, 60_000, 60)).toBe(835);
    expect(untilStep(10_000, 1_000, 60)).toBe(50);
  });
});
