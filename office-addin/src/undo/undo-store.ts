import { DAY, type Duration, type Instant } from '@plumbline/shared/kernel/instant';
import type { UndoRecord, WayBack } from '../host/way-back.ts';
import { shelfInMemory, type Kept, type Shelf } from './shelf.ts';

/** So long something can be undone. */
export const UNDO_DAYS = 7;
const LONGEST: Duration = UNDO_DAYS * DAY;
/** So many changes are kept at most; the oldest go first. */
export const UNDO_CHANGES = 100;
/** So many characters of documents, but for the newest change. */
const MOST_CHARACTERS = 64_000_000;

/** What one person can still undo. */
export interface UndoStore {
  /**
   * Keeps a way back. Whether it outlives the pane. Those who watch are told of what no list on the screen offers:
   * `isListed` is false there.
   */
  keep(record: UndoRecord, options?: { readonly isListed?: boolean }): Promise<boolean>;
  /** All that can be undone, the newest first. */
  list(): Promise<readonly UndoRecord[]>;
  drop(id: string): Promise<void>;
  clear(): Promise<void>;
  /** Tells of what was kept unlisted; gives what ends it. */
  watch(tell: () => void): () => void;
}

/** Makes the store of a person. What others left on the device, and what is too old or too much, is forgotten. */
export function createUndoStore(options: {
  readonly person: string;
  readonly device: Shelf<UndoRecord>;
  readonly now: () => Instant;
}): UndoStore {
  const { person, device, now } = options;
  const memory = shelfInMemory<UndoRecord>();
  const watching = new Set<() => void>();

  /** What there is on both, each once. */
  async function read(): Promise<readonly Kept<UndoRecord>[]> {
    const kept = new Map<string, Kept<UndoRecord>>();
    for (const one of await orNothing(device.all())) kept.set(one.id, one);
    for (const one of await memory.all()) kept.set(one.id, one);
    return [...kept.values()].toSorted((a, b) => b.at - a.at);
  }

  async function remove(ids: readonly string[]): Promise<void> {
    await memory.remove(ids);
    await device.remove(ids).catch(() => undefined);
  }

  return {
    async keep(record, { isListed = true } = {}) {
      const kept = { id: record.back.id, person, at: record.at, size: sizeOf(record.back), thing: record };
      await memory.put(kept);
      const outlives = await device.put(kept).then(
        () => true,
        () => false,
      );
      if (!isListed) for (const tell of watching) tell();
      return outlives;
    },
    async list() {
      const all = await read();
      const [own, gone] = sorted(all, { person, now: now() });
      if (gone.length > 0) await remove(gone);
      return own.map(({ thing }) => thing);
    },
    drop: (id) => remove([id]),
    async clear() {
      await remove((await read()).map(({ id }) => id));
    },
    watch(tell) {
      watching.add(tell);
      return () => watching.delete(tell);
    },
  };
}

/** What stays of all that is kept, and the ids of what goes. */
function sorted(
  all: readonly Kept<UndoRecord>[],
  { person, now }: { readonly person: string; readonly now: Instant },
): readonly [stays: readonly Kept<UndoRecord>[], goes: readonly string[]] {
  const stays: Kept<UndoRecord>[] = [];
  const goes: string[] = [];
  let characters = 0;
  for (const one of all) {
    const isForeign = one.person !== person || now - one.at > LONGEST;
    // What was done last can be undone, however large it is.
    const isTooMuch = stays.length >= UNDO_CHANGES || (stays.length > 0 && characters + one.size > MOST_CHARACTERS);
    if (isForeign || isTooMuch) {
      goes.push(one.id);
      continue;
    }
    characters += one.size;
    stays.push(one);
  }
  return [stays, goes];
}

function sizeOf(back: WayBack): number {
  switch (back.kind) {
    case 'slide':
      return back.old.slide.length;
    case 'block':
    case 'loose-block':
      return back.old.piece.length;
    case 'block-beside':
      return 0;
  }
}

function orNothing<T>(asked: Promise<readonly T[]>): Promise<readonly T[]> {
  return asked.catch(() => []);
}
