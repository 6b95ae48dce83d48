import { z } from 'zod';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import type { Instant } from '@plumbline/shared/kernel/instant';
import type { Chat, ChatEvent, Speaker } from '../conversation/event.ts';
import { actorOf } from '../http/authenticate.ts';
import { referenceOf } from './reference.ts';

const word = z.string().min(1).max(1_000);
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Longer texts say nothing that a conversation could use. */
const LONGEST_TEXT = 4_000;

const account = z.object({
  id: word,
  name: z.string().max(1_000).optional(),
  aadObjectId: z.string().max(100).optional(),
});

/** What of an activity is used; whatever else Teams sends is passed over. */
const form = z.object({
  type: word,
  id: word,
  channelId: word,
  serviceUrl: word,
  from: account,
  recipient: account,
  conversation: z.object({
    id: word,
    conversationType: z.string().max(100).optional(),
    tenantId: z.string().max(100).optional(),
  }),
  name: z.string().max(200).optional(),
  action: z.string().max(200).optional(),
  text: z.string().optional(),
  locale: z.string().max(50).optional(),
  localTimezone: z.string().max(100).optional(),
  replyToId: z.string().max(1_000).optional(),
  value: z.unknown().optional(),
  channelData: z.object({ tenant: z.object({ id: z.string().max(100) }).optional() }).optional(),
  membersAdded: z.array(account).max(1_000).optional(),
  membersRemoved: z.array(account).max(1_000).optional(),
});

/** An activity as far as it is used, and the whole of it for the SDK. `tenant` is in lower case, empty where none is named. */
export type Activity = z.infer<typeof form> & { readonly tenant: string; readonly whole: object };

/** Reads an activity; `null` for what is none. */
export function readActivity(body: unknown): Activity | null {
  const parsed = form.safeParse(body);
  if (!parsed.success || typeof body !== 'object' || body === null) return null;
  const { channelData, conversation } = parsed.data;
  const named = new Set([channelData?.tenant?.id, conversation.tenantId].flatMap((id) => id?.toLowerCase() ?? []));
  // Two that differ are no one tenant's.
  const [tenant = ''] = named.size === 1 ? named : [];
  return { ...parsed.data, tenant, whole: body };
}

/** What an activity says, `null` for what a conversation has nothing to do with, or where nobody says it. */
export function eventOf(activity: Activity, now: Instant): ChatEvent | null {
  const { id, conversation } = activity;
  const from = speakerOf(activity);
  if (!from) return null;
  const chat: Chat = {
    id: conversation.id,
    kind: kindOf(conversation.conversationType),
    reference: referenceOf(activity),
  };
  const turn = { id, chat, from, at: now };
  switch (activity.type) {
    case 'message':
      return isObject(activity.value)
        ? { ...turn, kind: 'submit', data: activity.value, activity: activity.replyToId ?? null }
        : { ...turn, kind: 'message', text: plainText(activity.text ?? '') };
    case 'installationUpdate':
      // An old version goes, and the new one is there: nobody removed anything.
      if (activity.action === 'remove-upgrade') return null;
      return { ...turn, kind: activity.action === 'remove' ? 'removed' : 'installed' };
    case 'conversationUpdate':
      return ofMembers(activity, turn);
    case 'invoke':
      return ofInvoke(activity, turn);
    case 'event':
      return ofMeeting(activity, turn);
    default:
      return null;
  }
}

type Turn = Pick<ChatEvent, 'id' | 'chat' | 'from' | 'at'>;

/** That the bot itself came or went; others coming and going is none of its business. */
function ofMembers({ membersAdded = [], membersRemoved = [], recipient }: Activity, turn: Turn): ChatEvent | null {
  const isBot = ({ id }: { readonly id: string }): boolean => id === recipient.id;
  if (membersAdded.some(isBot)) return { ...turn, kind: 'installed' };
  return membersRemoved.some(isBot) ? { ...turn, kind: 'removed' } : null;
}

const execute = z.object({
  action: z.object({ verb: z.string().optional(), data: z.unknown() }),
  trigger: z.string().optional(),
});
const query = z.object({ parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).optional() });
const place = z.object({
  uploadUrl: z.string().max(8_000),
  contentUrl: z.string().max(8_000),
  name: z.string().max(400),
  uniqueId: z.string().max(400),
  fileType: z.string().max(40),
});
const consent = z.discriminatedUnion('action', [
  z.object({ action: z.literal('accept'), context: z.unknown(), uploadInfo: place }),
  z.object({ action: z.literal('decline'), context: z.unknown() }),
]);
const pasted = z.object({ url: z.string().max(2_000) });

function ofInvoke({ name, value, replyToId }: Activity, turn: Turn): ChatEvent | null {
  switch (name) {
    case 'adaptiveCard/action': {
      const parsed = execute.safeParse(value);
      if (!parsed.success) return null;
      const { action, trigger } = parsed.data;
      const given = isObject(action.data) ? action.data : {};
      const data = action.verb === undefined ? given : { ...given, verb: action.verb };
      return { ...turn, kind: trigger === 'automatic' ? 'refresh' : 'submit', data, activity: replyToId ?? null };
    }
    case 'composeExtension/query': {
      const parsed = query.safeParse(value);
      const said = parsed.success ? parsed.data.parameters?.find((one) => one.name !== 'initialRun')?.value : '';
      return { ...turn, kind: 'search', text: plainText(typeof said === 'string' ? said : '') };
    }
    case 'composeExtension/queryLink':
    case 'composeExtension/anonymousQueryLink': {
      const parsed = pasted.safeParse(value);
      return parsed.success ? { ...turn, kind: 'link', url: parsed.data.url } : null;
    }
    case 'fileConsent/invoke': {
      const parsed = consent.safeParse(value);
      if (!parsed.success) return null;
      const { context } = parsed.data;
      return {
        ...turn,
        kind: 'file-answer',
        context: isObject(context) ? context : {},
        place: parsed.data.action === 'accept' ? parsed.data.uploadInfo : null,
        activity: replyToId ?? null,
      };
    }
    default:
      return null;
  }
}

const meeting = z.object({ JoinUrl: z.string().max(2_000).optional() });

function ofMeeting({ name, value }: Activity, turn: Turn): ChatEvent | null {
  const parsed = meeting.safeParse(value);
  const joinUrl = parsed.success ? (parsed.data.JoinUrl ?? null) : null;
  if (name === 'application/vnd.microsoft.meetingStart') return { ...turn, kind: 'meeting-started', joinUrl };
  return name === 'application/vnd.microsoft.meetingEnd' ? { ...turn, kind: 'meeting-ended', joinUrl } : null;
}

/** Who speaks, as the API knows the same person; `null` for whoever is nobody of the directory, such as a guest of a meeting. */
function speakerOf({ from, tenant, locale, localTimezone }: Activity): Speaker | null {
  const oid = from.aadObjectId ?? '';
  if (!GUID.test(oid) || tenant === '') return null;
  const actor = actorOf({ tid: tenant, oid, name: from.name ?? '' });
  return { ...actor, locale: locale ?? 'en', timeZone: localTimezone ?? null };
}

function kindOf(type: string | undefined): Chat['kind'] {
  if (type === 'personal') return 'personal';
  return type === 'channel' ? 'channel' : 'group';
}

/** What somebody typed: without the mention of the bot and without markup. */
function plainText(text: string): string {
  return (
    text
      .slice(0, LONGEST_TEXT)
      .replaceAll(/<at[^>]*>.*?<\/at>/gis, ' ')
      // "a < b" is no markup.
      .replaceAll(/<\/?[a-z][^<>]{0,1000}>/gi, ' ')
      .replaceAll(/&(nbsp|lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name] ?? ' ')
      .replaceAll(/[^\S\n]+/g, ' ')
      .trim()
  );
}

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', amp: '&' };

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
