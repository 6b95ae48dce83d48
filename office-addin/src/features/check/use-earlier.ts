import { ok, type Result } from '@plumbline/shared/kernel/result';
import { useCallback, useEffect, useState } from 'react';
import type { Care } from '../../host/standing.ts';
import type { HostFault } from '../../host/host-fault.ts';
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
  /** Why Office does not say where they lead; `null` where it does. */
  readonly unread: HostFault | null;
  readonly readAgain: () => void;
  readonly forget: (id: string) => Promise<void>;
}

/** What can be undone in this document of all that is kept: read with each list, and when something comes late. */
export function useEarlier(care: Care, store: UndoStore): Earlier {
  const [changes, setChanges] = useState<readonly EarlierChange[]>([]);
  const [unread, setUnread] = useState<HostFault | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const found = await readEarlier(care, store);
      if (isGone) return;
      setChanges(found.ok ? found.value : []);
      setUnread(found.ok ? null : found.error);
    };
    void read();
    const end = store.watch(() => void read());
    return () => {
      isGone = true;
      end();
    };
  }, [care, store, round]);
  const readAgain = useCallback(() => setRound((last) => last + 1), []);
  const forget = useCallback(
    async (id: string) => {
      await store.drop(id);
      setChanges((before) => before.filter(({ record }) => record.back.id !== id));
    },
    [store],
  );
  return { changes, unread, readAgain, forget };
}

/** What is kept and leads somewhere in this document; nothing is asked of Office where nothing is kept. */
async function readEarlier(care: Care, store: UndoStore): Promise<Result<readonly EarlierChange[], HostFault>> {
  const records = await store.list();
  if (records.length === 0) return ok([]);
  const places = await care.whereTo(records.map(({ back }) => back));
  if (!places.ok) return places;
  return ok(
    records.flatMap((record, at) => {
      const place = places.value[at] ?? null;
      return place === null ? [] : [{ record, place }];
    }),
  );
}
