import { ActionTypes, ActivityTypes, CardFactory, MessageFactory, type Activity as SdkActivity } from 'botbuilder';
import type { Activity } from './activity.ts';
import { forReaders } from './readers.ts';
import type { Effect, FilePlace, Found, Message, OfferedFile } from '../conversation/effect.ts';

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';
const FILE_CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

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

/** Asks somebody whether they want a file, as Teams does for every bot: where it goes is theirs to say. */
export function offerOf({ name, about, size, context }: OfferedFile): Partial<SdkActivity> {
  const answered = { acceptContext: context, declineContext: context };
  const content = { description: about, sizeInBytes: size, ...answered };
  return { type: ActivityTypes.Message, attachments: [{ contentType: FILE_CONSENT, name, content }] };
}

/** A file that is there, to be opened. */
export function fileOf({ name, contentUrl, uniqueId, fileType }: FilePlace): Partial<SdkActivity> {
  const content = { uniqueId, fileType };
  return { type: ActivityTypes.Message, attachments: [{ contentType: FILE_INFO, name, contentUrl, content }] };
}

/** What answers an invoke, beside what is said in the chat. */
export function invokeBodyOf({ name, from }: Pick<Activity, 'name' | 'from'>, effects: readonly Effect[]): object {
  if (name?.startsWith('composeExtension/') === true) {
    const found = effects.flatMap((effect) => (effect.kind === 'offer' ? effect.found : []));
    return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: found.map(attachmentOf) } };
  }
  // Teams wants no more than that it was heard.
  if (name === 'fileConsent/invoke') return {};
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
