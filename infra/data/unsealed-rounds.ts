import type { Meeting } from '@plumbline/shared/domain/meeting/meeting';
import type { RoundId } from '@plumbline/shared/kernel/ids';
import { records } from '@plumbline/shared/records/kinds';
import { decode } from '@plumbline/shared/records/record';
import { pagesOf, type Source } from './contents.ts';

/** A round whose answers still lie under tags. */
export interface UnsealedRound {
  readonly id: RoundId;
  /** Whether people can answer it now. */
  readonly isOpen: boolean;
  readonly mode: 'anonymous' | 'named';
}

/** The rounds of every meeting and pulse that is open, or closed and not sealed yet: those that a key belongs to. */
export async function unsealedRounds(source: Source): Promise<readonly UnsealedRound[]> {
  const found: UnsealedRound[] = [];
  for await (const page of pagesOf(source, 'core')) {
    for (const { document } of page.documents) {
      if (document.id === 'meeting') found.push(...roundsOf(decode(records.meeting, document)));
    }
  }
  return found;
}

function roundsOf(meeting: Meeting): readonly UnsealedRound[] {
  if (meeting.status === 'draft' || (meeting.status === 'closed' && meeting.sealed)) return [];
  const { mode } = meeting.terms;
  return meeting.rounds.map((round) => ({ id: round.id, isOpen: round.state.status === 'open', mode }));
}
