import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeId } from '../../kernel/ids.ts';
import { DAY } from '../../kernel/instant.ts';
import type { Question } from '../instrument/question.ts';
import { allSheets } from '../disclosure/sheets.ts';
import type { Mode } from '../meeting/meeting.ts';
import { ratingResults } from '../results/rating-results.ts';
import type { RatingResults } from '../results/shown.ts';
import { didItHelp, type DidItHelp, type Measurement } from './did-it-help.ts';
import { meanBounds } from './mean-bounds.ts';

type Counts = readonly number[];

/** What is shown of some questions on one scale, each with its answers, and of the dimension that they make. */
function shownOf(
  sheets: readonly Counts[],
  { silent = 0, mode = 'anonymous' }: { silent?: number; mode?: Mode } = {},
): RatingResults {
  const points = sheets[0]?.length ?? 0;
  const ballots = silent + (sheets[0] ?? []).reduce((sum, count) => sum + count, 0);
  const scale = { low: 1, high: points };
  const questions = sheets.map((_, i): Question => ({ id: `q${i}`, kind: 'rating', text: '', ...scale }));
  const tallies = sheets.map(
    (counts, i) => [`q${i}`, { kind: 'scale' as const, ...scale, counts, cannotSay: silent }] as const,
  );
  return ratingResults({
    tally: { invited: ballots, ballots, questions: Object.fromEntries(tallies), camps: null },
    questions,
    dimensions: [{ id: 'all', title: 'All', questions: questions.map(({ id }) => id) }],
    minimumGroup: 5,
    mode,
  });
}

function boundsOf(results: RatingResults) {
  return meanBounds(
    results,
    results.questions.map(({ question }) => question),
  );
}

/** The mean of the answers, from 0 to 1. */
function meanOf(counts: Counts): number {
  const steps = counts.reduce((sum, count, step) => sum + count * step, 0);
  return steps / counts.reduce((sum, count) => sum + count, 0) / (counts.length - 1);
}

function measured(results: RatingResults, day: number): Measurement {
  const result = results.dimensions[0]?.result;
  if (result?.status !== 'shown') throw new Error('the dimension is held');
  const at = { openedAt: day * DAY, closedAt: day * DAY + 1, ballots: results.invited, invited: results.invited };
  const instrument = { id: makeId('instrument', 'one'), version: 1 };
  const about = { meeting: makeId('meeting', String(day)), title: '', mode: 'anonymous', instrument } as const;
  return { ...about, ...at, leaders: [], result, mean: boundsOf(results) };
}

function directionOf(before: readonly Counts[], after: readonly Counts[]): Extract<DidItHelp, { level: unknown }> {
  const measurements = [measured(shownOf(before), 10), measured(shownOf(after), 60)];
  const told = didItHelp({ day: '1970-01-21', measurements, others: [] });
  if (told.status !== 'compared') throw new Error('nothing is compared');
  return told;
}

describe('CO24 where the mean of the answers lies', () => {
  it.each([
    { points: 7, most: 9 },
    { points: 5, most: 11 },
    { points: 3, most: 20 },
    { points: 6, most: 8 },
    { points: 10, most: 6 },
  ])('is within what is told of it, for every sheet of 5 to $most people on $points points', ({ points, most }) => {
    const beside = [];
    for (let answers = 5; answers <= most; answers += 1) {
      for (const silent of [0, 1]) {
        for (const counts of allSheets(answers, points)) {
          const bounds = boundsOf(shownOf([counts], { silent }));
          const mean = meanOf(counts);
          const isWithin = bounds && bounds.least - 1e-9 <= mean && mean <= bounds.most + 1e-9;
          if (isWithin !== true) beside.push({ counts, silent, bounds, mean });
        }
      }
    }
    expect(beside.slice(0, 3)).toEqual([]);
  });

  it('is told to a hundredth of a point where bars show everything, and in a named meeting', () => {
    for (const results of [shownOf([[0, 0, 0, 2, 7, 3, 0]]), shownOf([[0, 1, 0, 2, 2, 0, 0]], { mode: 'named' })]) {
      const { least = 0, most = 1 } = boundsOf(results) ?? {};
      expect(most - least).toBeCloseTo(0.01 / 6, 9);
    }
  });

  it('is not told where nothing is shown', () => {
    expect(boundsOf(shownOf([[0, 2, 2, 0, 0, 0, 0]]))).toBeNull();
  });
});

describe('CO24 equal means are neither better nor worse', () => {
  it('beside a lone answer, where the shown level lies furthest from them', () => {
    const [hidden, plain] = [
      [0, 0, 1, 0, 0, 10, 1],
      [0, 0, 0, 0, 2, 10, 0],
    ];
    expect(meanOf(hidden)).toBe(meanOf(plain));
    expect(directionOf([hidden], [plain])).toMatchObject({ level: 14, direction: 'same' });
    expect(directionOf([plain], [hidden])).toMatchObject({ level: -14, direction: 'same' });
  });

  it('property: over sheets of up to 14 people and three questions, however the answers lie', () => {
    const answer = fc.integer({ min: 0, max: 6 });
    const people = fc.integer({ min: 5, max: 14 });
    const sheets = people.chain((n) => fc.array(answer, { minLength: 3 * n, maxLength: 3 * n }));
    const moves = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 });
    fc.assert(
      fc.property(sheets, moves, fc.boolean(), (before, wanted, isDoubled) => {
        const after = [...before];
        for (const [one, other] of wanted) {
          const [up, down] = [one % after.length, other % after.length];
          const [from, to] = [after[down] ?? 0, after[up] ?? 6];
          if (up === down || from === 0 || to === 6) continue;
          after[up] = to + 1;
          after[down] = from - 1;
        }
        const times = isDoubled && before.length <= 21 ? 2 : 1;
        expect(directionOf(countsOf(before, 1), countsOf(after, times)).direction).toBe('same');
      }),
      { numRuns: 400 },
    );
  });

  it('and a change that everything behind the displays agrees on is told', () => {
    const low = [0, 5, 2, 1, 0, 0, 0];
    const high = [0, 0, 0, 1, 2, 5, 0];
    expect(directionOf([low], [high]).direction).toBe('better');
    expect(directionOf([high], [low]).direction).toBe('worse');
  });
});

/** Three questions' answers, one third of the list each, as counts; every person so many times. */
function countsOf(answers: readonly number[], times: number): readonly Counts[] {
  const people = answers.length / 3;
  return [0, 1, 2].map((question) => {
    const own = answers.slice(question * people, (question + 1) * people);
    return Array.from({ length: 7 }, (_, step) => times * own.filter((value) => value === step).length);
  });
}
