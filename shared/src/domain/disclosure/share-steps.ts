/** A part of a whole, both whole numbers, and into how many steps of equal width the way from none to all is cut. */
export interface Parted {
  readonly part: number;
  readonly whole: number;
  /** Odd, so that half lies in the middle of a step. */
  readonly steps: number;
}

/**
 * The step of one of two parts, counted from 0. On the border of two steps the outer one counts, so that where there are
 * no more steps than people, one of them looks like none and all but one like all. Both parts mirror each other.
 */
export function stepOfTwo({ part, whole, steps }: Parted): number {
  const at = (part * steps) / whole;
  return 2 * part > whole ? Math.min(steps - 1, Math.floor(at)) : Math.max(0, Math.ceil(at) - 1);
}

/**
 * The step of one of three or more parts. On a border the step toward an even share counts: then all the shares that
 * look the same are never a single one, as long as an even share is not on a border itself.
 */
export function stepOfSeveral({ part, whole, steps, parts }: Parted & { readonly parts: number }): number {
  const at = (part * steps) / whole;
  return part * parts > whole ? Math.ceil(at) - 1 : Math.floor(at);
}

/** The share in the middle of a step. */
export function middleOf({ step, steps }: { readonly step: number; readonly steps: number }): number {
  return (2 * step + 1) / (2 * steps);
}
