import { measured, unmeasured } from '../measured.ts';
import type { Measured, Unmeasured } from '../measured.ts';
import { fTail } from '../tails.ts';
import { isRounding, LARGEST } from './rounding.ts';

/** Scores by place, and the group that each belongs to; without either it does not count. */
export interface GroupedScores {
  readonly scores: readonly (number | null)[];
  readonly groups: readonly (string | number | null)[];
}

/** How much of what scores differ by lies between groups. */
export interface GroupIcc {
  readonly groups: number;
  readonly n: number;
  readonly meanGroupSize: number;
  /** Size to reckon with when groups differ in size, (n - sum of n_i^2 / n) / (groups - 1). */
  readonly k0: Measured;
  readonly msBetween: Measured;
  readonly msWithin: Measured;
  /** One member's score as a measure of its group, by the mean group size (Bliese 2000); below 0 as computed. */
  readonly icc1: Measured;
  /** The mean of a group as a measure of it; below 0 as computed. */
  readonly icc2: Measured;
  /** ICC(1) by `k0` in place of the mean group size. */
  readonly icc1K0: Measured;
  readonly f: Measured;
  readonly df1: number;
  readonly df2: number;
  /** Probability of such an F where groups do not differ. */
  readonly p: Measured;
}

/**
 * ICC(1) and ICC(2) of groups from a one-way analysis of variance (Shrout & Fleiss 1979, Psych Bull 86: 420-428; Bliese
 * 2000, in Klein & Kozlowski, Multilevel Theory, ch. 8). Groups may differ in size. Coefficients are undefined below 2
 * groups, when no group has 2 members, and when all scores are the same.
 */
export function iccOfGroups({ scores, groups }: GroupedScores): Measured<GroupIcc> {
  if (scores.length !== groups.length) return unmeasured('ragged-rows');
  const members = new Map<string | number, Members>();
  let n = 0;
  let largest = 0;
  for (const [place, score] of scores.entries()) {
    const group = groups[place] ?? null;
    if (score === null || group === null) continue;
    if (!Number.isFinite(score)) return unmeasured('not-a-number');
    n += 1;
    largest = Math.max(largest, Math.abs(score));
    const known = members.get(group);
    if (known === undefined) members.set(group, { first: score, size: 1, sum: 0, squares: 0 });
    else add(known, score - known.first);
  }
  if (n === 0) return unmeasured('no-answers');
  if (largest > LARGEST) return unmeasured('off-the-scale');
  return measured(analysed([...members.values()], { n, largest }));
}

/** Sums are of differences from the first member, so that equal scores leave exactly 0. */
interface Members {
  readonly first: number;
  size: number;
  sum: number;
  squares: number;
}

function add(members: Members, difference: number): void {
  // Welford (1962, Technometrics 4): squares around the mean so far.
  const before = difference - members.sum / members.size;
  members.size += 1;
  members.sum += difference;
  members.squares += before * (difference - members.sum / members.size);
}

function analysed(
  teams: readonly Members[],
  { n, largest }: { readonly n: number; readonly largest: number },
): GroupIcc {
  const count = teams.length;
  const origin = teams[0]?.first ?? 0;
  const means = teams.map((team) => team.first - origin + team.sum / team.size);
  const grand = teams.reduce((sum, team, place) => sum + (team.size / n) * (means[place] ?? 0), 0);
  const between = teams.reduce((sum, team, place) => sum + team.size * ((means[place] ?? 0) - grand) ** 2, 0);
  const within = teams.reduce((sum, team) => sum + team.squares, 0);
  const meanGroupSize = n / count;
  const df1 = count - 1;
  const df2 = n - count;
  const square = (sum: number, df: number) => (isRounding(sum, { n, largest }) ? 0 : sum / df);
  const k0 = (n - teams.reduce((sum, team) => sum + (team.size * team.size) / n, 0)) / df1;
  const sizes = { groups: count, n, meanGroupSize, df1, df2 };
  const msBetween = df1 > 0 ? measured(square(between, df1)) : unmeasured('too-few-items');
  const msWithin = df2 > 0 ? measured(square(within, df2)) : unmeasured('too-few-answers');
  const squares = { k0: df1 > 0 ? measured(k0) : unmeasured('too-few-items'), msBetween, msWithin };
  if (msBetween.value === null) return { ...sizes, ...squares, ...without(msBetween) };
  if (msWithin.value === null) return { ...sizes, ...squares, ...without(msWithin) };
  const [ms, error] = [msBetween.value, msWithin.value];
  const icc = (size: number) => share(ms - error, ms + (size - 1) * error);
  const f = share(ms, error);
  return {
    ...sizes,
    ...squares,
    icc1: icc(meanGroupSize),
    icc2: share(ms - error, ms),
    icc1K0: icc(k0),
    f,
    p: f.value === null ? f : measured(fTail(f.value, { df1, df2 })),
  };
}

function without(reason: Unmeasured): Pick<GroupIcc, 'icc1' | 'icc2' | 'icc1K0' | 'f' | 'p'> {
  return { icc1: reason, icc2: reason, icc1K0: reason, f: reason, p: reason };
}

function share(part: number, whole: number): Measured {
  return whole > 0 ? measured(part / whole) : unmeasured('no-variation');
}
