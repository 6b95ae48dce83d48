import type { Instant } from '../kernel/instant.ts';

/** Everything that somebody may want of the bot. */
export const INTENTS = [
  'new-engagement',
  'contract',
  'who-accepted',
  'recommend',
  'send-pulse',
  'response-rate',
  'show-team',
  'where-differ',
  'compare',
  'why-low',
  'what-to-try',
  'plan-session',
  'note',
  'notes',
  'log-intervention',
  'did-it-help',
  'open-commitments',
  'my-commitments',
  'ask-stakeholders',
  'stakeholders-say',
  'sponsor-view',
  'review-deck',
  'check-in',
  'open-for-me',
  'remind-later',
  'nudge',
  'log-incident',
  'incidents',
  'goals',
  'accept-contract',
  'privacy',
  'meetings',
  'quiet-hours',
  'undo',
  'stop',
  'start-again',
  'help',
  'greet',
  'thanks',
  'delete-my-data',
  'yes',
  'no',
  'pick',
  'follow-up',
] as const;
export type IntentName = (typeof INTENTS)[number];

/** What a text says beside its intent; `null` for what it does not say. */
export interface Entities {
  /** The id of a known team. */
  readonly team: string | null;
  /** The id of a known person. */
  readonly person: string | null;
  /** The id of a known dimension. */
  readonly dimension: string | null;
  /** The free words, as they were typed: a note, an intervention, what was done. */
  readonly text: string | null;
  readonly status: 'on-track' | 'at-risk' | 'done' | 'dropped' | null;
  /** A period, in calendar days `YYYY-MM-DD` of the person's time zone, both inclusive. */
  readonly from: string | null;
  readonly to: string | null;
  /** A moment. */
  readonly at: Instant | null;
  readonly minutes: number | null;
  /** A place in a list, counted from 1, or from the end with -1. */
  readonly number: number | null;
}

/** What a text was understood as: one intent, a few that it may be, or none with the nearest three. */
export type Understanding =
  | { readonly kind: 'intent'; readonly intent: IntentName; readonly entities: Entities }
  | {
      readonly kind: 'choice';
      readonly intents: readonly [IntentName, IntentName, ...IntentName[]];
      readonly entities: Entities;
    }
  | { readonly kind: 'unknown'; readonly nearest: readonly [IntentName, IntentName, IntentName] };

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a text can be about, and what went before it. */
export interface Known {
  readonly teams: readonly Named[];
  readonly people: readonly Named[];
  readonly dimensions: readonly { readonly id: string; readonly title: string; readonly also?: readonly string[] }[];
  readonly now: Instant;
  /** An IANA name. */
  readonly timeZone: string;
  readonly last: IntentName | null;
  /** What the bot asked and waits for. */
  readonly waiting: 'yes-no' | 'pick' | null;
}
