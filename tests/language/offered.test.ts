import { describe, expect, it } from '@jest/globals';
import { INTENTS } from '@plumbline/shared/language/intents';
import { understand } from '@plumbline/shared/language/understand';
import { wordsIn } from '../conversation/english-in.ts';
import { knownBefore } from './utterances.ts';

const LANGUAGES = ['en', 'de'] as const;
type Language = (typeof LANGUAGES)[number];

/** Answers to something that was asked before, and what the bot waited for or had been asked then. */
const AFTER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  yes: { waiting: 'yes-no' },
  no: { waiting: 'yes-no' },
  pick: { waiting: 'pick' },
  'follow-up': { last: 'show-team' },
};

/** Buttons under messages that nobody asked for, and what typing them asks. */
const OF_NUDGES = {
  'do.results': 'show-team',
  'do.contract': 'contract',
  'do.measure': 'send-pulse',
  'do.several': 'open-for-me',
  'do.later': 'remind-later',
  'do.stop': 'stop',
} as const;

/** Examples and buttons that ask, each with the intent that its key names. */
function offeredIn(language: Language): readonly (readonly [intent: string, text: string])[] {
  const asked = ['bot', 'coach'].flatMap((catalogue) =>
    Object.entries(wordsIn(language, catalogue)).flatMap(([key, text]) => {
      const [, intent] = /^(?:example|ask)\.(.+)$/.exec(key) ?? [];
      return intent === undefined ? [] : [[intent, text] as const];
    }),
  );
  const nudges = wordsIn(language, 'nudges');
  return [...asked, ...Object.entries(OF_NUDGES).map(([key, intent]) => [intent, nudges[key] ?? ''] as const)];
}

/** What the bot's own sentences quote as something to type: “help”, „Hilfe“. */
function quotedIn(language: Language): readonly (readonly [key: string, text: string])[] {
  return Object.entries(wordsIn(language, 'bot')).flatMap(([key, words]) =>
    [...words.matchAll(/[“„]([^“”„{]+)[”“]/gu)].map(([, text = '']) => [key, text] as const),
  );
}

function heard(text: string, before: Readonly<Record<string, string>> = {}): string | null {
  const understood = understand(text, knownBefore(before));
  return understood.kind === 'intent' ? understood.intent : null;
}

describe('CV13 what the bot offers to say', () => {
  it.each(
    LANGUAGES.flatMap((language) => offeredIn(language).map(([intent, text]) => [language, text, intent] as const)),
  )('CV13 in %s “%s” is understood as %s', (_language, text, intent) => {
    expect(heard(text, AFTER[intent])).toBe(intent);
  });

  it.each(LANGUAGES)('CV13 in %s there is an example of every intent', (language) => {
    const examples = wordsIn(language, 'bot');
    expect(INTENTS.filter((intent) => examples[`example.${intent}`] === undefined)).toEqual([]);
  });

  it.each(LANGUAGES.flatMap((language) => quotedIn(language).map(([key, text]) => [language, key, text] as const)))(
    'CV13 in %s %s quotes “%s”, which is understood',
    (_language, _key, text) => {
      expect(heard(text)).not.toBeNull();
    },
  );
});
