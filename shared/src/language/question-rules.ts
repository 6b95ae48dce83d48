import type { Concept } from './language.ts';
import { rule, type Rule } from './rule.ts';

/** What some questions alone are about: to everything else it is as good as a word that is not known. */
export const BESIDE: ReadonlySet<Concept> = new Set(['confidential', 'onlooker', 'others', 'find-out', 'kept']);

const ABOUT_PRIVACY = [
  ...(['answered', 'said', 'i', 'mine', 'who', 'everyone', 'onlooker', 'others', 'see', 'find-out'] as const),
  ...([
    'coaching',
    'results',
    'pulse',
    'questions',
    'notes',
    'log',
    'data',
    'kept',
    'confidential',
    'may be negative',
  ] as const),
] as const;

/** What people ask about the bot, the team's calendar and who sees what: nothing is done by it. */
export const QUESTION_RULES: readonly Rule[] = [
  rule('privacy', [['confidential']], ABOUT_PRIVACY),
  rule('privacy', [['confidential'], ['notes', 'data', 'answered', 'results', 'questions']], ABOUT_PRIVACY),
  rule(
    'privacy',
    [
      ['who', 'onlooker'],
      ['see', 'find-out'],
    ],
    ABOUT_PRIVACY,
  ),
  rule(
    'privacy',
    [
      ['who', 'onlooker', 'others'],
      ['see', 'find-out'],
      ['answered', 'said', 'notes', 'data'],
    ],
    ABOUT_PRIVACY,
  ),
  rule('privacy', [['who'], ['see', 'find-out'], ['results']], ABOUT_PRIVACY),
  rule(
    'privacy',
    [
      ['everyone', 'they', 'person', 'team-word', 'sponsor'],
      ['see', 'find-out'],
      ['i', 'mine'],
      ['answered', 'said', 'notes'],
    ],
    ABOUT_PRIVACY,
  ),
  rule('privacy', [['sees-what'], ['i'], ['answered', 'said']], ABOUT_PRIVACY),
  rule('privacy', [['kept'], ['what', 'where', 'data', 'answered', 'notes']], ABOUT_PRIVACY),
  rule('privacy', [['what'], ['data']], ABOUT_PRIVACY),
];
