import type { PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';

/**
 * Why a draft did not open at its moment. `late`: the moment was found too late. `not-yours`: whoever planned it may no longer
 * open it. `too-few`, `too-alike`: whom it asks is refused. `changed`: what it asks can't be asked any more.
 */
export const NOT_OPENED_BECAUSE = ['late', 'not-yours', 'too-few', 'too-alike', 'changed'] as const;
export type NotOpenedBecause = (typeof NOT_OPENED_BECAUSE)[number];

/** The moment at which a draft opens by itself. */
export interface PlannedOpening {
  readonly opensAt: Instant;
  /** When a pulse closes; `null` for a meeting. */
  readonly closesAt: Instant | null;
  /** It is opened as this person, by what they may do then. */
  readonly by: PersonId;
  /** `null`: it is still to come. */
  readonly missed: { readonly at: Instant; readonly because: NotOpenedBecause } | null;
}
