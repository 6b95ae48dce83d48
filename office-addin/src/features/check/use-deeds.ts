import { useCallback, useEffect, useRef, useState } from 'react';
import { useWriting } from '../../app/use-writing.ts';
import type { Care, Changer, Manner, Standing } from '../../host/standing.ts';
import type { WayBack } from '../../host/way-back.ts';
import type { UndoStore } from '../../undo/undo-store.ts';
import { begun, changed, itemsOf, roundsOf, undone, wishOf, type Deed, type Item } from './items.ts';

/** How far refreshing all has come. */
export type AllState =
  | { readonly step: 'idle' }
  | { readonly step: 'running'; readonly done: number; readonly of: number }
  | { readonly step: 'over'; readonly done: number; readonly of: number };

/** What is done to one thing, and how. */
export interface Order {
  readonly deed: Deed;
  readonly manner: Manner;
  readonly replaceEdited: boolean;
}

export interface Deeds {
  readonly items: readonly Item[];
  readonly isBusy: boolean;
  readonly all: AllState;
  /** Whether something was done that can be undone only as long as the pane is open. */
  readonly isFleeting: boolean;
  readonly act: (item: Item, order: Order) => void;
  readonly undo: (back: WayBack) => void;
  readonly refreshAll: (manner: Manner) => void;
  readonly stop: () => void;
}

/** Does what is asked to what was found, one thing after the other. What can be undone is kept in a store. */
export function useDeeds(care: Care, standing: readonly Standing[], store: UndoStore): Deeds {
  const writing = useWriting();
  const [items, setItems] = useState(() => itemsOf(standing));
  const [isBusy, setBusy] = useState(false);
  const [isFleeting, setFleeting] = useState(false);
  const [all, setAll] = useState<AllState>({ step: 'idle' });
  const stopping = useRef<AbortController | null>(null);
  const latest = useRef(items);

  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      stopping.current?.abort();
    };
  }, []);

  const show = useCallback((next: readonly Item[]) => {
    latest.current = next;
    setItems(next);
  }, []);

  const doAt = useCallback(
    async (changer: Changer, keys: readonly string[], { deed, manner, replaceEdited }: Order) => {
      const group = latest.current.filter(({ key }) => keys.includes(key));
      const place = group[0]?.standing.place;
      if (!place) return false;
      const result =
        deed === 'detach'
          ? await changer.detach(
              place,
              group.map((one) => one.standing),
              manner,
            )
          : await changer.refresh(
              place,
              group.flatMap((one) => wishOf(one, replaceEdited) ?? []),
              { manner, writing },
            );
      show(changed(latest.current, { deed, place, keys, manner }, result));
      if (result.ok && result.value.undo !== null) {
        // Who has left this list while something was under way finds it in the next one.
        const record = { back: result.value.undo, deed, at: Date.now() };
        const outlives = await store.keep(record, { isListed: !isGone.current });
        if (!outlives) setFleeting(true);
      }
      return result.ok && result.value.outcomes.some((outcome) => outcome.ok);
    },
    [show, store, writing],
  );

  const act = useCallback(
    (item: Item, order: Order) => {
      const keys = [item.key];
      setBusy(true);
      show(begun(latest.current, keys));
      void care
        .prepare()
        .then(async (ready) => {
          if (ready.ok) await doAt(ready.value, keys, order);
          else {
            const { place } = item.standing;
            show(changed(latest.current, { deed: order.deed, place, keys, manner: order.manner }, ready));
          }
        })
        .finally(() => setBusy(false));
    },
    [care, doAt, show],
  );

  const undo = useCallback(
    (back: WayBack) => {
      setBusy(true);
      void care
        .undo(back)
        .then(async (result) => {
          show(undone(latest.current, back, result));
          if (result.ok) await store.drop(back.id);
        })
        .finally(() => setBusy(false));
    },
    [care, show, store],
  );

  const refreshAll = useCallback(
    (manner: Manner) => {
      const run = new AbortController();
      stopping.current = run;
      const rounds = roundsOf(latest.current);
      const of = rounds.length;
      setBusy(true);
      setAll({ step: 'running', done: 0, of });
      const runAll = async () => {
        const ready = await care.prepare();
        let done = 0;
        for (const [at, { place, keys }] of rounds.entries()) {
          if (run.signal.aborted) break;
          const order: Order = { deed: 'refresh', manner, replaceEdited: false };
          if (ready.ok) {
            show(begun(latest.current, keys));
            if (await doAt(ready.value, keys, order)) done += 1;
          } else show(changed(latest.current, { ...order, place, keys }, ready));
          setAll({ step: 'running', done: at + 1, of });
        }
        setAll({ step: 'over', done, of });
      };
      void runAll().finally(() => setBusy(false));
    },
    [care, doAt, show],
  );

  const stop = useCallback(() => stopping.current?.abort(), []);
  return { items, isBusy, all, isFleeting, act, undo, refreshAll, stop };
}
