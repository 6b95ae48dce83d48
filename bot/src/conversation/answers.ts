import type { z } from 'zod';
import { faultWords, problemWords } from '@plumbline/shared/i18n/error-words';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { card, words as line } from './cards/card.ts';
import type { Message } from './effect.ts';
import type { OperateError } from './operate.ts';
import type { Answer, Topic, Turn } from './turn.ts';
import type { BotKey, Words, WordValues } from './words.ts';

/** Says one thing. */
export function say(turn: Turn, key: BotKey, values: WordValues = {}): Answer {
  return { messages: [{ text: turn.words.t(key, values) }] };
}

/** Shows a card; the text is what a notification and a screen reader have of it. */
export function show(text: string, shown: JsonObject, memory: Answer['memory'] = {}): Answer {
  return { messages: [{ text, card: shown }], memory };
}

/** The card that was answered says what became of it, so that it is not answered twice. */
export function settle(text: string, memory: Answer['memory'] = {}): Answer {
  return { messages: [], card: card({ body: [line(text)] }), memory };
}

/** Takes what a card sent where it has the form; anything else is an old card's, or somebody made it up. */
export function taking<T>(
  form: z.ZodType<T>,
  act: (turn: Turn, sent: T) => Answer | Promise<Answer>,
): Topic['takes'][string] {
  return (turn, data) => {
    const parsed = form.safeParse(data);
    return parsed.success ? act(turn, parsed.data) : settle(turn.words.t('card.old'));
  };
}

/** Something went wrong; it is told in the person's language, with what to do next. */
export function refuse(error: OperateError): Answer {
  return { messages: [], refused: error };
}

/** What went wrong, and what to do next. */
export function tellRefusal({ language }: Words, error: OperateError): Message {
  const values = Object.fromEntries(
    Object.entries(error).filter(
      (pair): pair is [string, string | number] => typeof pair[1] === 'string' || typeof pair[1] === 'number',
    ),
  );
  const { title, next } = problemWords(language, error.kind, values);
  const faults =
    error.kind === 'request.invalid'
      ? error.faults.map((fault) => `- ${faultWords(language, fault.kind, fault.values)}`)
      : [];
  return { text: [`**${title}** ${next}`, ...new Set(faults)].join('\n') };
}
