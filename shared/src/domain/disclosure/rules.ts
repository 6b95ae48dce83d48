/**
 * The rules that keep what is shown from pointing at one person. The product keeps every one; the attack suite leaves
 * one out at a time to prove that each is needed.
 */
export const RULES = {
  /** PV2: nothing of a round with fewer ballots than the minimum group. */
  'minimum-group': 'PV2',
  /** PV2: nothing of a question that fewer could answer. */
  'enough-answers': 'PV2',
  /** PV10: beside an answer that one person alone gave, figures are coarser. */
  'lone-answers': 'PV10',
  /** PV10: everybody on one point is shown as somebody else's answers could be. */
  unanimity: 'PV10',
  /** PV10: places that would still tell an answer are shown as their neighbours. */
  'joined-places': 'PV10',
  /** PV10: nothing tells that exactly one person could not say, or skipped a question. */
  'lone-silence': 'PV10',
  /** PV11: a dimension is made of what its questions show, and of nothing finer. */
  'dimensions-from-shown': 'PV11',
  /** PV12: one of a count looks like none, and all but one like all. */
  'shown-counts': 'PV12',
  /** PV12: counts whose total would tell one of them are shown one off. */
  'shown-totals': 'PV12',
  /** PV13: mean ranks in steps and never an end; agreement from what is shown. */
  'rank-steps': 'PV13',
  /** PV16: of a pair, shares in steps that tell neither one person nor all. */
  'choice-steps': 'PV16',
  /** PV16: a pair that fewer decided counts as not asked. */
  'choices-of-few': 'PV16',
  /** PV17: means of points in steps, and nothing else of an option. */
  'point-steps': 'PV17',
  /** PV17: points in common in steps, and never all of them. */
  'common-steps': 'PV17',
  /** PV3: a re-vote shows something new when two people or more changed their answer. */
  'revote-two': 'PV3',
  /** PV14: what a re-vote came to is shown without bars or exact figures. */
  'revote-shared': 'PV14',
  /** PV14: and not where two changes would be told. */
  'revote-unsolved': 'PV14',
  /** PV15: nothing follows about a few people by adding and subtracting shown groups; a small one is the simplest case. */
  'cut-overlaps': 'PV15',
  /** PV15: numbers of people of shown groups leave those of held ones open. */
  'cut-counts': 'PV15',
  /** PV4: two groups are told of where each is a minimum group. */
  'camp-sizes': 'PV4',
  /** CU4: words of groups on a dimension are left out where they would tell an answer beside the whole's. */
  'group-words': 'CU4',
} as const;

export type Rule = keyof typeof RULES;
export type Rules = ReadonlySet<Rule>;

/** All of them, in the order of their numbers. */
export const RULE_IDS: readonly Rule[] = [
  'minimum-group',
  'enough-answers',
  'lone-answers',
  'unanimity',
  'joined-places',
  'lone-silence',
  'dimensions-from-shown',
  'shown-counts',
  'shown-totals',
  'rank-steps',
  'choice-steps',
  'choices-of-few',
  'point-steps',
  'common-steps',
  'revote-two',
  'revote-shared',
  'revote-unsolved',
  'cut-overlaps',
  'cut-counts',
  'camp-sizes',
  'group-words',
];

/** What the product keeps. */
export const EVERY_RULE: Rules = new Set(RULE_IDS);
