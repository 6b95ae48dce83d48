/** A figure, or why there is none: an undefined measure is never 0 or 1. */
export type Measured = { readonly value: number } | { readonly value: null; readonly reason: string };

/** Wraps a figure. */
export function measured(value: number): Measured {
  return { value };
}

/** Says why a figure is undefined, in words a reader of results understands. */
export function unmeasured(reason: string): Measured {
  return { value: null, reason };
}
