import { z } from 'zod';
import { MINUTES_A_DAY, MOST_QUIET_DAYS } from '../domain/nudges/preferences.ts';
import { isTimeZone } from '../kernel/time-zone.ts';
import { refusedAs } from './faults.ts';
import { nudgeRoutes } from './nudge-routes.ts';
import type { Operation } from './operation.ts';
import { idOf, instant } from './schemas.ts';

const minute = z
  .int()
  .min(0)
  .max(MINUTES_A_DAY - 1)
  .meta({ description: 'minutes since midnight, where the person is' });

/** When somebody is not spoken to. */
const quiet = z.object({
  from: minute,
  to: minute,
  days: z
    .array(z.int().min(1).max(7))
    .max(MOST_QUIET_DAYS, 'one day a week has to be left; to hear nothing at all, stop instead')
    .meta({ description: 'days that are quiet whole, 1 for Monday to 7 for Sunday' }),
});

const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, refusedAs('field.not-a-time-zone'))
  .meta({ description: 'an IANA name' });

/** How somebody wants to be spoken to unasked. */
export const nudgePreferencesView = z.object({
  /** Whether the bot knows a chat with the person. */
  reachable: z.boolean(),
  stopped: z.boolean(),
  /** `null` also once it is over. */
  snoozedUntil: instant.nullable(),
  quiet,
  /** The person's own choice; `null`: the one that the chat tells. */
  timeZone: z.string().nullable(),
});

const ofNothing = z.object({});

/** What somebody can say about being spoken to unasked, by name. */
export const nudgeOperations = {
  viewNudgePreferences: {
    ...nudgeRoutes.viewNudgePreferences,
    name: 'viewNudgePreferences',
    summary: 'How I want to be spoken to unasked',
    params: ofNothing,
    input: null,
    output: nudgePreferencesView,
  },
  setNudgePreferences: {
    ...nudgeRoutes.setNudgePreferences,
    name: 'setNudgePreferences',
    summary:
      'Stop or start messages that I did not ask for, and say when to be quiet; what is left out stays as it was',
    params: ofNothing,
    input: z
      .object({
        stopped: z.boolean().optional(),
        quiet: quiet.optional(),
        timeZone: timeZone.nullable().optional(),
      })
      .refine((change) => Object.keys(change).length > 0, refusedAs('field.nothing-said')),
    output: nudgePreferencesView,
  },
  snooze: {
    ...nudgeRoutes.snooze,
    name: 'snooze',
    summary: 'Put off messages that I did not ask for until a moment; `null` ends it',
    params: ofNothing,
    input: z.object({ until: instant.nullable() }),
    output: nudgePreferencesView,
  },
  remind: {
    ...nudgeRoutes.remind,
    name: 'remind',
    summary:
      'Have whoever has not answered, has an overdue commitment or has not accepted the contract reminded, once a day; nobody is told who is',
    params: z.object({ team: idOf('team') }),
    input: z.discriminatedUnion('about', [
      z.object({ about: z.literal('answers'), meeting: idOf('meeting') }),
      z.object({ about: z.literal('commitments') }),
      z.object({ about: z.literal('contract') }),
    ]),
    output: z.object({ reminded: z.literal(true) }),
  },
} as const satisfies Record<string, Operation>;
