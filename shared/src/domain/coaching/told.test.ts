import { describe, expect, it } from '@jest/globals';
import { allSheets } from '../disclosure/sheets.ts';
import { discloseScale } from '../disclosure/disclosure.ts';
import type { Counts } from '../../measures/ratings/distribution.ts';
import { atMostOneAtOrBelow, medianReaches, type Told } from './told.ts';

const K = { id: 'K', kind: 'agreement', text: '' } as const;

function medianOf(counts: Counts): number {
  const answers = counts.flatMap((count, step) => new Array<number>(count).fill(step + 1));
  const [low, high] = [Math.floor((answers.length - 1) / 2), Math.floor(answers.length / 2)];
  return ((answers[low] ?? 0) + (answers[high] ?? 0)) / 2;
}

/** What is told of each sheet of so many people, of whom some could not say, and how it really is. */
function* everySheet(ballots: number, silent: number, minimumGroup = 5) {
  for (const counts of allSheets(ballots - silent, 7)) {
    const tally = { kind: 'scale' as const, low: 1, high: 7, counts, cannotSay: silent };
    const round = { invited: ballots, ballots, questions: { K: tally }, camps: null };
    const shown = discloseScale({ question: K, round, minimumGroup });
    if (shown.status === 'held') continue;
    const answers = { least: minimumGroup, most: ballots };
    const low = counts.slice(0, 3).reduce((sum, count) => sum + count, 0);
    yield {
      counts,
      shown,
      median: { told: medianReaches(shown, 5, answers), isSo: medianOf(counts) >= 5 },
      low: { told: atMostOneAtOrBelow(shown, 3, answers), isSo: low <= 1 },
    };
  }
}

function contradicts({ told, isSo }: { readonly told: Told; readonly isSo: boolean }): boolean {
  return told !== 'not-told' && (told === 'yes') !== isSo;
}

describe('what shown answers tell of a gate', () => {
  it.each([
    [5, 0],
    [6, 0],
    [6, 1],
    [7, 0],
    [7, 1],
    [7, 2],
    [8, 0],
    [8, 1],
    [8, 3],
    [9, 0],
    [9, 1],
  ])('CO7 is true of every sheet of %i people behind the display, %i of whom could not say', (ballots, silent) => {
    const wrong = [];
    const told = new Set<string>();
    for (const { counts, shown, median, low } of everySheet(ballots, silent)) {
      told.add(`median ${median.told}`).add(`low ${low.told}`);
      if (contradicts(median) || contradicts(low)) wrong.push({ counts, level: shown.level, median, low });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect([...told].sort()).toEqual([
      'low no',
      'low not-told',
      'low yes',
      'median no',
      'median not-told',
      'median yes',
    ]);
  });
});
