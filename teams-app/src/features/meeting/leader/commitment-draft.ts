import type { MeetingView } from '@plumbline/shared/contract/views';

export type Commitment = MeetingView['commitments'][number];

/** A commitment as it is typed; empty texts are not chosen yet. */
export interface CommitmentDraft {
  readonly sentence: string;
  readonly owner: string;
  readonly due: string;
  readonly evidence: string;
  readonly displaces: string;
  readonly question: string;
}

export const EMPTY_COMMITMENT: CommitmentDraft = {
  sentence: '',
  owner: '',
  due: '',
  evidence: '',
  displaces: '',
  question: '',
};

export type CommitmentField = keyof CommitmentDraft;
export type CommitmentFault = 'missing' | 'past';

/** What is wrong with a draft, by field. `today` is a calendar day, `YYYY-MM-DD`. */
export function commitmentFaults(
  draft: CommitmentDraft,
  today: string,
): Readonly<Partial<Record<CommitmentField, CommitmentFault>>> {
  return {
    ...(draft.sentence.trim() === '' ? { sentence: 'missing' as const } : {}),
    ...(draft.owner === '' ? { owner: 'missing' as const } : {}),
    ...(draft.due === '' ? { due: 'missing' as const } : draft.due < today ? { due: 'past' as const } : {}),
    ...(draft.evidence.trim() === '' ? { evidence: 'missing' as const } : {}),
  };
}

/** A commitment on the table as a draft to change. */
export function draftOfCommitment(commitment: Commitment): CommitmentDraft {
  const { sentence, owner, due, evidence, displaces, question } = commitment;
  return { sentence, owner: owner.person, due, evidence, displaces, question: question ?? '' };
}

/** Reads a draft that was kept as text; an empty one for anything else. */
export function readDraft(text: string): CommitmentDraft | null {
  if (text === '') return null;
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof kept !== 'object' || kept === null) return null;
  const known: Readonly<Record<string, unknown>> = { ...kept };
  const field = (name: CommitmentField) => (typeof known[name] === 'string' ? known[name] : '');
  return {
    sentence: field('sentence'),
    owner: field('owner'),
    due: field('due'),
    evidence: field('evidence'),
    displaces: field('displaces'),
    question: field('question'),
  };
}

/** Whether two versions of a commitment say the same. */
export function sameTerms(one: Commitment, other: Commitment | undefined): boolean {
  return other !== undefined && JSON.stringify(draftOfCommitment(one)) === JSON.stringify(draftOfCommitment(other));
}
