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

/**
 * So many people of an organisation are looked at before it is asked whether anything arrives at all. They are counted
 * whether or not there was still something to say: where it stops says nothing of who has answered.
 */
const AT_A_TIME = 3;
const FIRST_PAUSE: Duration = MINUTE;
const LONGEST_PAUSE: Duration = HOUR;

/** How it goes with one organisation's messages. */
interface Going {
  pause: Duration;
  restsUntil: Instant;
}

/** What came of the last few of an organisation's messages. */
interface Heard {
  readonly looks: number;
  readonly arrived: boolean;
  readonly failed: boolean;
}

const NOTHING_HEARD: Heard = { looks: 0, arrived: false, failed: false };

/**
 * Speaks to people for one instance: it remembers, until it is started again, to which organisations nothing can be
 * delivered just now. One that cannot be reached has no other one wait. `onHandled` is called whenever the moment of a message
 * is over, whatever came of it.
 */
export function createNudger(ports: Ports, messenger: Messenger, onHandled: () => void = () => undefined): Nudger {
  const trouble = new Map<string, Going>();

  /** The pause grows only where it was seen again that nothing arrives. */
  function rest(tenant: string, { failed }: Heard): void {
    const before = trouble.get(tenant)?.pause ?? 0;
    const pause = failed ? Math.min(LONGEST_PAUSE, Math.max(FIRST_PAUSE, before * 2)) : before;
    trouble.set(tenant, { pause, restsUntil: ports.now() + pause });
  }

  /** Whether the organisation is to rest after what was heard. */
  function isInVain(tenant: string, { arrived, failed }: Heard): boolean {
    return !arrived && (failed || trouble.has(tenant));
  }

  return {
    async run(goesOn = () => true) {
      await announceOpened(ports, goesOn);
      const left = new Set<string>();
      const lately = new Map<string, Heard>();
      for await (const entry of everybodyDue(ports)) {
        if (!goesOn()) break;
        try {
          const { tenant } = decode(nudgeRecords.queued, entry);
          if (left.has(tenant) || (trouble.get(tenant)?.restsUntil ?? 0) > ports.now()) continue;
          const ended = await lookAt({ ports, messenger }, entry);
          if (ended === 'no-room') left.add(tenant);
          if (ended === 'done' || ended === 'no-room') continue;
          onHandled();
          if (ended === 'sent') trouble.delete(tenant);
          const before = lately.get(tenant) ?? NOTHING_HEARD;
          const heard = {
            looks: before.looks + 1,
            arrived: before.arrived || ended === 'sent',
            failed: before.failed || ended === 'failed',
          };
          lately.set(tenant, heard.looks === AT_A_TIME ? NOTHING_HEARD : heard);
          if (heard.looks < AT_A_TIME || !isInVain(tenant, heard)) continue;
          rest(tenant, heard);
          left.add(tenant);
        } catch (fault) {
          // One person who cannot be looked at now must not keep all others waiting.
          ports.tellFault(fault);
        }
      }
      // Fewer than it takes to see that nothing arrives are enough where it is known.
      for (const [tenant, heard] of lately) {
        if (heard.looks > 0 && trouble.has(tenant) && isInVain(tenant, heard)) rest(tenant, heard);
      }
    },
  };
}
