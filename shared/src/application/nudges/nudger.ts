import { HOUR, MINUTE, type Duration, type Instant } from '../../kernel/instant.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Ports } from '../use-case.ts';
import { announceOpened } from './announce.ts';
import { nudgeRecords } from '../../records/nudge-kinds.ts';
import { decode } from '../../records/record.ts';
import { everybodyDue, lookAt } from './send-due.ts';

/** Speaks to people unasked. */
export interface Nudger {
  /** Looks at everybody who is due; safe to call at any time, by several instances. */
  readonly run: () => Promise<void>;
}

/** So many in a row that do not arrive are the connector's fault, and not that of single chats. */
const IN_A_ROW = 3;
const FIRST_PAUSE: Duration = MINUTE;
const LONGEST_PAUSE: Duration = HOUR;

/** `sendDue` for one instance: it remembers, until it is started again, that nothing can be delivered just now. */
export function createNudger(ports: Ports, messenger: Messenger): Nudger {
  let pause: Duration = 0;
  let restsUntil: Instant = 0;

  /** Whether to go on. */
  function hear(failed: boolean, inARow: number): boolean {
    if (!failed) {
      pause = 0;
      return true;
    }
    if (inARow < IN_A_ROW && pause === 0) return true;
    pause = Math.min(LONGEST_PAUSE, Math.max(FIRST_PAUSE, pause * 2));
    restsUntil = ports.now() + pause;
    return false;
  }

  return {
    async run() {
      await announceOpened(ports);
      if (ports.now() < restsUntil) return;
      const full = new Set<string>();
      let failed = 0;
      for await (const entry of everybodyDue(ports)) {
        const { tenant } = decode(nudgeRecords.queued, entry);
        if (full.has(tenant)) continue;
        try {
          const ended = await lookAt({ ports, messenger }, entry);
          if (ended === 'no-room') full.add(tenant);
          if (ended !== 'sent' && ended !== 'failed') continue;
          failed = ended === 'failed' ? failed + 1 : 0;
          if (!hear(ended === 'failed', failed)) return;
        } catch (fault) {
          // One person who cannot be looked at now must not keep all others waiting.
          ports.tellFault(fault);
        }
      }
    },
  };
}
