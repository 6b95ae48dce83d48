import { z } from 'zod';
import type { MeetingId } from '../kernel/ids.ts';
import type { JsonObject } from '../kernel/json.ts';
import { id } from './id-form.ts';
import type { RecordKind } from './record.ts';

/** Which meeting of ours is held in a chat of Teams. */
const tied = z.object({ meeting: id('meeting') });

/** The chat that a meeting is tied to, as a keyed hash. */
const chat = z.object({ chat: z.string() });

/** That something was said in a meeting's chat, or is about to be. */
const said = z.object({ at: z.number() });

/** How the chat of a meeting of Teams is spoken to while that is under way. */
export interface Begun {
  readonly reference: JsonObject;
  readonly locale: string;
}
const begun: z.ZodType<Begun> = z.object({ reference: z.record(z.string(), z.json()), locale: z.string() });

/** A meeting whose beginning is to be told in a chat that it was tied to only then. */
export interface Late extends Begun {
  readonly tenant: string;
  readonly meeting: MeetingId;
}
const late: z.ZodType<Late> = z.object({
  tenant: z.string(),
  meeting: id('meeting'),
  reference: z.record(z.string(), z.json()),
  locale: z.string(),
});

function first<T>(name: string, form: z.ZodType<T>): RecordKind<T> {
  return { name, form, migrations: [] };
}

/** What is kept to speak in the chats of meetings. */
export const meetingChatRecords = {
  tied: first('tied chat', tied),
  chat: first('chat of a meeting', chat),
  said: first('said in a meeting chat', said),
  begun: first<Begun>('begun in a chat', begun),
  late: first<Late>('to be told late', late),
} as const;
