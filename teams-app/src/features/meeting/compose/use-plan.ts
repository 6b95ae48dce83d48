import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { useMe } from '../../../app/api.ts';
import { deviceStorage } from '../console/device-storage.ts';
import { openDeviceStore } from '../leader/device-store.ts';
import { readPlan, samePlan, type PlanDraft } from './plan-draft.ts';

/** A plan being typed. What differs from the saved one is kept on this device until it is saved or dropped. */
export interface Plan {
  readonly draft: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
  readonly unsaved: boolean;
  /** Whether this began with what was typed before and never saved. */
  readonly restored: boolean;
  readonly drop: () => void;
  /** Keeps a plan under another key, for the page that shows it next. */
  readonly keepFor: (key: string, draft: PlanDraft) => void;
}

/** Keeps what is typed under the team and the meeting; `saved` is the plan to begin with. */
export function usePlan(key: string, saved: PlanDraft): Plan {
  const { person } = useMe();
  const store = useMemo(() => openDeviceStore(deviceStorage(), person), [person]);
  const name = nameOf(key);
  const kept = useSyncExternalStore(store.subscribe, () => store.text(name));
  const [restored, setRestored] = useState(() => {
    const before = readPlan(store.text(name), saved);
    return before !== null && !samePlan(before, saved);
  });
  const typed = useMemo(() => (kept === '' ? null : readPlan(kept, saved)), [kept, saved]);
  const draft = typed ?? saved;
  const change = useCallback(
    (part: Partial<PlanDraft>) => {
      const next = { ...(readPlan(store.text(name), saved) ?? saved), ...part };
      store.keepText(
        name,
        samePlan(next, saved) && JSON.stringify(next) === JSON.stringify(saved) ? '' : JSON.stringify(next),
      );
    },
    [store, name, saved],
  );
  const drop = useCallback(() => {
    store.keepText(name, '');
    setRestored(false);
  }, [store, name]);
  const keepFor = useCallback(
    (next: string, kept: PlanDraft) => store.keepText(nameOf(next), JSON.stringify(kept)),
    [store],
  );
  return { draft, change, unsaved: !samePlan(draft, saved), restored, drop, keepFor };
}

function nameOf(key: string): string {
  return `plan|${key}`;
}
