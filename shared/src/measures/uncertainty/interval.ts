/** Where a figure lies, with some confidence; both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The confidence of an interval unless another is asked for. */
export const CONFIDENCE = 0.95;

/** Whether a confidence can be one: above 0, below 1. */
export function isConfidence(confidence: number): boolean {
  return confidence > 0 && confidence < 1;
}

/** Cut down to the range of an index, for showing. */
export function clipped({ low, high }: Interval, range: Interval): Interval {
  const within = (value: number) => Math.min(range.high, Math.max(range.low, value));
  return { low: within(low), high: within(high) };
}
