import { z } from 'zod';
import type { NudgePreferences } from '../domain/nudges/preferences.ts';
import type { JsonObject } from '../kernel/json.ts';
import { id } from './id-form.ts';
import type { RecordKind } from './record.ts';

const instant = z.number();

/** How somebody is reached. It says nothing of when they were last there. */
const chat = z.object({
  reference: z.record(z.string(), z.json()),
  locale: z.string(),
  timeZone: z.string().nullable(),
});
export interface ChatToReach {
  readonly reference: JsonObject;
  readonly locale: string;
  readonly timeZone: string | null;
}

const preferences: z.ZodType<NudgePreferences> = z.object({
  stopped: z.boolean(),
  snoozedUntil: instant.nullable(),
  quiet: z.object({ from: z.number(), to: z.number(), days: z.array(z.number()) }),
  timeZone: z.string().nullable(),
});

/** Where the messages to somebody stand. */
const state = z.object({
  /** Keyed hashes of nudges whose moment is over, whether they were sent or not needed. */
  handled: z.array(z.string()),
  /** The same, of the last message only: what comes again where the person puts it off. */
  last: z.array(z.string()),
  lastDay: z.string().nullable(),
  /** The id of the entry in the queue that counts; any other of this person is left over. */
  entry: z.string(),
  /** Until when somebody is believed to be at it. */
  claimedUntil: instant.nullable(),
  /** The message that could not be delivered last time: keyed hashes of its nudges, since when, and how often it was tried. */
  failing: z.object({ keys: z.array(z.string()), since: instant, tries: z.number() }).nullable(),
});
export type NudgeState = z.infer<typeof state>;

/** Whom to look at, under the minute from which on to do so. */
const queued = z.object({ tenant: z.string(), person: id('person') });

/** That whoever a meeting asks is being looked at for its invitation. */
const announced = z.object({
  /** The lists of participants that are done; the leaders come first. */
  lists: z.number(),
  done: z.boolean(),
});

/** When room was taken for an organisation's last messages, newest last, to a quarter of a minute: not for whom. */
const pace = z.object({ at: z.array(instant) });

/** When people were last to be reminded because somebody asked for it: not by whom, and not whom. */
const reminder = z.object({ at: instant });

function first<T>(name: string, form: z.ZodType<T>): RecordKind<T> {
  return { name, form, migrations: [] };
}

/** It was kept since when something could not be delivered, and not what; that is tried anew. */
function stateWithFailing(body: unknown): unknown {
  const { failingSince: _, ...older } = z.looseObject({ failingSince: instant.nullable() }).parse(body);
  return { ...older, failing: null };
}

function stateWithLast(body: unknown): unknown {
  return { ...z.looseObject({}).parse(body), last: [] };
}

/** What is kept to speak to people unasked. */
export const nudgeRecords = {
  chat: first<ChatToReach>('chat to reach', chat),
  preferences: first('nudge preferences', preferences),
  state: { name: 'nudge state', form: state, migrations: [stateWithFailing, stateWithLast] },
  queued: first('queued person', queued),
  announced: first('announced meeting', announced),
  pace: first('pace', pace),
  reminder: first('reminder', reminder),
} as const;
