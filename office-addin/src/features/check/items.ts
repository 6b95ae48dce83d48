import type { Result } from '@plumbline/shared/kernel/result';
import type { RefreshFault } from '@plumbline/shared/ooxml/refresh/found';
import type { HostFault } from '../../host/host-fault.ts';
import type { Place } from '../../host/host.ts';
import type { Changed, Manner, PlaceFault, Standing, Undone, Wish } from '../../host/standing.ts';
import type { UndoRecord, WayBack } from '../../host/way-back.ts';

/** Something of ours in the list, and what has been done to it since it was looked at. */
export interface Item {
  readonly key: string;
  readonly standing: Standing;
  readonly state: ItemState;
}

export type Deed = UndoRecord['deed'];

export type ItemState =
  | { readonly step: 'standing' }
  | { readonly step: 'working' }
  /** `undo` is gone once the same place was changed again. */
  | {
      readonly step: 'done';
      readonly deed: Deed;
      readonly isBeside: boolean;
      readonly undo: WayBack | null;
      readonly undoFault: HostFault | null;
    }
  | { readonly step: 'undone'; readonly keptBoth: boolean }
  | { readonly step: 'refused'; readonly deed: Deed; readonly fault: RefreshFault | PlaceFault };

/** The list of what was found. */
export function itemsOf(standing: readonly Standing[]): readonly Item[] {
  return standing.map((one, at) => ({ key: String(at), standing: one, state: { step: 'standing' } }));
}

/** Whether something can still be done to it. */
export function isOpen({ state }: Item): boolean {
  return state.step === 'standing' || state.step === 'undone' || state.step === 'refused';
}

/** Whether only embedded fonts kept it from being refreshed: of those somebody is asked once for all. */
export function waitsForFonts({ state }: Item): boolean {
  return state.step === 'refused' && state.fault.kind === 'place.caution' && state.fault.caution === 'caution.fonts';
}

/** The ids of the ways back that a list offers. */
export function undosIn(items: readonly Item[]): ReadonlySet<string> {
  return new Set(items.flatMap(({ state }) => (state.step === 'done' && state.undo !== null ? [state.undo.id] : [])));
}

/** What is to be refreshed at one place. */
export interface Round {
  readonly place: Place;
  readonly keys: readonly string[];
}

/** All that is out of date and may be refreshed without asking, place by place. */
export function roundsOf(items: readonly Item[]): readonly Round[] {
  const rounds = new Map<string, { readonly place: Place; readonly keys: string[] }>();
  for (const item of items) {
    const { key, standing } = item;
    if (standing.condition.status !== 'stale' || !isOpen(item)) continue;
    const round = rounds.get(standing.place.id) ?? { place: standing.place, keys: [] };
    round.keys.push(key);
    rounds.set(standing.place.id, round);
  }
  return [...rounds.values()];
}

/** What a refresh of an item asks for; `null` for one that cannot be refreshed. */
export function wishOf({ standing }: Item, replaceEdited: boolean): Wish | null {
  const { condition } = standing;
  return condition.status === 'stale' || condition.status === 'edited'
    ? { standing, exhibit: condition.exhibit, replaceEdited }
    : null;
}

/** The list while something is being done to some of it. */
export function begun(items: readonly Item[], keys: readonly string[]): readonly Item[] {
  return items.map((item) => (keys.includes(item.key) ? { ...item, state: { step: 'working' } } : item));
}

export interface Done {
  readonly deed: Deed;
  readonly place: Place;
  readonly keys: readonly string[];
  readonly manner: Manner;
}

/** The list after something was done at a place. */
export function changed(
  items: readonly Item[],
  { deed, place, keys, manner }: Done,
  result: Result<Changed, PlaceFault>,
): readonly Item[] {
  const isBeside = manner === 'beside';
  const isMoved = result.ok && result.value.undo !== null && !isBeside;
  const next = items.map((item): Item => {
    const at = keys.indexOf(item.key);
    if (at !== -1) {
      const outcome = result.ok ? result.value.outcomes[at] : result;
      if (!outcome) return { ...item, state: { step: 'standing' } };
      if (!outcome.ok) return { ...item, state: { step: 'refused', deed, fault: outcome.error } };
      const undo = result.ok ? result.value.undo : null;
      return { ...item, state: { step: 'done', deed, isBeside, undo, undoFault: null } };
    }
    // Its slide is another now, and what would be put back is not all that was on it.
    if (!isMoved || item.standing.place.id !== place.id || item.state.step !== 'done') return item;
    return { ...item, state: { ...item.state, undo: null } };
  });
  if (!result.ok || result.value.undo === null) return next;
  return isBeside ? shifted(next, place) : moved(next, place, result.value.place);
}

/** The list after something was undone. */
export function undone(items: readonly Item[], back: WayBack, result: Result<Undone, HostFault>): readonly Item[] {
  const concerned = items.filter(({ state }) => state.step === 'done' && state.undo === back);
  const place = concerned[0]?.standing.place;
  const next = items.map((item): Item => {
    const { state } = item;
    if (state.step !== 'done' || state.undo !== back) return item;
    if (!result.ok) return { ...item, state: { ...state, undoFault: result.error } };
    return { ...item, state: { step: 'undone', keptBoth: result.value.keptBoth } };
  });
  if (!result.ok || !place) return next;
  const { keptBoth } = result.value;
  const wasBeside = concerned.some(({ state }) => state.step === 'done' && state.isBeside);
  // What came beside it is counted already.
  return moved(wasBeside === keptBoth ? next : shifted(next, place, keptBoth ? 1 : -1), place, result.value.place);
}

function moved(items: readonly Item[], from: Place, to: Place): readonly Item[] {
  return items.map((item) =>
    item.standing.place.id === from.id ? { ...item, standing: { ...item.standing, place: to } } : item,
  );
}

/** What stands behind a place counts on when one more stands there, and back when one goes. */
function shifted(items: readonly Item[], { position }: Place, by: 1 | -1 = 1): readonly Item[] {
  return items.map((item) => {
    const { place } = item.standing;
    if (place.position <= position) return item;
    return { ...item, standing: { ...item.standing, place: { ...place, position: place.position + by } } };
  });
}
