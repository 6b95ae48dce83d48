import { TeamsInfo, type TurnContext } from 'botbuilder';
import type { Json, JsonObject } from '@plumbline/shared/kernel/json';
import type { Message } from '../conversation/effect.ts';

/** For so many people in a chat Teams has a card ask by itself; all others ask by its menu. */
const MOST_READERS = 60;

/** The card as it is sent where it is known who reads it: Teams has it ask by itself for these people. */
export function forReaders(card: JsonObject, userIds: readonly string[]): JsonObject {
  const { refresh } = card;
  if (!isObject(refresh) || userIds.length === 0) return card;
  return { ...card, refresh: { ...refresh, userIds: userIds.slice(0, MOST_READERS) } };
}

/**
 * The message for everybody in its chat. Where it cannot be told who that is, the card names nobody, and Teams has it ask for
 * all in a chat of up to sixty.
 */
export async function forTheChat(context: TurnContext, message: Message): Promise<Message> {
  const { card } = message;
  if (card?.['refresh'] === undefined) return message;
  try {
    const { members } = await TeamsInfo.getPagedMembers(context, MOST_READERS);
    return {
      ...message,
      card: forReaders(
        card,
        members.map(({ id }) => id),
      ),
    };
  } catch {
    return message;
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
