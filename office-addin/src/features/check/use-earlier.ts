import { useCallback, useEffect, useState } from 'react';
import type { Care } from '../../host/standing.ts';
import type { Place } from '../../host/place.ts';
import type { UndoRecord } from '../../host/way-back.ts';
import type { UndoStore } from '../../undo/undo-store.ts';

/** Something that was done before this look, and where it leads in this document. */
export interface EarlierChange {
  readonly record: UndoRecord;
  readonly place: Place;
}

export interface Earlier {
  readonly changes: readonly EarlierChange[];
  readonly forget: (id: string) => Promise<void>;
}

/** What can be undone in this document of all that is kept: read with each list, and when something comes late. */
export function useEarlier(care: Care, store: UndoStore): Earlier {
  const [changes, setChanges] = useState<readonly EarlierChange[]>([]);
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const records = await store.list();
      const places = records.length === 0 ? null : await care.whereTo(records.map(({ back }) => back));
      if (isGone) return;
      const found = places?.ok === true ? places.value : [];
      setChanges(
        records.flatMap((record, at) => {
          const place = found[at] ?? null;
          return place === null ? [] : [{ record, place }];
        }),
      );
    };
    void read();
    const end = store.watch(() => void read());
    return () => {
      isGone = true;
      end();
    };
  }, [care, store]);
  const forget = useCallback(
    async (id: string) => {
      await store.drop(id);
      setChanges((before) => before.filter(({ record }) => record.back.id !== id));
    },
    [store],
  );
  return { changes, forget };
}
