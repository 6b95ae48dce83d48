import type { Measured } from '@plumbline/shared/measures/measured';

import type { Figures } from './family.ts';

/** The figure `reasons`: why some of the figures are undefined where the headline is not; nothing where all are there. */
export function reasonsOf(figures: Readonly<Record<string, Measured<unknown> | undefined>>): Figures {
  const missing = Object.entries(figures).flatMap(([key, figure]): [string, string][] =>
    figure !== undefined && 'reason' in figure ? [[key, figure.reason.replaceAll('-', '_')]] : [],
  );
  return missing.length === 0 ? {} : { reasons: Object.fromEntries(missing) };
}

/** The figure `reason` as the cases spell it, or nothing where there is a figure. */
export function reasonOf(headline: Measured<unknown>): Figures {
  return headline.value === null && 'reason' in headline ? { reason: headline.reason.replaceAll('-', '_') } : {};
}
