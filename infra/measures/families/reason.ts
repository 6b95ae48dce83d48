import type { Measured } from '@plumbline/shared/measures/measured';

import type { Figures } from './family.ts';

/** The figure `reason` as the cases spell it, or nothing where there is a figure. */
export function reasonOf(headline: Measured<unknown>): Figures {
  return headline.value === null && 'reason' in headline ? { reason: headline.reason.replaceAll('-', '_') } : {};
}
