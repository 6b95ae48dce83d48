import type { MyData } from '../../contract/my-data.ts';
import type { nudgeOperations } from '../../contract/nudge-operations.ts';
import type { OutputOf } from '../../contract/operation.ts';
import type { NudgePreferences } from '../../domain/nudges/preferences.ts';
import { DAY, type Duration } from '../../kernel/instant.ts';
import { fail, ok } from '../../kernel/result.ts';
import { nudgeRecords } from '../../records/nudge-kinds.ts';
import { admitted } from '../admitted.ts';
import { document, readKept } from '../documents.ts';
import { audited } from '../lifecycle/audited.ts';
import { readChat, readPreferences } from '../nudges/chats.ts';
import { NUDGE_IDS, nudgePlace, type Receiver } from '../nudges/places.ts';
import { sayAgain, wake } from '../nudges/queue.ts';
import type { Ports, UseCase } from '../use-case.ts';
import { remind } from './remind.ts';

type NudgeOperations = typeof nudgeOperations;
type Shown = OutputOf<NudgeOperations['viewNudgePreferences']>;

/** Beyond it, calendars end, and nobody means it. */
const LONGEST_SNOOZE: Duration = 366 * DAY;

const viewNudgePreferences: UseCase<NudgeOperations['viewNudgePreferences']> = async (ports, { actor }) =>
  ok({ output: await shown(ports, actor, await readPreferences(ports, actor)), revision: null });

const setNudgePreferences: UseCase<NudgeOperations['setNudgePreferences']> = async (ports, { actor, input }) => {
  const { stopped, quiet, timeZone } = input;
  const next = await change(ports, actor, (before) => ({
    ...before,
    ...(stopped === undefined ? {} : { stopped }),
    ...(quiet === undefined ? {} : { quiet: { ...quiet, days: [...new Set(quiet.days)].sort() } }),
    ...(timeZone === undefined ? {} : { timeZone }),
  }));
  return ok({ output: await shown(ports, actor, next), revision: null });
};

const snooze: UseCase<NudgeOperations['snooze']> = async (ports, { actor, input: { until } }) => {
  if (until !== null && until > ports.now() + LONGEST_SNOOZE) return fail({ kind: 'nudge.snooze-too-long' });
  const next = await change(ports, actor, (before) => ({ ...before, snoozedUntil: until }));
  // Once nothing is said before then.
  if (until !== null) await sayAgain(ports, actor);
  return ok({ output: await shown(ports, actor, next), revision: null });
};

/** What each operation of being spoken to does. */
export const nudgeUseCases: { readonly [N in keyof NudgeOperations]: UseCase<NudgeOperations[N]> } = {
  viewNudgePreferences: audited('viewNudgePreferences', admitted('viewNudgePreferences', viewNudgePreferences)),
  setNudgePreferences: audited('setNudgePreferences', admitted('setNudgePreferences', setNudgePreferences)),
  snooze: audited('snooze', admitted('snooze', snooze)),
  remind: audited('remind', remind),
};

/** What is kept to speak to somebody, for their copy of what is theirs. */
export async function myNudges(ports: Ports, who: Receiver): Promise<MyData['nudges']> {
  const chat = await readChat(ports, who);
  return {
    ...(await shown(ports, who, await readPreferences(ports, who))),
    chat: chat === null ? null : { locale: chat.locale, timeZone: chat.timeZone },
  };
}

/** Keeps them, and has the person's next message planned anew. Two changes at the same moment are both kept. */
async function change(
  ports: Ports,
  who: Receiver,
  make: (before: NudgePreferences) => NudgePreferences,
): Promise<NudgePreferences> {
  const address = { place: nudgePlace(who), id: NUDGE_IDS.preferences };
  for (;;) {
    const kept = await readKept(ports, nudgeRecords.preferences, address);
    const next = make(kept?.value ?? (await readPreferences(ports, who)));
    const written = document(nudgeRecords.preferences, address.id, next);
    const done = await (kept
      ? ports.store.replace(address.place, written, kept.etag)
      : ports.store.create(address.place, written));
    if (!done.ok) continue;
    await wake(ports, who);
    return next;
  }
}

async function shown(
  ports: Ports,
  who: Receiver,
  { stopped, snoozedUntil, quiet, timeZone }: NudgePreferences,
): Promise<Shown> {
  return {
    reachable: (await readChat(ports, who)) !== null,
    stopped,
    snoozedUntil: snoozedUntil !== null && snoozedUntil > ports.now() ? snoozedUntil : null,
    quiet: { ...quiet, days: [...quiet.days] },
    timeZone,
  };
}
