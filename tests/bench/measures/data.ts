import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What both sides compute from: rows are raters, columns items, answers 1 to 5. */
export interface BenchData {
  readonly thousand: readonly (readonly number[])[];
  readonly hundredThousand: readonly (readonly number[])[];
  /** A thousand teams of eight. */
  readonly teams: readonly (readonly (readonly number[])[])[];
  readonly ranks: readonly (readonly number[])[];
  readonly split: readonly (readonly number[])[];
}

/** The same data on every run. */
export function benchData(): BenchData {
  const random = minimal(20261122);
  const answer = () => 1 + Math.floor(random() * 5);
  const table = (raters: number, items: number) =>
    Array.from({ length: raters }, () => Array.from({ length: items }, answer));
  return {
    thousand: table(1_000, 50),
    hundredThousand: table(100_000, 50),
    teams: Array.from({ length: 1_000 }, () => table(8, 20)),
    ranks: Array.from({ length: 20 }, () => shuffledRanks(40, random)),
    split: table(12, 24),
  };
}

/** Writes the tables to a folder where the reference reads them. */
export function writeData(folder: string, data: BenchData): void {
  const csv = (rows: readonly (readonly number[])[]) => rows.map((row) => row.join(',')).join('\n');
  writeFileSync(join(folder, 'alpha-1000.csv'), csv(data.thousand));
  writeFileSync(join(folder, 'alpha-100000.csv'), csv(data.hundredThousand));
  writeFileSync(join(folder, 'teams.csv'), csv(data.teams.flatMap((team, i) => team.map((row) => [i + 1, ...row]))));
  writeFileSync(join(folder, 'ranks.csv'), csv(data.ranks));
  writeFileSync(join(folder, 'split.csv'), csv(data.split));
}

function shuffledRanks(items: number, random: () => number): readonly number[] {
  return Array.from({ length: items }, (_, i) => ({ rank: i + 1, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ rank }) => rank);
}

/** The minimal standard generator (Park & Miller 1988, Commun ACM 31: 1192-1201). */
function minimal(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
