import { reaches } from '../../domain/results/bands.ts';
import type words from '../../i18n/en/details.json';
import type { Measured, Reason } from '../../measures/measured.ts';
import type { MessageKey, Said, Stem } from '../message.ts';

/** A key of the catalogue `details`, without its plural ending and its prefix. */
type OwnKey = Stem<keyof typeof words>;

/** A key of the catalogue `details` with its name before it, or one of `figures`. */
export type DetailKey = MessageKey | `details:${OwnKey}`;

/** Something that details say: from their own catalogue, with words of figures inside. */
export type DetailMessage = Said<DetailKey>;

/** Makes a message of the catalogue `details`. */
export function said(key: OwnKey, values: DetailMessage['values'] = {}): DetailMessage {
  return { key: `details:${key}`, values };
}

/** A figure at two decimals at most, never -0. */
export function rounded(value: number, decimals = 2): number {
  const tens = 10 ** decimals;
  return Math.round(value * tens) / tens + 0;
}

/**
 * A figure at two decimals that stays on its side of a limit: what fell short of .70 is never printed as .70, and what
 * reached it never below.
 */
export function roundedBeside(value: number, limit: number): number {
  const near = rounded(value);
  if (reaches(value, limit)) return Math.max(near, rounded(limit));
  return near < limit ? near : rounded(Math.ceil(limit * 100 - 1e-6) / 100 - 0.01);
}

/** A figure as a message. */
export function figure(value: number): DetailMessage {
  return said('number', { value: rounded(value) });
}

/** A change with its sign. */
export function change(value: number, decimals = 2): DetailMessage {
  return said('change', { value: rounded(value, decimals) });
}

/** From one figure to another. */
export function range(low: number, high: number): DetailMessage {
  return said('range', { low: rounded(low), high: rounded(high) });
}

/** A figure that became another. */
export function move(before: number, after: number): DetailMessage {
  return said('move', { before: rounded(before), after: rounded(after) });
}

/** A chance as a share of 1; what is under a hundredth is only said to be so. */
export function chance(p: number): DetailMessage {
  return p < 0.01 ? said('number.below', { value: 0.01 }) : figure(p);
}

/** A chance as cases out of a hundred. */
export function casesOf100(p: number): DetailMessage {
  const cases = rounded(100 * p, 0);
  return cases === 0 ? said('cases.under-one') : said('cases', { count: cases });
}

/** A measured figure, or that there is none. */
export function figureOf(measure: Measured): DetailMessage {
  return measure.value === null ? said('none') : figure(measure.value);
}

/** Why there is no figure, in one sentence. */
export function reasonWords(reason: Reason): DetailMessage {
  return said(`reason.${reason}`);
}
