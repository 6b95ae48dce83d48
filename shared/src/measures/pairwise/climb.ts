import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** A likelihood with a single top, over parameters of which one is fixed at 0. */
export interface Likelihood {
  /** Number of parameters. */
  readonly size: number;
  /** The parameter that the others are measured against. */
  readonly fixed: number;
  /** What is to be made as great as can be, up to a constant. */
  readonly heightAt: (at: readonly number[]) => number;
  /** Which way it rises. */
  readonly slopeAt: (at: readonly number[]) => Slope;
}

/** Slope and curvature; both hold the fixed parameter too. */
export interface Slope {
  /** Slope along each parameter. */
  readonly score: readonly number[];
  /** How fast the slope falls: Fisher's information, or what comes near it. */
  readonly information: Matrix;
}

const MOST_STEPS = 1000;
/** A step that is no longer than this, set against the parameters, has arrived. */
const STEP = 1e-12;
/** What rounding leaves of a step when counts are very unequal. */
const COARSE_STEP = 1e-8;

/**
 * Climbs from 0 to the top of a likelihood by Newton's method; a step that leads down is halved. `null` when the top is
 * not reached.
 */
export function climb(likelihood: Likelihood): readonly number[] | null {
  let at: readonly number[] = Array.from({ length: likelihood.size }, () => 0);
  let height = likelihood.heightAt(at);
  for (let steps = 1; steps <= MOST_STEPS; steps += 1) {
    const { score, information } = likelihood.slopeAt(at);
    const covariance = inverseInformation(information, likelihood.fixed);
    if (covariance === null) return null;
    const step = covariance.mmul(Matrix.columnVector([...score])).to1DArray();
    const length = longestOf(step) / (1 + longestOf(at));
    if (!Number.isFinite(length)) return null;
    if (length <= STEP || (steps === MOST_STEPS && length <= COARSE_STEP)) return at;
    // Near the top heights differ by rounding alone.
    const floor = height - 1e-9 * (1 + Math.abs(height));
    let next = moved(at, { step, share: 1 });
    for (let share = 0.5; share > STEP && !(likelihood.heightAt(next) >= floor); share /= 2) {
      next = moved(at, { step, share });
    }
    at = next;
    height = likelihood.heightAt(at);
  }
  return null;
}

/** Inverse of an information matrix but for its fixed parameter, whose row and column are 0; `null` if singular. */
export function inverseInformation(information: Matrix, fixed: number): Matrix | null {
  const inverse = factors(information, fixed)?.solve(Matrix.eye(information.rows - 1));
  if (inverse === undefined) return null;
  const zeros = Array.from({ length: information.rows - 1 }, () => 0);
  return inverse.addRow(fixed, zeros).addColumn(fixed, [0, ...zeros]);
}

/** Logarithm of the determinant of an information matrix but for its fixed parameter; -Infinity if singular. */
export function logDeterminant(information: Matrix, fixed: number): number {
  const roots = factors(information, fixed)?.lowerTriangularMatrix.diagonal();
  return roots === undefined ? Number.NEGATIVE_INFINITY : 2 * roots.reduce((sum, root) => sum + Math.log(root), 0);
}

function factors(information: Matrix, fixed: number): CholeskyDecomposition | undefined {
  const free = information.clone().removeRow(fixed).removeColumn(fixed);
  // What is not finite would be called asymmetric.
  if (!free.to1DArray().every(Number.isFinite)) return undefined;
  const cholesky = new CholeskyDecomposition(free);
  return cholesky.isPositiveDefinite() ? cholesky : undefined;
}

function moved(
  at: readonly number[],
  { step, share }: { readonly step: readonly number[]; readonly share: number },
): readonly number[] {
  return at.map((value, place) => value + share * (step[place] ?? 0));
}

function longestOf(parts: readonly number[]): number {
  return parts.reduce((longest, part) => Math.max(longest, Math.abs(part)), 0);
}
