import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { MeetingView, MineView, RoundView } from '@plumbline/shared/contract/views';
import { assert } from '@plumbline/shared/kernel/assert';
import type { ConsentState } from './consent.ts';
import type { DeviceStore } from './device-store.ts';

/** Whether this person answers with their name, part by part. */
export interface Consent {
  readonly to: (round: RoundView['id']) => ConsentState;
  readonly give: () => void;
  /** Steps out of one part. */
  readonly decline: (round: RoundView['id']) => void;
  readonly askAgain: () => void;
}

/** What every private screen of a meeting is given. */
export interface Leader {
  readonly view: MeetingView;
  /** Empty for a person whose answers are not asked for, and once answers are unlinkable. */
  readonly mine: MineView;
  readonly consent: Consent;
  readonly store: DeviceStore;
  readonly layout: 'panel' | 'page';
  /** Looks the meeting up again; `null` when it can't be had. */
  readonly refetch: () => Promise<MeetingView | null>;
}

export const LeaderContext = createContext<Leader | null>(null);

/** The meeting and what is this person's own in it. */
export function useLeader(): Leader {
  const leader = useContext(LeaderContext);
  assert(leader, 'a private screen is drawn outside of a meeting');
  return leader;
}

/** A text that is kept on the device while it is typed, under the meeting and a name. */
export function useKeptText(name: string): readonly [string, (text: string) => void] {
  const { view, store } = useLeader();
  const key = `${view.id}|${name}`;
  const text = useSyncExternalStore(store.subscribe, () => store.text(key));
  const keep = useCallback(
    (next: string) => {
      store.keepText(key, next);
    },
    [store, key],
  );
  return [text, keep];
}
