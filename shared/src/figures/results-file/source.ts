import type { Answers } from '../../domain/ballot/ballot.ts';
import type { Question } from '../../domain/instrument/question.ts';
import type { Mode } from '../../domain/meeting/meeting.ts';
import type {
  DotsResult,
  MeanResult,
  PerceptionResult,
  RatingResults,
  RevoteResult,
} from '../../domain/results/shown.ts';
import type { Instant } from '../../kernel/instant.ts';

/** The purpose of a round. */
export type FilePurpose = 'rating' | 'prediction' | 'dots' | 're-vote' | 'support' | 'marks' | 'worth';

/** What one person is shown of a meeting's results: nothing else gets into the file. */
export interface FileResults {
  readonly depth: 'full' | 'dimensions';
  readonly rating: RatingResults | null;
  readonly predictions: readonly PerceptionResult[] | null;
  readonly dots: DotsResult | null;
  readonly revotes: readonly RevoteResult[];
  readonly support: readonly { readonly commitment: string; readonly result: MeanResult }[];
  readonly marks: MeanResult | null;
  readonly worth: MeanResult | null;
  readonly named: readonly {
    readonly round: string;
    readonly purpose: FilePurpose;
    readonly answers: readonly { readonly name: string; readonly answers: Answers }[];
  }[];
}

/** What the same person sees of the meeting, as far as a file says where its numbers come from. */
export interface FileMeeting {
  readonly team: { readonly name: string; readonly organisation: string };
  readonly format: 'meeting' | 'pulse';
  readonly mode: Mode;
  readonly composition: { readonly title: string };
  readonly closedAt: Instant | null;
  readonly revision: number;
  readonly minimumGroup: number;
  readonly leaders: number;
  readonly rounds: readonly {
    readonly id: string;
    readonly purpose: FilePurpose;
    readonly questions: readonly Question[];
  }[];
  readonly commitments: readonly { readonly id: string; readonly sentence: string }[];
}

/** What a file is made of. */
export interface FileSource {
  readonly meeting: FileMeeting;
  readonly results: FileResults;
}
