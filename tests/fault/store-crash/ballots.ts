import type { Place } from '@plumbline/shared/application/ports/document-store';

/** Where single ballots are cast and edited. */
export const BALLOTS: Place = { container: 'ballots', partition: 't|acme|r|round_1|0' };

/** Where whole groups are written, each in one batch. */
export const CAMP: Place = { container: 'ballots', partition: 't|acme|r|round_1|1' };

/** How many ballots a batch writes. */
export const GROUP = 12;
