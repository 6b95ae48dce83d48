import type { Place } from '../../host/host.ts';
import type { Deed, Item, Undo } from './items.ts';

/** Something that was done before the list was made anew, and can still be undone. */
export interface Kept {
  readonly place: Place;
  readonly deed: Deed;
  readonly undo: Undo;
}

/** Where it is kept as long as the pane is open. */
export interface Keeper {
  readonly kept: readonly Kept[];
  readonly setKept: (change: (before: readonly Kept[]) => readonly Kept[]) => void;
}

/** What stays to be undone when a list goes: several things on one slide are undone together. */
export function keptOf(items: readonly Item[]): readonly Kept[] {
  const kept = new Map<Undo, Kept>();
  for (const { standing, state } of items) {
    if (state.step !== 'done' || state.undo === null) continue;
    kept.set(state.undo, { place: standing.place, deed: state.deed, undo: state.undo });
  }
  return [...kept.values()];
}
