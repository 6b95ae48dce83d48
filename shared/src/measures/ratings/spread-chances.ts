import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** So many answers, each of them blind: `shares` is the chance of each point. */
export interface Blind {
  readonly n: number;
  readonly shares: readonly number[];
}

/** Some tenths of a second of work, and 32 MB. */
const MOST_WORK = 1e8;
const MOST_CELLS = 4e6;

/**
 * Chance of each spread that n blind answers can have; position is n times their sum of squares less the square of
 * their sum, in steps. Answer sheets are counted by sum and sum of squares, which decide the spread, and not one by one;
 * the work grows with n^3. Chances are added up and never subtracted, so that each is right to some 1e-13 of itself.
 */
export function spreadChances({ n, shares }: Blind): Measured<Float64Array> {
  const top = shares.length - 1;
  if (top < 1) return unmeasured('short-scale');
  if (n < 2) return unmeasured(n === 0 ? 'no-answers' : 'too-few-answers');
  // A sum of squares q and a sum s differ by an even number: column h stands for q = s + 2h.
  const width = (n * top * (top - 1)) / 2 + 1;
  if ((n * top + 1) * width > MOST_CELLS || (n * top) ** 3 * (top + 1) > 36 * MOST_WORK) {
    return unmeasured('too-much-work');
  }
  const cells = new Float64Array((n * top + 1) * width);
  cells[0] = 1;
  for (let answers = 1; answers <= n; answers += 1) addAnswer(cells, { answers, width, shares });
  const chances = new Float64Array(Math.floor((n * n * top * top) / 4) + 1);
  for (let sum = 0; sum <= n * top; sum += 1) {
    const { from, to } = columnsAt(sum, n, top);
    for (let column = from; column <= to; column += 1) {
      const spread = n * (sum + 2 * column) - sum * sum;
      chances[spread] = (chances[spread] ?? 0) + (cells[sum * width + column] ?? 0);
    }
  }
  return measured(chances);
}

interface Adding {
  /** How many answers there are with the new one. */
  readonly answers: number;
  readonly width: number;
  readonly shares: readonly number[];
}

/** In place: every sum draws on smaller sums only, so that the highest goes first. */
function addAnswer(cells: Float64Array, { answers, width, shares }: Adding): void {
  const top = shares.length - 1;
  const lowest = shares[0] ?? 0;
  for (let sum = answers * top; sum >= 0; sum -= 1) {
    const { from, to } = columnsAt(sum, answers, top);
    const row = sum * width;
    for (let cell = row + from; cell <= row + to; cell += 1) cells[cell] = (cells[cell] ?? 0) * lowest;
    for (let step = 1; step <= Math.min(top, sum); step += 1) {
      const share = shares[step] ?? 0;
      const across = (step * (step - 1)) / 2;
      const back = step * width + across;
      for (let cell = row + Math.max(from, across); cell <= row + to; cell += 1) {
        cells[cell] = (cells[cell] ?? 0) + share * (cells[cell - back] ?? 0);
      }
    }
  }
}

/** The columns that `answers` answers with this sum can fill: sums of squares from sum^2 / answers to sum * top. */
function columnsAt(sum: number, answers: number, top: number): { readonly from: number; readonly to: number } {
  return {
    from: Math.max(0, Math.ceil((sum * sum) / answers / 2 - sum / 2 - 1e-9)),
    to: Math.floor((sum * (top - 1)) / 2),
  };
}
