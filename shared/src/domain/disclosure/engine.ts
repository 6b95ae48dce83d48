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
import { discloseAllocation } from './allocation.ts';
import { discloseCamps } from './camps.ts';
import { discloseDimension } from './dimension.ts';
import { discloseDots } from './dots.ts';
import { wordsOfGroups } from './group-words.ts';
import type { AskedOfGroups } from './group-words.ts';
import { disclosableGroups } from './groups.ts';
import type { DisclosableGroups } from './groups.ts';
import { discloseImportance } from './importance.ts';
import { heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';
import { disclosePairwise } from './pairwise.ts';
import { discloseRanking } from './ranking.ts';
import { discloseRevote } from './revote.ts';
import type { Revoted, ShownRevote } from './revote.ts';
import type { Rules } from './rules.ts';
import { discloseScale } from './scale.ts';

type Asked = Omit<Disclosing, 'rules' | 'mode'>;
type Kind<K> = Extract<Question, { kind: K }>;

/** Everything that may be shown of anonymous rounds, under some rules. */
export interface Disclosure {
  /** Holds a round that too few answered; `null` when its figures may be shown. */
  readonly ballots: (asked: Asked) => Held | null;
  readonly scale: (asked: Asked & { readonly question: Question }) => ShownScale | Held;
  readonly dimension: (asked: Asked & { readonly questions: readonly Question[] }) => ShownDimension | Held;
  readonly importance: (asked: Asked & { readonly dimension: string }) => number | null;
  readonly ranking: (asked: Asked & { readonly question: Kind<'ranking'> }) => RankingResult['result'];
  readonly allocation: (asked: Asked & { readonly question: Kind<'allocation'> }) => AllocationResult['result'];
  readonly pairwise: (asked: Asked & { readonly question: Kind<'pairwise'> }) => PairwiseResult['result'];
  readonly dots: (asked: Asked & { readonly question: Kind<'dots'> }) => DotsResult;
  readonly camps: (asked: Asked) => ShownCamps | null;
  readonly revote: (revoted: Omit<Revoted, 'rules'>) => ShownRevote;
  readonly groups: (asked: Omit<Parameters<typeof disclosableGroups>[0], 'rules'>) => DisclosableGroups;
  readonly groupWords: (questions: readonly AskedOfGroups[]) => ReturnType<typeof wordsOfGroups>;
}

/** The disclosure that keeps the rules given. The product keeps every one; only the attack suite builds another. */
export function disclosureUnder(rules: Rules): Disclosure {
  return {
    ballots: ({ round, minimumGroup }) => heldUnder({ ballots: round.ballots, minimumGroup, rules }),
    scale: (asked) => discloseScale({ ...asked, rules }),
    dimension: (asked) => discloseDimension({ ...asked, rules }),
    importance: (asked) => discloseImportance({ ...asked, rules }),
    ranking: (asked) => discloseRanking({ ...asked, rules }),
    allocation: (asked) => discloseAllocation({ ...asked, rules }),
    pairwise: (asked) => disclosePairwise({ ...asked, rules }),
    dots: (asked) => discloseDots({ ...asked, rules }),
    camps: (asked) => discloseCamps({ ...asked, rules }),
    revote: (revoted) => discloseRevote({ ...revoted, rules }),
    groups: (asked) => disclosableGroups({ ...asked, rules }),
    groupWords: (questions) => wordsOfGroups(questions, rules),
  };
}
