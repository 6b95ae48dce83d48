import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';

/** A rule-based sentence: a key of the catalogue `summary`, and its figures. */
export type Finding =
  | { readonly rule: 'talks.closer'; readonly count: number; readonly total: number }
  | { readonly rule: 'talks.apart'; readonly count: number; readonly total: number }
  | { readonly rule: 'talks.mixed'; readonly count: number; readonly total: number; readonly apart: number }
  | { readonly rule: 'talks.one-closer' }
  | { readonly rule: 'talks.one-apart' }
  | { readonly rule: 'talks.settled' }
  | { readonly rule: 'talks.held' };

/** What the talks did, counted over the votes that were taken again; `null` when there was none. */
export function talksFinding({ revotes }: Pick<ResultsView, 'revotes'>): Finding | null {
  const total = revotes.length;
  if (total === 0) return null;
  const moved = (meter: 'closer' | 'further-apart') =>
    revotes.filter((revote) => revote.status === 'moved' && revote.meter === meter).length;
  const closer = moved('closer');
  const apart = moved('further-apart');
  if (closer > 0 && apart > 0) return { rule: 'talks.mixed', count: closer, total, apart };
  if (total === 1 && closer > 0) return { rule: 'talks.one-closer' };
  if (total === 1 && apart > 0) return { rule: 'talks.one-apart' };
  if (closer > 0) return { rule: 'talks.closer', count: closer, total };
  if (apart > 0) return { rule: 'talks.apart', count: apart, total };
  return revotes.every(({ status }) => status === 'held') ? { rule: 'talks.held' } : { rule: 'talks.settled' };
}

/** A share below this is little to stand on; the same cut-off as in choosing a programme. */
const ENOUGH = 0.7;

export type Response =
  | { readonly kind: 'held'; readonly invited: number; readonly minimum: number }
  | { readonly kind: 'few'; readonly ballots: number; readonly invited: number }
  | { readonly kind: 'enough'; readonly ballots: number; readonly invited: number };

/** How many of those who were asked are in the results, and whether that is enough to stand on. */
export function response(
  view: Pick<MeetingView, 'leaders' | 'minimumGroup'>,
  { rating }: Pick<ResultsView, 'rating'>,
): Response {
  const invited = rating?.invited ?? view.leaders;
  const ballots = rating?.ballots ?? null;
  if (ballots === null) return { kind: 'held', invited, minimum: rating?.minimumGroup ?? view.minimumGroup };
  return { kind: ballots / invited < ENOUGH ? 'few' : 'enough', ballots, invited };
}

/** One talk: its question, what the team took from it, and what the second vote said. */
export interface Talk {
  readonly question: string;
  readonly text: string;
  readonly change: string;
  readonly revote: ResultsView['revotes'][number] | null;
}

/** The talks that took place, in their order; a topic that was never reached is none. */
export function talks(view: Pick<MeetingView, 'topics'>, { revotes }: Pick<ResultsView, 'revotes'>): readonly Talk[] {
  return view.topics
    .filter(({ step }) => step !== 'waiting')
    .map(({ question, text, change }) => ({
      question,
      text,
      change,
      revote: revotes.find((revote) => revote.question === question) ?? null,
    }));
}

/** Guesses on one scale, which can be drawn in one picture. */
export interface GuessGroup {
  readonly low: number;
  readonly high: number;
  readonly questions: NonNullable<ResultsView['predictions']>;
}

/** The guesses, each scale for itself. */
export function guessGroups({
  rating,
  predictions,
}: Pick<ResultsView, 'rating' | 'predictions'>): readonly GuessGroup[] {
  const groups = new Map<string, GuessGroup>();
  for (const guess of predictions ?? []) {
    const asked = rating?.questions.find(({ question }) => question === guess.question);
    if (!asked) continue;
    const { low, high } = asked;
    const key = `${String(low)} ${String(high)}`;
    groups.set(key, { low, high, questions: [...(groups.get(key)?.questions ?? []), guess] });
  }
  return [...groups.values()];
}
