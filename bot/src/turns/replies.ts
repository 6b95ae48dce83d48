import { ActionTypes, ActivityTypes, CardFactory, MessageFactory, type Activity as SdkActivity } from 'botbuilder';
import type { Activity } from './activity.ts';
import { forReaders } from './readers.ts';
import type { Effect, Found, Message } from '../conversation/effect.ts';

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

/** A message as Teams takes it. */
export function activityOf({ text, card, suggestions = [] }: Message): Partial<SdkActivity> {
  const message =
    card === undefined
      ? MessageFactory.text(text)
      : // Beside a card the text is what the notification says; in the chat the card says it.
        { ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), summary: text };
  const actions = suggestions.map((said) => ({ type: ActionTypes.ImBack, title: said, value: said }));
  const offered = actions.length === 0 ? {} : { suggestedActions: { to: [], actions } };
  return { ...message, type: ActivityTypes.Message, textFormat: 'markdown', ...offered };
}

/** What answers an invoke, beside what is said in the chat. */
export function invokeBodyOf({ name, from }: Pick<Activity, 'name' | 'from'>, effects: readonly Effect[]): object {
  if (name?.startsWith('composeExtension/') === true) {
    const found = effects.flatMap((effect) => (effect.kind === 'offer' ? effect.found : []));
    return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: found.map(attachmentOf) } };
  }
  const shown = effects.findLast((effect) => effect.kind === 'show');
  return shown
    ? { statusCode: 200, type: ADAPTIVE, value: forReaders(shown.card, [from.id]) }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' };
}

function attachmentOf({ title, detail, card }: Found): object {
  return {
    ...CardFactory.adaptiveCard(card),
    preview: CardFactory.thumbnailCard(title, undefined, undefined, { text: detail }),
  };
}
