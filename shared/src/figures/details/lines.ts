import type { Measured } from '../../measures/measured.ts';
import type { Interval } from '../../measures/uncertainty/interval.ts';
import type { CitationKey } from './citations.ts';
import type { DetailLine } from './figure-details.ts';
import { figureOf, range, reasonWords, type DetailMessage } from './words.ts';

/** A line whose value is shown already, or said in words. */
export function line(of: {
  readonly name: DetailMessage;
  readonly value: DetailMessage;
  readonly reading: DetailMessage | null;
  readonly interval?: DetailMessage | null;
  readonly citation?: CitationKey | null;
}): DetailLine {
  return { interval: null, citation: null, ...of };
}

/** A line of a measure: its figure and how to read it, or that there is none and why. */
export function measureLine(of: {
  readonly name: DetailMessage;
  readonly measure: Measured;
  readonly reading: DetailMessage | null;
  readonly interval?: Measured<Interval>;
  readonly citation: CitationKey;
}): DetailLine {
  const { name, measure, interval, citation } = of;
  const between = interval?.value ?? null;
  return {
    name,
    value: figureOf(measure),
    interval: between && range(between.low, between.high),
    reading: measure.value === null ? reasonWords(measure.reason) : of.reading,
    citation,
  };
}
