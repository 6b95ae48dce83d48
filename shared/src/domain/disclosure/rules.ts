/**
 * The rules that keep what is shown from pointing at one person. The product keeps every one; the attack suite leaves
 * one out at a time to prove that each is needed.
 */
export const RULES = {
  /** PV2: nothing of a round with fewer ballots than the minimum group. */
  'minimum-group': 'PV2',
  /** PV2: nothing of a question that fewer could answer. */
  'enough-answers': 'PV2',
  /** RS6: the fewer answers, the coarser. */
  grain: 'RS6',
  /** PV10: beside an answer that one person alone gave, figures are coarser. */
  'lone-answers': 'PV10',
  /** PV10: everybody on one point is shown as somebody else's answers could be. */
  unanimity: 'PV10',
  /** PV10: places that would still tell an answer are shown as their neighbours. */
  'joined-places': 'PV10',
  /** PV10: bars do not tell that one person could not say, or skipped a question. */
  'lone-silence': 'PV10',
  /** PV11: a dimension is made of what its questions show, and of nothing finer. */
  'dimensions-from-shown': 'PV11',
  /** PV12: one of a count looks like none, and all but one like all. */
  'shown-counts': 'PV12',
  /** PV12: counts whose total would tell one of them are shown one off. */
  'shown-totals': 'PV12',
  /** PV13: mean ranks in steps and never an end; agreement from what is shown. */
  'rank-steps': 'PV13',
} as const;

export type Rule = keyof typeof RULES;
export type Rules = ReadonlySet<Rule>;

const RULE_IDS: readonly Rule[] = [
  'minimum-group',
  'enough-answers',
  'grain',
  'lone-answers',
  'unanimity',
  'joined-places',
  'lone-silence',
  'dimensions-from-shown',
  'shown-counts',
  'shown-totals',
  'rank-steps',
];

/** What the product keeps. */
export const EVERY_RULE: Rules = new Set(RULE_IDS);
