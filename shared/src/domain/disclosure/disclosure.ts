import type { Question } from '../instrument/question.ts';
import type {
  AllocationResult,
  DotsResult,
  Held,
  PairwiseResult,
  RankingResult,
  ShownCamps,
  ShownDimension,
  ShownScale,
} from '../results/shown.ts';
import { disclosureUnder } from './engine.ts';
import type { Disclosure } from './engine.ts';
import type { DisclosableGroups } from './groups.ts';
import type { Disclosing } from './minimum-group.ts';
import { namedDimension, namedDots, namedHeld, namedImportance, namedRanking, namedScale } from './named.ts';
import { namedAllocation, namedCamps, namedPairwise } from './named-options.ts';
import type { ShownRevote } from './revote.ts';
import { EVERY_RULE } from './rules.ts';
import { shownCounts } from './shown-count.ts';

/**
 * The door of the room: all that may be shown of what people answered in a closed round. Nothing else turns a tally into
 * something that is shown. A named round is shown as it was answered, an anonymous one as coarse as it must be.
 */
export { gapOf } from './dimension.ts';
export type { DisclosableGroups, HiddenBecause } from './groups.ts';
export type { AskedOfGroups, GroupWord } from './group-words.ts';
export { IMPORTANCE_QUESTION } from './importance.ts';
export type { ShownRevote } from './revote.ts';
export { heldForAnswers } from './minimum-group.ts';
export type { Disclosing } from './minimum-group.ts';

/** What the product shows of anonymous rounds keeps every rule. */
const anonymous = disclosureUnder(EVERY_RULE);

/** Holds a round that too few answered; `null` when its figures may be shown. */
export function discloseBallots(asked: Disclosing): Held | null {
  const { ballots } = asked.round;
  return asked.mode === 'named' ? namedHeld(ballots) : anonymous.ballots(asked);
}

/**
 * How many answered, for somebody who is not in the team: as of an anonymous round, in whatever mode it was. One looks like
 * nobody, and all but one like all; `null` where fewer than the minimum group answered.
 */
export function discloseTurnout({ round, minimumGroup }: Omit<Disclosing, 'mode' | 'rules'>): number | null {
  if (anonymous.ballots({ round, minimumGroup })) return null;
  const { ballots, invited } = round;
  return shownCounts({ counts: [ballots], of: invited, least: 0, most: invited })[0] ?? null;
}

/** What may be shown of one scale question. */
export function discloseScale(asked: Disclosing & { readonly question: Question }): ShownScale | Held {
  return asked.mode === 'named' ? namedScale(asked) : anonymous.scale(asked);
}

/** What may be shown of a dimension. */
export function discloseDimension(
  asked: Disclosing & { readonly questions: readonly Question[] },
): ShownDimension | Held {
  return asked.mode === 'named' ? namedDimension(asked) : anonymous.dimension(asked);
}

/** The share of people who named a dimension among their first three; `null` when not asked or held. */
export function discloseImportance(asked: Disclosing & { readonly dimension: string }): number | null {
  return asked.mode === 'named' ? namedImportance(asked) : anonymous.importance(asked);
}

/** What may be shown of one ranking. */
export function discloseRanking(
  asked: Disclosing & { readonly question: Extract<Question, { kind: 'ranking' }> },
): RankingResult['result'] {
  return asked.mode === 'named' ? namedRanking(asked) : anonymous.ranking(asked);
}

/** Where the dots fell. */
export function discloseDots(
  asked: Disclosing & { readonly question: Extract<Question, { kind: 'dots' }> },
): DotsResult {
  return asked.mode === 'named' ? namedDots(asked) : anonymous.dots(asked);
}

/** What may be shown of points given to options. */
export function discloseAllocation(
  asked: Disclosing & { readonly question: Extract<Question, { kind: 'allocation' }> },
): AllocationResult['result'] {
  return asked.mode === 'named' ? namedAllocation(asked) : anonymous.allocation(asked);
}

/** What may be shown of forced choices. */
export function disclosePairwise(
  asked: Disclosing & { readonly question: Extract<Question, { kind: 'pairwise' }> },
): PairwiseResult['result'] {
  return asked.mode === 'named' ? namedPairwise(asked) : anonymous.pairwise(asked);
}

/** Two groups over the whole sheet, where they may be told of. */
export function discloseCamps(asked: Disclosing): ShownCamps | null {
  return asked.mode === 'named' ? namedCamps(asked) : anonymous.camps(asked);
}

/** Before and after of a question that an anonymous meeting voted on again. */
export function discloseRevote(revoted: Parameters<Disclosure['revote']>[0]): ShownRevote {
  return anonymous.revote(revoted);
}

/**
 * Which groups of an anonymous wave may be shown, over all its questions and groupings at once, and why each other is
 * held. Ask once, when the round closes, with every grouping that will ever be shown.
 */
export function disclosableGroups(asked: Parameters<Disclosure['groups']>[0]): DisclosableGroups {
  return anonymous.groups(asked);
}

/**
 * What may be told of groups on a dimension, a word for each, `null` for one with too few answers to every question;
 * `'would-tell'` where the words would tell something about one person.
 */
export function wordsOfGroups(
  questions: Parameters<Disclosure['groupWords']>[0],
): ReturnType<Disclosure['groupWords']> {
  return anonymous.groupWords(questions);
}
