import type { Concept } from './language.ts';
import { rule, type Rule } from './rule.ts';

/** What some questions alone are about: to everything else it is as good as a word that is not known. */
export const BESIDE: ReadonlySet<Concept> = new Set([
  ...(['confidential', 'onlooker', 'others', 'find-out', 'kept'] as const),
  ...(['when', 'meeting', 'next', 'planned', 'ends', 'quiet'] as const),
]);

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

/** Whatever else is said makes it a text about something else, such as slides for a meeting. */
const ABOUT_MEETINGS = [
  ...(['when', 'next', 'planned', 'ends', 'mine', 'open', 'before', 'coaching', 'alignment'] as const),
  ...(['onlooker', 'others', 'stakeholder', 'i', 'waits', 'team', 'team-word', 'only'] as const),
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
  rule('privacy', [['sees-what']], ABOUT_PRIVACY),
  rule('privacy', [['sees-what'], ['i'], ['answered', 'said']], ABOUT_PRIVACY),
  rule('privacy', [['kept'], ['what', 'where', 'data', 'answered', 'notes']], ABOUT_PRIVACY),
  rule('privacy', [['what'], ['data']], ABOUT_PRIVACY),
  rule('meetings', [['meeting']], ABOUT_MEETINGS),
  rule('meetings', [['meeting'], ['plan', 'make', 'new', 'start', 'send']], ABOUT_MEETINGS),
  rule('meetings', [['when'], ['meeting', 'pulse', 'session']], [...ABOUT_MEETINGS, 'start']),
  rule('meetings', [['next'], ['pulse', 'session']], ABOUT_MEETINGS),
  rule('meetings', [['pulse', 'session'], ['planned']], ABOUT_MEETINGS),
  rule('meetings', [['planned']], ABOUT_MEETINGS),
  rule('meetings', [['teams']], ABOUT_MEETINGS),
  rule('quiet-hours', [['quiet']], ['mine', 'when', 'how-many', 'reminders', 'start', 'ends', 'changed', 'only']),
  rule('quiet-hours', [['when'], ['reminders']], ['mine', 'i', 'next', 'quiet', 'only']),
];
