import type { Scope } from '../team/team.ts';
import type { Occasion } from './engagement.ts';
import { MEASURES, type Evidence, type Measure } from './evidence.ts';
import { intactGate, LOW_ANSWER, MEDIAN_NEEDED, readyGate, type Gate, type GateName } from './gates.ts';
import { alignmentNeed, coachingNeed, type DimensionGap, type Need } from './need.ts';
import type { Told } from './told.ts';

export const OUTCOMES = [
  'insufficient-evidence',
  'both',
  'team-coaching',
  'alignment',
  'alignment-and-readiness-talk',
  'not-yet',
  'coaching-toward-purpose',
  'neither-now',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Conventions of this product, not calibrated on anything: this is the one place that sets them. */
export const CUT_OFFS = {
  high: 0.4,
  near: 0.3,
  answered: 0.7,
  median: MEDIAN_NEEDED,
  low: LOW_ANSWER,
} as const;

/** What is asked about a team, in the order in which it is told. */
export const CLAUSES = [
  'enough-answers',
  'leads-organisation',
  'alignment-high',
  'alignment-near',
  'coaching-high',
  'intact',
  'ready',
  'occasion',
] as const;
export type ClauseName = (typeof CLAUSES)[number];

/** One clause: whether it is so, its figure and limit where it has one, and whether the rule that won rests on it. */
export interface Clause {
  readonly clause: ClauseName;
  readonly told: Told;
  readonly fired: boolean;
  /** From least to most where not everything was measured. */
  readonly figure: { readonly least: number; readonly most: number } | null;
  readonly limit: number | null;
}

/** How many answered one measure. */
export interface Turnout {
  readonly measure: Measure;
  /** `null` while it is under the minimum group. */
  readonly ballots: number | null;
  readonly invited: number;
  readonly isEnough: boolean;
}

export interface Recommendation {
  readonly outcome: Outcome;
  /** The rule that won, 1 to 8: the first that matched. */
  readonly rule: number;
  readonly clauses: readonly Clause[];
  readonly gates: readonly Gate[];
  /** Gates in the way of coaching where it may be needed: shut, or not told to be open. */
  readonly failed: readonly GateName[];
  /** Where both are recommended: what alignment comes first for, the largest gap first. */
  readonly first: readonly DimensionGap[];
  readonly alignment: Need;
  readonly coaching: Need;
  readonly turnout: readonly Turnout[];
  /** What was not asked yet and could make a difference. */
  readonly missing: readonly Measure[];
}

/** What is known of a team beside its answers. */
export interface AboutTeam {
  readonly scope: Scope;
  /** `null` where there is no engagement to say it. */
  readonly occasion: Occasion | null;
}

/** Alignment comes first where a gap of these is high. */
const FOUNDATIONS: readonly string[] = ['vision', 'goals', 'priorities', 'roles'];

interface Verdict {
  readonly rule: number;
  readonly outcome: Outcome;
  readonly restsOn: readonly ClauseName[];
}

const VERDICTS = {
  insufficient: { rule: 1, outcome: 'insufficient-evidence', restsOn: ['enough-answers'] },
  both: {
    rule: 2,
    outcome: 'both',
    restsOn: ['leads-organisation', 'alignment-high', 'coaching-high', 'intact', 'ready'],
  },
  coaching: { rule: 3, outcome: 'team-coaching', restsOn: ['coaching-high', 'intact', 'ready'] },
  alignment: { rule: 4, outcome: 'alignment', restsOn: ['leads-organisation', 'alignment-high'] },
  talk: {
    rule: 5,
    outcome: 'alignment-and-readiness-talk',
    restsOn: ['leads-organisation', 'alignment-near', 'coaching-high'],
  },
  notYet: { rule: 5, outcome: 'not-yet', restsOn: ['coaching-high'] },
  purpose: { rule: 6, outcome: 'coaching-toward-purpose', restsOn: ['alignment-high', 'intact', 'ready'] },
  occasion: { rule: 7, outcome: 'alignment', restsOn: ['leads-organisation', 'occasion'] },
  neither: { rule: 8, outcome: 'neither-now', restsOn: [] },
} as const satisfies Record<string, Verdict>;

/**
 * Which programme a team needs. It is worked out from shown results, the team's scope and the occasion, and from nothing
 * else, so that it tells nothing that they do not. A gate that is not told to be open counts as shut. Where something was
 * not measured, it is recommended only what would be the same whatever that had come to.
 */
export function recommend(evidence: Evidence, { scope, occasion }: AboutTeam): Recommendation {
  const [alignment, coaching] = [alignmentNeed(evidence), coachingNeed(evidence)];
  const gates = [intactGate(evidence), readyGate(evidence)];
  const turnout = turnoutOf(evidence);
  const facts: Facts = {
    leads: scope !== 'team',
    isOpen: gates.every(({ told }) => told === 'yes'),
    hasOccasion: occasion !== null && occasion !== 'none',
  };
  const possible = new Set(
    valuesIn(alignment).flatMap((a) => valuesIn(coaching).map((t) => verdictFor(facts, { alignment: a, coaching: t }))),
  );
  const isEnough = turnout.every((one) => one.isEnough);
  const [first = VERDICTS.insufficient] = possible;
  const verdict: Verdict = isEnough && possible.size === 1 ? first : VERDICTS.insufficient;
  return {
    outcome: verdict.outcome,
    rule: verdict.rule,
    clauses: clausesOf({ alignment, coaching, gates, facts, turnout, verdict }),
    gates,
    failed: coaching.most >= CUT_OFFS.high ? gates.filter(({ told }) => told !== 'yes').map(({ gate }) => gate) : [],
    first: verdict.rule === VERDICTS.both.rule ? foundationsIn(alignment) : [],
    alignment,
    coaching,
    turnout,
    missing: verdict.rule === VERDICTS.insufficient.rule ? MEASURES.filter((measure) => !evidence[measure]) : [],
  };
}

interface Facts {
  readonly leads: boolean;
  readonly isOpen: boolean;
  readonly hasOccasion: boolean;
}

/** The first rule that matches, once everything is measured. */
function verdictFor(
  { leads, isOpen, hasOccasion }: Facts,
  { alignment, coaching }: { readonly alignment: number; readonly coaching: number },
): Verdict {
  const isHigh = { alignment: alignment >= CUT_OFFS.high, coaching: coaching >= CUT_OFFS.high };
  if (leads && isHigh.alignment && isHigh.coaching && isOpen) return VERDICTS.both;
  if (isHigh.coaching && isOpen) return VERDICTS.coaching;
  if (leads && isHigh.alignment) return VERDICTS.alignment;
  if (isHigh.coaching) return leads && alignment >= CUT_OFFS.near ? VERDICTS.talk : VERDICTS.notYet;
  if (isHigh.alignment && isOpen) return VERDICTS.purpose;
  if (leads && hasOccasion) return VERDICTS.occasion;
  return VERDICTS.neither;
}

/** What a need may be, one value for each way in which it can be decided. */
function valuesIn({ least, most }: Need): readonly number[] {
  const limits = [CUT_OFFS.near, CUT_OFFS.high].filter((limit) => limit > least && limit < most);
  return [least, ...limits, most];
}

function turnoutOf(evidence: Evidence): readonly Turnout[] {
  return MEASURES.flatMap((measure) => {
    const results = evidence[measure]?.results;
    if (!results) return [];
    const { ballots, invited } = results;
    return [{ measure, ballots, invited, isEnough: ballots !== null && ballots >= CUT_OFFS.answered * invited }];
  });
}

function foundationsIn({ gaps }: Need): readonly DimensionGap[] {
  const high = gaps.filter(({ dimension, gap }) => FOUNDATIONS.includes(dimension) && gap >= CUT_OFFS.high);
  return [...high].sort((a, b) => b.gap - a.gap);
}

function clausesOf({
  alignment,
  coaching,
  gates,
  facts,
  turnout,
  verdict,
}: Pick<Recommendation, 'alignment' | 'coaching' | 'gates' | 'turnout'> & {
  readonly facts: Facts;
  readonly verdict: Verdict;
}): readonly Clause[] {
  const shares = turnout.map(({ ballots, invited }) => (ballots ?? 0) / invited);
  const lowest = Math.min(...shares);
  const figures: Readonly<Record<ClauseName, Omit<Clause, 'clause' | 'fired'>>> = {
    'enough-answers': {
      told: enoughTold(turnout, verdict),
      figure: turnout.some(({ ballots }) => ballots === null) || turnout.length === 0 ? null : exactly(lowest),
      limit: CUT_OFFS.answered,
    },
    'leads-organisation': { told: isSo(facts.leads), figure: null, limit: null },
    'alignment-high': reaches(alignment, CUT_OFFS.high),
    'alignment-near': reaches(alignment, CUT_OFFS.near),
    'coaching-high': reaches(coaching, CUT_OFFS.high),
    intact: { told: toldOf(gates, 'intact'), figure: null, limit: CUT_OFFS.median },
    ready: { told: toldOf(gates, 'ready'), figure: null, limit: CUT_OFFS.median },
    occasion: { told: isSo(facts.hasOccasion), figure: null, limit: null },
  };
  return CLAUSES.map((clause) => ({ clause, ...figures[clause], fired: verdict.restsOn.includes(clause) }));
}

/** Everything that was asked was answered by enough, and nothing is missing that could make a difference. */
function enoughTold(turnout: readonly Turnout[], verdict: Verdict): Told {
  if (turnout.some(({ isEnough }) => !isEnough)) return 'no';
  return verdict.rule === VERDICTS.insufficient.rule ? 'not-told' : 'yes';
}

function reaches({ least, most }: Need, limit: number): Omit<Clause, 'clause' | 'fired'> {
  const told = least >= limit ? 'yes' : most < limit ? 'no' : 'not-told';
  return { told, figure: { least, most }, limit };
}

function toldOf(gates: readonly Gate[], name: GateName): Told {
  return gates.find(({ gate }) => gate === name)?.told ?? 'not-told';
}

function isSo(is: boolean): Told {
  return is ? 'yes' : 'no';
}

function exactly(value: number): { readonly least: number; readonly most: number } {
  const share = Math.floor(value * 100) / 100;
  return { least: share, most: share };
}
