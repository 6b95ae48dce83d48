/** Why a figure is undefined. Screens and the command put it into words; a figure is never 0 or 1 instead. */
export type Reason =
  /** Nothing was answered. */
  | 'no-answers'
  /** Fewer answers, raters or pairs than the figure needs. */
  | 'too-few-answers'
  /** Fewer items or groups than the figure needs. */
  | 'too-few-items'
  /** A scale of fewer points than the figure needs. */
  | 'short-scale'
  /** No distribution of blind answers of that name is published for a scale of this length. */
  | 'unknown-null'
  /** Everything is the same, and the figure would be 0 / 0. */
  | 'no-variation'
  /** Nobody, or too few, told the items apart. */
  | 'no-order'
  /** So few blind answers agree too often for any agreement to stand out. */
  | 'chance-too-likely'
  /** The mean lies so near an end of the scale that the figure says nothing. */
  | 'mean-near-end'
  /** Some option has won or lost every comparison, so that a likelihood has no maximum. */
  | 'not-strongly-connected'
  /** Some options were never compared with the others, not even over a third, so that nothing relates them. */
  | 'not-connected'
  /** Several pictures fit equally well, and chance would decide which one is drawn. */
  | 'not-unique'
  /** More work than an exact answer is worth; take the approximate one. */
  | 'too-much-work'
  /** A value is not a finite number. */
  | 'not-a-number'
  /** A value is not on the scale, or a share or count below 0. */
  | 'off-the-scale'
  /** Rows have unequal length. */
  | 'ragged-rows'
  /** A ballot names an option that was not offered, or one twice. */
  | 'unknown-option'
  | 'repeated-option'
  /** Points that do not add up to the total. */
  | 'wrong-total';

/** Why there is no figure. */
export interface Unmeasured {
  readonly value: null;
  readonly reason: Reason;
}

/** A figure, or why there is none. */
export type Measured<T = number> = { readonly value: T } | Unmeasured;

/** Wraps a figure. */
export function measured<T>(value: T): { readonly value: T } {
  return { value };
}

/** Says why a figure is undefined. */
export function unmeasured(reason: Reason): Unmeasured {
  return { value: null, reason };
}
