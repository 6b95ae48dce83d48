import type { IntentName } from './intents.ts';
import type { Concept } from './language.ts';
import { QUESTION_RULES } from './question-rules.ts';
import { rule, type Rule } from './rule.ts';

/** Intents that do something or begin to: these want every word understood, and no question, condition or negation. */
export const ACTS: ReadonlySet<IntentName> = new Set([
  ...(['new-engagement', 'send-pulse', 'plan-session', 'note', 'log-intervention', 'ask-stakeholders'] as const),
  ...(['check-in', 'remind-later', 'nudge', 'log-incident', 'accept-contract', 'undo', 'stop'] as const),
  ...(['start-again', 'delete-my-data', 'yes', 'no', 'pick'] as const),
]);

/** What is no sign of an intent, nor against one. */
export const NEUTRAL: ReadonlySet<Concept> = new Set([
  ...([
    'what',
    'where',
    'how',
    'i',
    'mine',
    'and',
    'did',
    'team-word',
    'greet',
    'thanks',
    'praise',
    'please',
    'politely',
  ] as const),
  ...(['asking', 'how-to', 'should', 'team', 'dimension', 'time', 'length', 'place', 'for-me', 'before'] as const),
]);
/** Nor these, where something is only to be shown. */
export const NEUTRAL_IN_READING: ReadonlySet<Concept> = new Set([
  ...([
    'show',
    'said',
    'if',
    'they',
    'person',
    'make',
    'open',
    'yes',
    'need',
    'differ-most',
    'late',
    'decide',
  ] as const),
  ...(['how-many', 'everyone', 'take', 'send', 'see', 'help', 'again', 'later'] as const),
  ...(['meeting', 'when', 'next', 'planned'] as const),
]);

/** Of two rules that explain a text alike, the one that needs more wins. */
export const RULES: readonly Rule[] = [
  rule('new-engagement', [['new', 'start', 'make'], ['engagement']], ['coaching', 'open', 'new', 'start', 'send']),
  rule('new-engagement', [['start', 'new'], ['coaching']], ['new', 'start', 'engagement']),
  rule(
    'contract',
    [['contract']],
    ['show', 'open', 'make', 'plan', 'accept', 'accepted', 'sees-what', 'coaching', 'see'],
  ),
  rule('contract', [['sees-what'], ['contract']], []),
  rule('contract', [['who'], ['see'], ['contract']], []),
  rule('who-accepted', [['accepted']], ['contract', 'results', 'show']),
  rule(
    'who-accepted',
    [
      ['who', 'everyone', 'person', 'did'],
      ['accepted', 'not-accepted'],
    ],
    ['contract', 'everyone', 'missing', 'did'],
  ),
  rule('who-accepted', [['not-accepted']], ['contract', 'who', 'everyone', 'may be negative']),
  rule('who-accepted', [['who', 'everyone', 'did'], ['accept', 'missing'], ['contract']], ['did', 'who']),
  rule('who-accepted', [['did'], ['person', 'everyone'], ['accept']], ['contract']),
  rule('recommend', [['both-programmes']], ['need', 'recommend', 'or', 'decide', 'should']),
  rule('recommend', [['alignment'], ['coaching']], ['need', 'recommend', 'or', 'decide', 'should']),
  rule('recommend', [['recommend']], ['alignment', 'coaching', 'need', 'decide']),
  rule(
    'recommend',
    [
      ['need', 'ready', 'decide'],
      ['coaching', 'alignment'],
    ],
    ['or', 'should', 'decide', 'recommend'],
  ),
  rule(
    'send-pulse',
    [
      ['send', 'start', 'make'],
      ['pulse', 'questions'],
    ],
    ['new', 'everyone', 'coaching', 'alignment', 'send', 'start', 'confidential', 'next', 'planned'],
  ),
  rule('send-pulse', [['pulse-team']], []),
  rule('response-rate', [['rate']], ['pulse', 'answered', 'results']),
  rule(
    'response-rate',
    [
      ['how-many', 'everyone'],
      ['answered', 'missing', 'not-answered'],
    ],
    ['pulse', 'did', 'everyone', 'questions', 'done', 'may be negative'],
  ),
  rule('response-rate', [['who'], ['not-answered', 'missing']], ['pulse', 'everyone', 'may be negative']),
  rule('response-rate', [['going', 'stand'], ['pulse']], []),
  rule('show-team', [['team']], ['show', 'results', 'stand', 'team-word', 'only']),
  rule(
    'show-team',
    [
      ['show', 'stand', 'results', 'how'],
      ['team', 'team-word'],
    ],
    ['show', 'results', 'stand', 'how', 'going'],
  ),
  rule('show-team', [['results']], ['show', 'pulse', 'stand', 'how', 'differ-most']),
  rule('show-team', [['stand'], ['how', 'where']], ['show']),
  rule('where-differ', [['differ']], ['where', 'questions', 'show', 'results', 'differ-most', 'may be negative']),
  rule('where-differ', [['differ-most']], ['where', 'show', 'questions']),
  rule(
    'compare',
    [['compare', 'changed']],
    ['before', 'results', 'pulse', 'show', 'differ-most', 'changed', 'how-far', 'compare', 'low'],
  ),
  rule('why-low', [['why'], ['low', 'dimension']], ['low', 'results', 'dimension', 'dropped', 'may be negative']),
  rule('why-low', [['why'], ['differ']], ['low', 'dimension', 'may be negative']),
  rule(
    'what-to-try',
    [['try', 'idea']],
    ['intervention', 'improve', 'low', 'conflict', 'session', 'show', 'recommend', 'dimension', 'try', 'idea', 'not'],
  ),
  rule('what-to-try', [['improve'], ['dimension', 'conflict']], ['low', 'try', 'idea']),
  rule(
    'what-to-try',
    [['intervention'], ['dimension', 'what', 'recommend', 'show', 'idea', 'try', 'how-many']],
    ['low', 'idea', 'try', 'recommend'],
  ),
  rule(
    'plan-session',
    [
      ['plan', 'make', 'need'],
      ['session', 'agenda', 'length'],
    ],
    ['dimension', 'new', 'session', 'agenda', 'plan', 'idea'],
  ),
  rule(
    'plan-session',
    [
      ['plan', 'idea'],
      ['session', 'agenda'],
    ],
    ['dimension', 'new', 'make', 'plan'],
  ),
  rule('plan-session', [['agenda', 'session']], ['dimension', 'new', 'plan', 'make', 'length']),
  rule('plan-session', [['length'], ['dimension']], ['session', 'agenda']),
  rule('note', [['note']], ['make', 'new', 'log', 'confidential', 'only']),
  rule('notes', [['notes', 'noted']], ['show', 'mine', 'noted', 'notes', 'log']),
  rule('log-intervention', [['log', 'make', 'new'], ['intervention']], ['new']),
  rule('did-it-help', [['effect']], ['intervention', 'helped', 'tried', 'did']),
  rule('did-it-help', [['did'], ['helped']], ['intervention', 'tried', 'only']),
  rule('did-it-help', [['helped', 'effect'], ['intervention']], ['did', 'tried']),
  rule(
    'open-commitments',
    [['commitment']],
    ['open', 'show', 'overdue', 'due', 'late', 'at-risk', 'on-track', 'done', 'committed', 'who'],
  ),
  rule('open-commitments', [['overdue']], ['open', 'who', 'show', 'due']),
  rule('open-commitments', [['committed'], ['team', 'team-word', 'they', 'person', 'what', 'who']], ['did', 'meeting']),
  rule('open-commitments', [['asking'], ['dimension'], ['done', 'on-track', 'at-risk', 'late']], ['not-done']),
  rule('my-commitments', [['mine'], ['commitment']], ['open', 'show', 'due', 'overdue', 'late']),
  rule('my-commitments', [['i'], ['committed'], ['what', 'did']], ['did', 'team-word']),
  rule(
    'ask-stakeholders',
    [['stakeholder', 'round-about']],
    ['ask', 'start', 'send', 'feedback', 'new', 'answered', 'make', 'idea', 'pulse', 'round-about', 'confidential'],
  ),
  rule(
    'stakeholders-say',
    [
      ['stakeholder', 'round-about'],
      ['what', 'how', 'results', 'show', 'compare', 'see', 'stand', 'differ'],
    ],
    ['what', 'how', 'results', 'show', 'compare', 'see', 'stand', 'differ', 'said', 'did', 'answered', 'team-word'],
  ),
  rule('sponsor-view', [['sponsor']], ['see', 'results', 'show', 'notes', 'open', 'sees-what', 'contract']),
  rule('review-deck', [['deck']], ['make', 'plan', 'results', 'mine', 'show', 'send', 'idea', 'log']),
  rule('check-in', [['check-in']], ['only']),
  rule('check-in', [['update'], ['commitment']], ['mine', 'make']),
  rule('check-in', [['done', 'on-track', 'at-risk', 'dropped', 'not-done']], ['place', 'only']),
  rule('open-for-me', [['to-do']], ['for-me', 'waits', 'open', 'show', 'due', 'due']),
  rule(
    'open-for-me',
    [
      ['for-me', 'waits'],
      ['open', 'waits', 'due', 'what', 'to-do'],
    ],
    ['did'],
  ),
  rule('open-for-me', [['waits', 'due']], ['for-me', 'open', 'what']),
  rule('remind-later', [['remind-me']], ['later', 'time', 'again', 'remind', 'commitment', 'pulse']),
  rule('remind-later', [['later'], ['remind', 'remind-me', 'ask']], ['remind-me']),
  rule(
    'nudge',
    [['remind'], ['everyone', 'person', 'not-answered', 'team-word', 'missing', 'they', 'team']],
    [
      'who',
      'everyone',
      'send',
      'commitment',
      'pulse',
      'answered',
      'reminders',
      'make',
      'not-answered',
      'missing',
      'they',
      'person',
      'open',
      'overdue',
    ],
  ),
  rule('nudge', [['remind-them']], ['pulse', 'commitment']),
  rule('log-incident', [['log', 'make'], ['incident']], ['new']),
  rule('incidents', [['incidents']], ['show', 'how-many', 'log', 'results', 'did']),
  rule('incidents', [['show', 'how-many', 'what'], ['incident']], ['log']),
  rule('goals', [['goals']], ['how-far', 'engagement', 'coaching', 'show', 'contract', 'changed', 'mine', 'stand']),
  rule('accept-contract', [['accept'], ['contract']], ['yes', 'coaching', 'take']),
  ...QUESTION_RULES,
  rule('undo', [['undo']], ['take', 'only']),
  rule('stop', [['stop']], ['reminders', 'remind-me', 'remind', 'everyone', 'again', 'may be negative']),
  rule(
    'start-again',
    [['again'], ['reminders', 'start', 'write-again', 'send', 'remind-me']],
    ['reminders', 'remind-me', 'make', 'start'],
  ),
  rule('start-again', [['again', 'write-again']], ['reminders', 'start', 'only']),
  rule('help', [['help']], ['make', 'show', 'need', 'about-bot', 'only']),
  rule('help', [['about-bot']], ['help', 'only']),
  rule('greet', [['greet']], ['thanks', 'praise', 'stand', 'team', 'only']),
  rule(
    'thanks',
    [['thanks', 'praise']],
    ['thanks', 'praise', 'yes', 'help', 'greet', 'did', 'everyone', 'team-word', 'meeting', 'only'],
  ),
  rule('delete-my-data', [['delete'], ['data']], ['everyone', 'mine']),
  rule('delete-my-data', [['politely'], ['deleted'], ['data']], ['mine']),
  rule('delete-my-data', [['forget-me']], ['data', 'deleted']),
  rule('yes', [['yes', 'go-ahead']], ['yes', 'go-ahead', 'thanks', 'praise', 'please', 'take', 'only']),
  rule('no', [['no']], ['no', 'thanks', 'praise', 'please', 'later', 'not', 'only', 'may be negative']),
  rule('pick', [['place']], ['take', 'only']),
];

/** One word that stands for a subject and says nothing of what is wished. */
export const SUBJECTS: readonly {
  readonly said: Concept;
  readonly choice: readonly [IntentName, IntentName, ...IntentName[]];
  /** What is meant where it is to be shown, and nothing else is said. */
  readonly shown?: IntentName;
}[] = [
  { said: 'pulse', choice: ['send-pulse', 'response-rate'] },
  { said: 'incident', choice: ['log-incident', 'incidents'] },
  { said: 'remind', choice: ['remind-later', 'nudge'] },
  { said: 'reminders', choice: ['remind-later', 'nudge'] },
  { said: 'intervention', choice: ['log-intervention', 'what-to-try', 'did-it-help'] },
  { said: 'accept', choice: ['accept-contract', 'who-accepted'] },
  { said: 'engagement', choice: ['new-engagement', 'contract', 'goals'] },
  { said: 'coaching', choice: ['recommend', 'new-engagement'] },
  { said: 'alignment', choice: ['recommend', 'show-team'] },
  { said: 'person', choice: ['nudge', 'open-commitments'] },
  { said: 'dimension', choice: ['why-low', 'what-to-try', 'plan-session'], shown: 'why-low' },
  { said: 'data', choice: ['delete-my-data', 'help'] },
];
