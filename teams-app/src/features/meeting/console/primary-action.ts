import { assertNever } from '@plumbline/shared/kernel/assert';
import type { MeetingView, RoundView } from '@plumbline/shared/contract/views';
import type { CommandRequest } from '../../../app/api.ts';
import { phaseBefore, type Phase } from '@plumbline/shared/domain/meeting/phases';

/** What a facilitator tells the service to do. */
export type Direction = CommandRequest<'directMeeting'>['input'];
export type Topic = MeetingView['topics'][number];

/** The words on the big button, by what it does; each is a key of the catalogue `console`. */
export type ActionWords =
  | 'start'
  | 'open-rating'
  | 'close-rating'
  | 'close-guesses'
  | 'choose'
  | 'close-dots'
  | 'read-topic'
  | 'talk'
  | 're-vote'
  | 'close-re-vote'
  | 'compare'
  | 'next-topic'
  | 'to-commitments'
  | 'ask-support'
  | 'close-support'
  | 'to-message'
  | 'ask-marks'
  | 'close-marks'
  | 'to-closing';

/** The one thing to do next. What is `here` is done on this screen: a form or a question that the button leads to. */
export type PrimaryAction =
  | { readonly kind: 'direct'; readonly words: ActionWords; readonly direction: Direction }
  | { readonly kind: 'here'; readonly what: 'plan' | 'commitment' | 'message' | 'close' | 'summary' };

/** At least so many wordings lie on the table before they can be compared. */
export const FEWEST_WORDINGS = 2;

/** What the facilitator does next, from the meeting alone. */
export function primaryAction(view: MeetingView): PrimaryAction {
  if (view.status === 'draft') return { kind: 'here', what: 'plan' };
  if (view.status === 'closed' || view.phase === null) return { kind: 'here', what: 'summary' };
  if (view.format === 'pulse') return { kind: 'here', what: 'close' };
  switch (view.phase) {
    case 'collecting':
      return move('start', 'opening');
    case 'opening':
      return move('open-rating', 'rating');
    case 'rating':
      return move('close-rating', 'predicting');
    case 'predicting':
      return move('close-guesses', 'revealing');
    case 'revealing':
      return move('choose', 'choosing');
    case 'choosing':
      return move('close-dots', 'discussing');
    case 'discussing':
      return inDiscussion(view);
    case 'committing':
      return inCommitting(view);
    case 'messaging':
      return inMessaging(view);
    case 'closing':
      return { kind: 'here', what: 'close' };
    default:
      return assertNever(view.phase);
  }
}

function inDiscussion(view: MeetingView): PrimaryAction {
  const current = currentTopic(view);
  const next = view.topics.find(({ step }) => step === 'waiting');
  if (!current) return next ? step('read-topic', next, 'reading') : move('to-commitments', 'committing');
  switch (current.step) {
    case 'reading':
      return step('talk', current, 'talking');
    case 'talking':
      // A question is voted on again once; a second talk about it ends without another vote.
      if (current.revote !== null) return step('compare', current, 'comparing');
      return step('re-vote', current, 're-voting');
    case 're-voting':
      return step('close-re-vote', current, 'comparing');
    case 'comparing':
    case 'waiting':
    case 'done':
      return next ? step('next-topic', next, 'reading') : move('to-commitments', 'committing');
    default:
      return assertNever(current.step);
  }
}

function inCommitting(view: MeetingView): PrimaryAction {
  const support = latest(view, 'support');
  if (support?.status === 'open') return direct('close-support', { type: 'close-support' });
  if (view.commitments.length === 0) return { kind: 'here', what: 'commitment' };
  const voted = support !== null && asksAboutTheSame(view, support);
  return voted ? move('to-message', 'messaging') : direct('ask-support', { type: 'ask-support' });
}

/** Whether a vote was about the commitments as they stand now; one that was changed is worth another vote. */
function asksAboutTheSame({ commitments }: MeetingView, { questions }: RoundView): boolean {
  return (
    commitments.length === questions.length &&
    commitments.every(({ id, sentence }) => questions.some((asked) => asked.id === id && asked.text === sentence))
  );
}

function inMessaging(view: MeetingView): PrimaryAction {
  const marks = latest(view, 'marks');
  if (marks?.status === 'open') return direct('close-marks', { type: 'close-marks' });
  if (view.message !== null) return move('to-closing', 'closing');
  if (marks === null && view.sentencesCounted >= FEWEST_WORDINGS) return direct('ask-marks', { type: 'ask-marks' });
  return { kind: 'here', what: 'message' };
}

function move(words: ActionWords, to: Phase): PrimaryAction {
  return direct(words, { type: 'move', to });
}

function step(words: ActionWords, { question }: Topic, to: 'reading' | 'talking' | 're-voting' | 'comparing') {
  return direct(words, { type: 'topic-step', question, to });
}

function direct(words: ActionWords, direction: Direction): PrimaryAction {
  return { kind: 'direct', words, direction };
}

/** The topic on the table, `null` between two. */
export function currentTopic({ topics }: Pick<MeetingView, 'topics'>): Topic | null {
  return topics.find(({ step: at }) => at !== 'waiting' && at !== 'done') ?? null;
}

/** The latest round of a purpose. */
export function latest({ rounds }: Pick<MeetingView, 'rounds'>, purpose: RoundView['purpose']): RoundView | null {
  return rounds.findLast((round) => round.purpose === purpose) ?? null;
}

/** The round that takes answers now. */
export function openRound({ rounds }: Pick<MeetingView, 'rounds'>): RoundView | null {
  return rounds.findLast(({ status }) => status === 'open') ?? null;
}

/** The last phase in which each kind of round takes answers. */
const LAST_PHASE: Readonly<Record<RoundView['purpose'], Phase>> = {
  rating: 'rating',
  prediction: 'predicting',
  dots: 'choosing',
  're-vote': 'discussing',
  support: 'committing',
  marks: 'messaging',
  worth: 'closing',
};

/** The phase one can still go back to: the one before, as long as nobody has seen what its answers came to. */
export function wayBack(view: MeetingView): Phase | null {
  if (view.status !== 'open' || view.phase === null || view.format === 'pulse') return null;
  const to = phaseBefore(view.phase);
  if (to === null) return null;
  if (to === 'discussing' && view.topics.some(({ revote }) => revote === null)) return to;
  return view.rounds.some(({ purpose, shown }) => LAST_PHASE[purpose] === to && shown) ? null : to;
}
