import type { FigureSource } from '../../figures/figure.ts';
import type { FileMeeting, FileResults } from '../../figures/results-file/source.ts';
import type { ShownCommitment } from '../../figures/commitments.ts';
import type { ClosedMeeting } from '../../figures/trend.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Provenance } from '../exhibit.ts';

export type ShownRating = NonNullable<FileResults['rating']>;

/** One closed meeting or pulse of a team as it may be compared with others. */
export interface DocumentWave extends ClosedMeeting {
  readonly meeting: string;
}

/** What one person is shown of a team. */
export interface DocumentTeam {
  /** Oldest first. */
  readonly trend: readonly DocumentWave[];
  readonly commitments: readonly { readonly id: string; readonly status: NonNullable<ShownCommitment['status']> }[];
}

/** What the same person is shown of one of its meetings. */
export interface DocumentMeeting extends Omit<FileMeeting, 'commitments'> {
  readonly id: string;
  readonly team: FileMeeting['team'] & { readonly id: string };
  readonly openedAt: Instant | null;
  readonly sealed: boolean;
  readonly topics: readonly {
    readonly question: string;
    readonly text: string;
    readonly step: string;
    readonly change: string;
  }[];
  readonly message: string | null;
  readonly commitments: readonly {
    readonly id: string;
    readonly sentence: string;
    readonly owner: { readonly name: string };
    readonly due: string;
    readonly displaces: string;
    readonly question: string | null;
  }[];
  readonly lastTime: readonly {
    readonly commitment: {
      readonly sentence: string;
      readonly owner: { readonly name: string };
      readonly due: string;
      readonly status: NonNullable<ShownCommitment['status']>;
      readonly question: { readonly text: string } | null;
    };
    readonly moved: ShownCommitment['moved'];
  }[];
}

/** What a document is made of: what one person is shown, and nothing else. */
export interface DocumentSource {
  readonly team: DocumentTeam;
  readonly meeting: DocumentMeeting;
  /** `null` before there are any that the person may look at. */
  readonly results: FileResults | null;
}

/** Where the numbers of a meeting's figures come from. */
export function figureSourceOf({ meeting, results }: DocumentSource): FigureSource {
  const rating = results?.rating ?? null;
  return {
    team: meeting.team.name,
    meeting: meeting.composition.title,
    answered: rating?.ballots ?? null,
    invited: rating?.invited ?? meeting.leaders,
    minimumGroup: rating?.minimumGroup ?? meeting.minimumGroup,
    mode: meeting.mode,
    date: meeting.closedAt ?? meeting.openedAt ?? 0,
  };
}

/** What an exhibit says of where it comes from. */
export function provenanceOf(source: DocumentSource): Provenance {
  const { team, meeting, answered, invited, minimumGroup } = figureSourceOf(source);
  const { revision, closedAt } = source.meeting;
  const ids = { team: source.meeting.team.id, meeting: source.meeting.id };
  return { ids, team, meeting, revision, closedAt, answered, invited, minimumGroup };
}

/** The meetings up to this one, oldest first; later ones are no part of what it says. */
export function wavesUpTo({ team, meeting }: DocumentSource): readonly DocumentWave[] {
  const { closedAt } = meeting;
  return closedAt === null ? [] : team.trend.filter((wave) => wave.meeting === meeting.id || wave.closedAt < closedAt);
}
