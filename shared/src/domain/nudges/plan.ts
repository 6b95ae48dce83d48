import type { Instant } from '../../kernel/instant.ts';
import { dayAfter, instantOf, wallTimeAt } from '../../kernel/time-zone.ts';
import type { Due } from './nudge.ts';
import { firstAllowed, type NudgePreferences } from './preferences.ts';

/** What is remembered of the messages that somebody was due to get. */
export interface Handled {
  /** Keys of nudges whose moment is over, whether or not there was something to say by then. */
  readonly keys: ReadonlySet<string>;
  /** The day, where the person is, whose one message is used up. */
  readonly lastDay: string | null;
}

/** What is to happen for one person. */
export type Plan =
  | { readonly kind: 'send'; readonly due: readonly Due[] }
  /** `at`: when there will be something to send; `null` where nothing is known of. */
  | { readonly kind: 'wait'; readonly at: Instant | null };

interface Planning {
  readonly handled: Handled;
  readonly preferences: NudgePreferences;
  readonly zone: string;
  readonly now: Instant;
}

/**
 * When somebody gets their next message, and what is in it: everything that is due by then, in one. There is at most one
 * a day where the person is, none in quiet hours, while it is snoozed or stopped. The moment follows from facts that the
 * person's team may know and from the person's own wishes: never from whether anybody has answered anything.
 */
export function planMessage(dues: readonly Due[], planning: Planning): Plan {
  const { handled, preferences, now } = planning;
  if (preferences.stopped) return { kind: 'wait', at: null };
  const open = dues.filter(({ key, until }) => !handled.keys.has(key) && (until === null || until > now));
  const moments = open.flatMap((due): Instant[] => {
    const moment = momentOf(due, planning);
    return due.until === null || moment < due.until ? [moment] : [];
  });
  if (moments.length === 0) return { kind: 'wait', at: null };
  const at = Math.min(...moments);
  if (at > now) return { kind: 'wait', at };
  return { kind: 'send', due: open.filter(({ from }) => from <= now) };
}

/** The day, where the person is, of a message that is sent now. */
export function dayOfMessage({ now, zone }: Pick<Planning, 'now' | 'zone'>): string {
  return wallTimeAt(now, zone).day;
}

/** The next morning on which somebody could be spoken to: what came up meanwhile is looked for then. */
export function nextMorning({ preferences, zone, now }: Omit<Planning, 'handled'>): Instant {
  const tomorrow = dayAfter(wallTimeAt(now, zone).day);
  return firstAllowed(instantOf({ day: tomorrow, minute: 0 }, zone), preferences.quiet, zone);
}

/** The first moment from now on at which a nudge may be sent. */
function momentOf({ from }: Due, { handled, preferences, zone, now }: Planning): Instant {
  const { lastDay } = handled;
  const dayIsFree = lastDay === null ? from : instantOf({ day: dayAfter(lastDay), minute: 0 }, zone);
  const earliest = Math.max(now, from, dayIsFree, preferences.snoozedUntil ?? from);
  return firstAllowed(earliest, preferences.quiet, zone);
}
