import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { agreementQuestion, frequencyQuestion, roundOf, scaleTally } from '../../testing/example-rounds.ts';
import type { Question } from '../instrument/question.ts';
import type { ShownScale } from '../results/shown.ts';
import { grainOf } from './grain.ts';
import { heldUnder } from './minimum-group.ts';
import { discloseScale } from './scale.ts';

type Scale = Parameters<typeof scaleTally>[1];

function disclose(answers: readonly number[], scale: Scale & { skipped?: number; minimumGroup?: number } = {}) {
  const tally = scaleTally(answers, scale);
  const ballots = answers.length + tally.cannotSay + (scale.skipped ?? 0);
  const question: Question = { id: 'q', kind: 'rating', text: '', low: tally.low, high: tally.high };
  return discloseScale({ question, round: roundOf(ballots, { q: tally }), minimumGroup: scale.minimumGroup ?? 5 });
}

function shown(answers: readonly number[], scale: Parameters<typeof disclose>[1] = {}): ShownScale {
  const result = disclose(answers, scale);
  if (result.status === 'held') throw new Error('held');
  return result;
}

const times = (count: number, value: number) => Array.from({ length: count }, () => value);
const answersOn7 = (minLength: number, maxLength = 30) =>
  fc.array(fc.integer({ min: 1, max: 7 }), { minLength, maxLength });

describe('PV2 nothing is shown under the minimum group', () => {
  it('says how many more ballots are needed', () => {
    expect(disclose([1, 2, 3])).toEqual({ status: 'held', needed: 2 });
    expect(disclose([1, 2, 3, 4, 5, 6], { minimumGroup: 8 })).toEqual({ status: 'held', needed: 2 });
    expect(disclose([1, 2, 3, 4, 5]).status).toBe('shown');
  });

  it('refuses a minimum group under 5', () => {
    expect(() => heldUnder({ ballots: 9, minimumGroup: 4 })).toThrow('a minimum group is 5 or more');
    expect(() => heldUnder({ ballots: 9, minimumGroup: 5.5 })).toThrow('a minimum group is 5 or more');
  });

  it('property: neither a level, a band nor bars from fewer answers than the group', () => {
    fc.assert(
      fc.property(
        answersOn7(0),
        fc.record({ cannotSay: fc.nat(9), skipped: fc.nat(9), minimumGroup: fc.integer({ min: 5, max: 12 }) }),
        (answers, { cannotSay, skipped, minimumGroup }) => {
          const result = disclose(answers, { cannotSay, skipped, minimumGroup });
          if (answers.length >= minimumGroup) return;
          if (result.status === 'held') return;
          expect(answers.length + cannotSay).toBeGreaterThanOrEqual(minimumGroup);
          expect(result).toEqual({
            status: 'shown',
            grain: 'coarse',
            level: null,
            favour: null,
            band: null,
            together: null,
            shape: 'unknown',
            distribution: null,
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a held question does not tell how many skipped it or could not say', () => {
    const few = disclose([4, 4, 4, 4], { cannotSay: 1, skipped: 4 });
    expect(few).toEqual({ status: 'held', needed: 1 });
    expect(disclose([4], { cannotSay: 0, skipped: 8 })).toEqual(few);
  });
});

describe("RS5 unknown is 40% or more who can't say", () => {
  it('at the cut-off and under it', () => {
    expect(shown(times(6, 4), { cannotSay: 4 }).shape).toBe('unknown');
    expect(shown(times(7, 4), { cannotSay: 4 }).shape).not.toBe('unknown');
    expect(disclose(times(3, 4), { cannotSay: 2 })).toMatchObject({ shape: 'unknown', level: null });
    expect(disclose(times(4, 4), { cannotSay: 1 })).toEqual({ status: 'held', needed: 1 });
  });

  it("skipping a question is not saying that one can't say", () => {
    expect(disclose([4, 4], { cannotSay: 2, skipped: 8 })).toEqual({ status: 'held', needed: 1 });
    expect(shown(times(5, 4), { skipped: 20 }).shape).toBe('lukewarm');
  });
});

describe('RS6 the grain follows the number of answers', () => {
  it('5 to 7, 8 to 11, 12 and more', () => {
    expect([5, 7, 8, 11, 12, 500].map(grainOf)).toEqual(['coarse', 'coarse', 'medium', 'medium', 'fine', 'fine']);
  });

  it('of answers, not of ballots', () => {
    expect(shown(times(7, 4), { skipped: 10 }).grain).toBe('coarse');
  });

  it("everybody's is that of all but one, where fewer than these are held", () => {
    const grains = (people: number, minimumGroup: number) =>
      [0, 1].map((skipped) => shown(times(people - skipped, 4), { skipped, minimumGroup }).grain);
    expect([grains(8, 7), grains(12, 11)]).toEqual([
      ['coarse', 'coarse'],
      ['medium', 'medium'],
    ]);
    expect([grains(8, 6), grains(9, 7), grains(13, 11)]).toEqual([
      ['medium', 'coarse'],
      ['medium', 'medium'],
      ['fine', 'fine'],
    ]);
    // A larger minimum group never shows more.
    expect([8, 9].map((minimumGroup) => shown(times(9, 4), { minimumGroup }).grain)).toEqual(['medium', 'medium']);
    expect([shown(times(8, 4), { minimumGroup: 8 }).grain, shown(times(12, 4), { minimumGroup: 12 }).grain]).toEqual([
      'coarse',
      'medium',
    ]);
  });
});

describe('RS7 5 to 7 answers: level to a quarter, three-level band, no distribution, camps shown as spread', () => {
  it('together, mixed and two camps', () => {
    expect(shown([5, 6, 6, 6, 5, 5, 5])).toEqual({
      status: 'shown',
      grain: 'coarse',
      level: 5.5,
      favour: 0.75,
      band: 'aligned',
      together: 5 / 6,
      shape: 'aligned-high',
      distribution: null,
    });
    expect(shown([1, 3, 5, 7, 4])).toMatchObject({ level: 4, band: 'mixed', together: 1 / 2, shape: 'spread' });
    expect(shown([1, 1, 1, 7, 7, 7])).toMatchObject({ band: 'split', together: 1 / 6, shape: 'spread' });
  });
});

describe('RS8 8 to 11 answers: level to a tenth, five steps, thirds where each has two people or none', () => {
  it('with bars', () => {
    expect(shown([2, 2, 3, 3, 6, 6, 6, 6])).toEqual({
      status: 'shown',
      grain: 'medium',
      level: 4.2,
      favour: 3.2 / 6,
      band: 'mixed',
      together: 0.1,
      shape: 'spread',
      distribution: [
        { from: 1, to: 2, count: 2 },
        { from: 3, to: 5, count: 2 },
        { from: 6, to: 7, count: 4 },
      ],
    });
  });

  it('two camps are camps', () => {
    expect(shown([1, 1, 1, 1, 7, 7, 7, 7])).toMatchObject({
      band: 'split',
      together: 0.1,
      shape: 'camps',
      distribution: [
        { from: 1, to: 2, count: 4 },
        { from: 3, to: 5, count: 0 },
        { from: 6, to: 7, count: 4 },
      ],
    });
  });
});

describe('RS9 12 answers and more: level and consensus to a hundredth, a bar for each point', () => {
  it('exact figures', () => {
    expect(shown([...times(4, 4), ...times(5, 5), ...times(3, 6)])).toEqual({
      status: 'shown',
      grain: 'fine',
      level: 4.92,
      favour: (4.92 - 1) / 6,
      band: 'aligned',
      together: 0.84,
      shape: 'lukewarm',
      distribution: [0, 0, 0, 4, 5, 3, 0].map((count, step) => ({ from: step + 1, to: step + 1, count })),
    });
  });
});

describe('PV4 nothing points at one person', () => {
  it('beside a lone answer, the level is in quarters, the place one of five steps and the bars are thirds', () => {
    expect(shown([1, ...times(5, 5), ...times(6, 6)])).toMatchObject({
      level: 5.25,
      together: 0.5,
      distribution: null,
    });
    expect(shown([2, 1, ...times(4, 5), ...times(6, 6)])).toMatchObject({
      level: 5,
      together: 0.1,
      distribution: [
        { from: 1, to: 2, count: 2 },
        { from: 3, to: 5, count: 4 },
        { from: 6, to: 7, count: 6 },
      ],
    });
    expect(shown([3, ...times(7, 5)])).toMatchObject({ level: 4.75, distribution: null });
    // 4.9 would be known to have a 3 in it.
    expect(shown([3, ...times(29, 5)]).level).toBe(4.8);
  });

  it('a lone answer on a short scale leaves no bar that is a point', () => {
    expect(shown([...times(3, 2), 1, ...times(8, 3)], { high: 5 }).distribution).toBeNull();
    expect(shown([...times(4, 2), ...times(8, 3)], { high: 5 }).distribution).not.toBeNull();
  });

  it('bars do not say that everybody is at one end', () => {
    expect(shown([...times(5, 6), ...times(5, 7)])).toMatchObject({ level: 6.5, distribution: null });
    expect(shown([...times(5, 1), ...times(5, 2)])).toMatchObject({ level: 1.5, distribution: null });
    expect(shown([...times(5, 4), ...times(5, 5)]).distribution).not.toBeNull();
  });

  it('everybody at one end looks like all but one there: favourable or unfavourable, and no more', () => {
    for (const n of [5, 7, 8, 11, 12, 40, 1000]) {
      const all = shown(times(n, 7));
      expect(all).toEqual(shown([6, ...times(n - 1, 7)]));
      expect(all).toMatchObject({ band: 'aligned', shape: 'aligned-high', distribution: null });
      expect(shown(times(n, 1))).toEqual(shown([2, ...times(n - 1, 1)]));
      expect(shown(times(n, 1))).toMatchObject({ band: 'aligned', shape: 'aligned-low', distribution: null });
    }
  });

  it('property: no level is an end of the scale', () => {
    fc.assert(
      fc.property(answersOn7(5, 400), (answers) => {
        const { level } = shown(answers);
        expect(level).toBeGreaterThan(1);
        expect(level).toBeLessThan(7);
      }),
    );
    expect(shown([...times(998, 7), 6, 6]).level).toBe(6.99);
  });

  it('property: no bar is one person, and bars add up to all answers or are not there', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.array(fc.nat(8), { minLength: 5, maxLength: 40 }),
        (points, steps) => {
          const answers = steps.map((step) => 1 + (step % points));
          const { distribution } = shown(answers, { high: points });
          if (distribution === null) return;
          expect(distribution.map((bin) => bin.count)).not.toContain(1);
          expect(distribution.reduce((sum, bin) => sum + bin.count, 0)).toBe(answers.length);
          expect(distribution.flatMap(({ from, to }) => (from <= to ? [from] : []))[0]).toBe(1);
          expect(distribution.at(-1)?.to).toBe(points);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('RS10 turning a scale round turns the level and nothing else', () => {
  it('property', () => {
    fc.assert(
      fc.property(answersOn7(5, 40), (answers) => {
        const result = shown(answers);
        const turned = shown(answers.map((answer) => 8 - answer));
        expect(turned.level).toBeCloseTo(8 - (result.level ?? Number.NaN), 10);
        expect([turned.band, turned.together, turned.grain]).toEqual([result.band, result.together, result.grain]);
        const shapes = { 'aligned-high': 'aligned-low', 'aligned-low': 'aligned-high' } as const;
        const shape = result.shape;
        expect(turned.shape).toBe(shape === 'aligned-high' || shape === 'aligned-low' ? shapes[shape] : shape);
      }),
    );
  });
});

describe('RS12 a level is a rounded mean', () => {
  it('property: a whole number of its steps; half a step from the mean where nothing had to be joined', () => {
    fc.assert(
      fc.property(answersOn7(5, 60), (answers) => {
        const level = shown(answers).level ?? Number.NaN;
        const counts = [1, 2, 3, 4, 5, 6, 7].map((point) => answers.filter((answer) => answer === point).length);
        const n = answers.length;
        const exact = n >= 8 && !counts.includes(1) && !counts.includes(n);
        const steps = exact ? { coarse: 4, medium: 10, fine: 100 }[grainOf(n)] : n < 30 ? 4 : 10;
        const mean = answers.reduce((sum, answer) => sum + answer, 0) / n;
        expect(level * steps).toBeCloseTo(Math.round(level * steps), 9);
        if (exact && mean < 6.9 && mean > 1.1) expect(Math.abs(level - mean)).toBeLessThanOrEqual(0.5 / steps + 1e-9);
        else expect(Math.abs(level - mean)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('RS11 high is favourable, but seldom is favourable for symptoms', () => {
  it('the same answers on both kinds', () => {
    const round = roundOf(5, {
      often: scaleTally([0, 0, 1, 1, 1], { low: 0, high: 4 }),
      agree: scaleTally([6, 6, 6, 6, 7]),
    });
    const ask = (question: Question) => discloseScale({ question, round, minimumGroup: 5 });
    expect(ask(frequencyQuestion('often'))).toMatchObject({ level: 0.5, favour: 3.5 / 4 });
    expect(ask(agreementQuestion('agree'))).toMatchObject({ level: 6.25, favour: 5.25 / 6 });
  });
});
