import { shownQuestion } from './need.ts';
import type { Evidence } from './evidence.ts';
import { allTold, atMostOneAtOrBelow, medianReaches, type Told } from './told.ts';

/** Whether coaching can begin: one stable team, and people who want it. */
export const GATES = ['intact', 'ready'] as const;
export type GateName = (typeof GATES)[number];

/** A gate, and what each of its questions tells. */
export interface Gate {
  readonly gate: GateName;
  readonly told: Told;
  /** Why it is not told: nobody was asked, or too little is shown. */
  readonly because: 'not-asked' | 'few-answers' | null;
  readonly questions: readonly {
    readonly question: string;
    readonly text: string;
    /** The mean as it is shown; `null` where none is. */
    readonly level: number | null;
    readonly median: Told;
    /** Whether no more than one person answered low; `null` where that does not matter. */
    readonly few: Told | null;
  }[];
}

/** From here on a median opens a gate. */
export const MEDIAN_NEEDED = 5;
/** An answer so low or lower says no; one person may say so on each question. */
export const LOW_ANSWER = 3;

const INTACT = ['K3'] as const;
const READY = ['K4', 'K5', 'K6'] as const;

/** Whether this is one stable team with a shared purpose. */
export function intactGate(evidence: Evidence): Gate {
  return gateOf('intact', evidence, { questions: INTACT, tolerates: false });
}

/**
 * Whether people want to learn here, give time and invest in each other. Each question is judged by itself: that it is
 * the same person who answers low on several of them is known to nobody.
 */
export function readyGate(evidence: Evidence): Gate {
  return gateOf('ready', evidence, { questions: READY, tolerates: true });
}

function gateOf(
  gate: GateName,
  { readiness }: Evidence,
  { questions: ids, tolerates }: { readonly questions: readonly string[]; readonly tolerates: boolean },
): Gate {
  if (!readiness) return { gate, told: 'not-told', because: 'not-asked', questions: [] };
  const { results } = readiness;
  const answers = { least: results.minimumGroup, most: results.ballots ?? results.invited };
  const questions = ids.map((id) => {
    const shown = shownQuestion(results, id);
    return {
      question: id,
      text: results.questions.find(({ question }) => question === id)?.text ?? '',
      level: shown?.level ?? null,
      median: shown ? medianReaches(shown, MEDIAN_NEEDED, answers) : ('not-told' as const),
      few: tolerates ? (shown ? atMostOneAtOrBelow(shown, LOW_ANSWER, answers) : ('not-told' as const)) : null,
    };
  });
  const told = allTold(questions.flatMap(({ median, few }) => [median, ...(few === null ? [] : [few])]));
  return { gate, told, because: told === 'not-told' ? 'few-answers' : null, questions };
}
