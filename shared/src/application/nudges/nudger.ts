import { HOUR, MINUTE, type Duration, type Instant } from '../../kernel/instant.ts';
import { nudgeRecords } from '../../records/nudge-kinds.ts';
import { decode } from '../../records/record.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Ports } from '../use-case.ts';
import { announceOpened } from './announce.ts';
import { everybodyDue, lookAt } from './send-due.ts';

/** Speaks to people unasked. */
export interface Nudger {
  /**
   * Looks at everybody who is due; safe to call at any time, by several instances. `goesOn` is asked before each meeting and
   * each person: once it says no, what was begun is finished and nothing else is begun.
   */
  readonly run: (goesOn?: () => boolean) => Promise<void>;
}

/** So many in a row that do not arrive are the connector's fault, and not that of single chats. */
const IN_A_ROW = 3;
const FIRST_PAUSE: Duration = MINUTE;
const LONGEST_PAUSE: Duration = HOUR;

/** How it goes with one organisation's messages. */
interface Going {
  pause: Duration;
  restsUntil: Instant;
}

/**
 * Speaks to people for one instance: it remembers, until it is started again, to which organisations nothing can be
 * delivered just now. One that cannot be reached has no other one wait.
 */
export function createNudger(ports: Ports, messenger: Messenger): Nudger {
  const trouble = new Map<string, Going>();

  /** Whether to go on with the organisation. */
  function hear(tenant: string, failed: boolean, inARow: number): boolean {
    if (!failed) {
      trouble.delete(tenant);
      return true;
    }
    const before = trouble.get(tenant)?.pause ?? 0;
    if (inARow < IN_A_ROW && before === 0) return true;
    const pause = Math.min(LONGEST_PAUSE, Math.max(FIRST_PAUSE, before * 2));
    trouble.set(tenant, { pause, restsUntil: ports.now() + pause });
    return false;
  }

  return {
    async run(goesOn = () => true) {
      await announceOpened(ports, goesOn);
      const left = new Set<string>();
      const failures = new Map<string, number>();
      for await (const entry of everybodyDue(ports)) {
        if (!goesOn()) return;
        try {
          const { tenant } = decode(nudgeRecords.queued, entry);
          if (left.has(tenant) || (trouble.get(tenant)?.restsUntil ?? 0) > ports.now()) continue;
          const ended = await lookAt({ ports, messenger }, entry);
          if (ended === 'no-room') left.add(tenant);
          if (ended !== 'sent' && ended !== 'failed') continue;
          const failed = ended === 'failed' ? (failures.get(tenant) ?? 0) + 1 : 0;
          failures.set(tenant, failed);
          if (!hear(tenant, ended === 'failed', failed)) left.add(tenant);
        } catch (fault) {
          // One person who cannot be looked at now must not keep all others waiting.
          ports.tellFault(fault);
        }
      }
    },
  };
}
