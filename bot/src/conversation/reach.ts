import { forgetChat, rememberChat } from '@plumbline/shared/application/nudges/chats';
import type { Ports } from '@plumbline/shared/application/use-case';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import type { ChatEvent, ChatKind, Speaker } from './event.ts';

/** What comes only from a chat that the bot is in. A card asks anew, and somebody searches, also where it is no more. */
const FROM_WITHIN: ReadonlySet<ChatEvent['kind']> = new Set(['message', 'submit', 'installed']);

/**
 * Keeps how somebody is reached later, from what comes in from the chat that they have alone with the bot; removing the bot
 * forgets it. It writes only what has changed, and nothing of what was said.
 */
export async function keepReach(
  ports: Ports,
  {
    kind,
    chat,
    from,
  }: {
    readonly kind: ChatEvent['kind'];
    /** `reference`: the same for every turn in the chat. */
    readonly chat: { readonly kind: ChatKind; readonly reference: JsonObject };
    readonly from: Speaker;
  },
): Promise<void> {
  if (chat.kind !== 'personal') return;
  const { tenant, person, locale, timeZone } = from;
  if (kind === 'removed') await forgetChat(ports, { tenant, person });
  if (!FROM_WITHIN.has(kind)) return;
  await rememberChat(ports, { tenant, person }, { reference: chat.reference, locale, timeZone });
}
