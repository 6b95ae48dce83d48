import type { MeetingId, RoundId } from '../../kernel/ids.ts';

/** A round whose ballots became more or fewer. */
export interface Recount {
  readonly tenant: string;
  readonly meeting: MeetingId;
  readonly round: RoundId;
  readonly to: 'more' | 'fewer';
}
