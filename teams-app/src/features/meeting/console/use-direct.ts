import { useCallback, useState } from 'react';
import type { MeetingView } from '@plumbline/shared/contract/views';
import { revisionOf, useCommand } from '../../../app/api.ts';
import { afterStale } from './after-stale.ts';
import type { Console, Refusal } from './console-context.ts';
import type { Direction } from './primary-action.ts';

/** Directs a meeting as the facilitator sees it; what came too late for no reason of theirs is sent once more. */
export function useDirect(
  view: MeetingView,
  refetch: Console['refetch'],
): Pick<Console, 'direct' | 'running' | 'refusal' | 'dismiss'> {
  const { run, running } = useCommand('directMeeting');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const dismiss = useCallback(() => setRefusal(null), []);

  const direct = useCallback(
    async (direction: Direction): Promise<boolean> => {
      const params = { meeting: view.id };
      setRefusal(null);
      let reply = await run({ params, input: direction, ifMatch: revisionOf(view) });
      if (!reply.ok && reply.error.kind === 'revision.stale') {
        const fresh = await refetch();
        const next = fresh && afterStale(view, { fresh, direction });
        if (next?.kind === 'tell') {
          setRefusal({ kind: 'changed', changed: next.changed });
          return false;
        }
        if (fresh) reply = await run({ params, input: direction, ifMatch: revisionOf(fresh) });
      }
      if (!reply.ok) setRefusal({ kind: 'problem', error: reply.error });
      return reply.ok;
    },
    [run, view, refetch],
  );
  return { direct, running, refusal, dismiss };
}
