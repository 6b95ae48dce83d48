import type { Instant } from '../../kernel/instant.ts';
import type { Asks } from '../meeting/meeting.ts';
import type { NotOpenedBecause } from '../meeting/planned-opening.ts';
import type { CommitmentId, MeetingId, TeamId } from '../../kernel/ids.ts';

interface OfTeam {
  readonly team: TeamId;
  readonly teamName: string;
}

interface OfMeeting extends OfTeam {
  readonly meeting: MeetingId;
  readonly title: string;
  readonly format: 'meeting' | 'pulse';
}

/**
 * One thing that the bot says unasked. It says what waits for the receiver: no result, nobody else's name, and nothing of
 * what others did or did not do.
 */
export type Nudge =
  /** A meeting or pulse asks for the receiver's answers. Goes to everybody who is asked, also to whoever has answered. */
  | (OfMeeting & { readonly kind: 'invitation'; readonly closesAt: Instant | null })
  /** The same, again. The only one that depends on whether somebody has answered. */
  | (OfMeeting & { readonly kind: 'reminder'; readonly closesAt: Instant | null })
  | (OfTeam & {
      readonly kind: 'check-in';
      readonly commitment: CommitmentId;
      readonly sentence: string;
      readonly due: string;
      readonly isDue: boolean;
    })
  /** A meeting or pulse has closed, and what came of it can be seen. */
  | (OfMeeting & { readonly kind: 'digest'; readonly asks: Asks; readonly closedAt: Instant })
  /** A contract waits for the receiver's yes. */
  | (OfTeam & { readonly kind: 'contract'; readonly version: number })
  /** What the receiver planned did not open at its moment. Whoever may plan it no more is not told what it is. */
  | (OfMeeting & { readonly kind: 'not-opened'; readonly because: Exclude<NotOpenedBecause, 'not-yours'> })
  | { readonly kind: 'not-yours-to-open'; readonly meeting: MeetingId }
  /** It is time that the team is asked again; for its coaches. */
  | (OfTeam & { readonly kind: 'measure'; readonly why: 'intervention' | 'three-months'; readonly day: string });

/** A nudge, and when it can be sent. */
export interface Due {
  /** The same for the same nudge to the same person, and for no other. */
  readonly key: string;
  readonly nudge: Nudge;
  /** Not before. */
  readonly from: Instant;
  /** Not from then on; `null`: until it is no fact any more. */
  readonly until: Instant | null;
}
