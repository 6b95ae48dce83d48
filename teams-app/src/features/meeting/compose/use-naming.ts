import { useCallback, useEffect, useRef, useState } from 'react';
import type { MeetingId, PersonId } from '@plumbline/shared/kernel/ids';
import { useCommand, type ClientError } from '../../../app/api.ts';
import { pagesOf } from './people-list.ts';

/** A list on its way, page by page. */
interface Sending {
  /** The idempotency key of each page begins with it. */
  readonly key: string;
  readonly pages: readonly (readonly PersonId[])[];
  readonly people: number;
}

export type NamingState =
  | { readonly status: 'idle' }
  | { readonly status: 'sending'; readonly sent: number; readonly people: number }
  | { readonly status: 'halted'; readonly sent: number; readonly people: number; readonly error: ClientError };

/** Naming the people of a list whom a pulse asks beside its team. */
export interface Naming {
  readonly state: NamingState;
  readonly start: (people: readonly PersonId[]) => void;
  /** Goes on with the page that failed, under the same key: nobody is named twice. */
  readonly again: () => void;
  /** Leaves it at what was sent. */
  readonly leave: () => void;
}

/** Sends a list in pages, one after the other, and stops where one can't be sent. */
export function useNaming(meeting: MeetingId | null): Naming {
  const { run } = useCommand('nameParticipants');
  const [state, setState] = useState<NamingState>({ status: 'idle' });
  const halted = useRef<{ readonly sending: Sending; readonly place: number } | null>(null);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const send = useCallback(
    async (sending: Sending, from: number) => {
      if (meeting === null) return;
      const { key, pages, people } = sending;
      halted.current = null;
      for (const [place, page] of pages.entries()) {
        if (place < from) continue;
        const sent = pages.slice(0, place).reduce((sum, { length }) => sum + length, 0);
        setState({ status: 'sending', sent, people });
        const input = { people: [...page] };
        const reply = await run({ params: { meeting }, input, key: `${key}-${String(place)}` });
        // Whoever has left the page can't see how it goes on, and is not told of an error.
        if (!shown.current) return;
        if (!reply.ok) {
          halted.current = { sending, place };
          setState({ status: 'halted', sent, people, error: reply.error });
          return;
        }
      }
      setState({ status: 'idle' });
    },
    [meeting, run],
  );
  const start = useCallback(
    (people: readonly PersonId[]) =>
      void send({ key: crypto.randomUUID(), pages: pagesOf(people), people: people.length }, 0),
    [send],
  );
  const again = useCallback(() => {
    if (halted.current !== null) void send(halted.current.sending, halted.current.place);
  }, [send]);
  const leave = useCallback(() => {
    halted.current = null;
    setState({ status: 'idle' });
  }, []);
  return { state, start, again, leave };
}
