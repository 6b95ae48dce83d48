import type { Grain, Held } from '../../domain/results/shown.ts';
import { said, type DetailMessage } from './words.ts';

/** Why a result is not shown at all, and what would open it. */
export function heldResult({ needed }: Held, minimumGroup: number): DetailMessage {
  return said('held.result', { minimum: minimumGroup, count: needed });
}

/** Why figures are no finer than they are; nothing where all answers are shown. */
export function heldGrain({
  grain,
  full,
  known,
}: {
  readonly grain: Grain;
  readonly full: boolean;
  /** Whether enough people could say. */
  readonly known: boolean;
}): readonly DetailMessage[] {
  if (!known) return [said('held.unknown')];
  if (full) return grain === 'exact' ? [said('held.named')] : [];
  switch (grain) {
    case 'coarse':
      return [said('held.coarse'), said('held.places')];
    case 'medium':
      return [said('held.medium'), said('held.places')];
    case 'fine':
      return [said('held.fine'), said('held.places')];
    case 'exact':
      return [];
  }
}
