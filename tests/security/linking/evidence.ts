import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import { records } from '@plumbline/shared/records/kinds';
import { encode } from '@plumbline/shared/records/record';

/** A document as a thief finds it. */
export interface Paper {
  readonly container: string;
  readonly partition: string;
  readonly id: string;
  readonly etag: string;
  readonly body: string;
  /** What Cosmos DB adds, with the place in its feed of changes; SQLite adds nothing. */
  readonly engine: EngineFacts | null;
}

interface EngineFacts {
  /** The second of the write. */
  readonly ts: number;
  readonly rid: string;
  readonly etag: string;
  readonly write: number;
}

/** Something that the service said at some moment: an answer to a call, a frame of the live stream, a line of the log. */
export interface Told {
  readonly kind: 'reply' | 'frame' | 'line';
  /** To whom; `null` where it tells of nobody. */
  readonly who: string | null;
  readonly at: number;
  /** Without answers: what shows people their own ballot shows it to nobody else. */
  readonly text: string;
}

/** What somebody in the room saw: this person was busy with their phone then. */
export interface Busy {
  readonly person: string;
  readonly at: number;
}

/** Everything that an attacker has, who was in the room, heard the stream, and took the whole store after the meeting. */
export interface Evidence {
  readonly tenant: string;
  readonly papers: readonly Paper[];
  /** The bytes of the files, where the store is files of this machine. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Round keys by round, as they lay there after the meeting. */
  readonly keys: ReadonlyMap<string, Buffer>;
  /** Round keys that were copied while the meeting was open: more than what is promised grants. */
  readonly stolenKeys: ReadonlyMap<string, Buffer>;
  readonly told: readonly Told[];
  /** Everybody who was asked. */
  readonly asked: readonly string[];
  /** By round: everybody who sent a ballot, in the order of the last time that they sent it. */
  readonly sent: ReadonlyMap<string, readonly Busy[]>;
  /** By round: everybody who was busy, those who sent and those who sent nothing. */
  readonly busy: ReadonlyMap<string, readonly Busy[]>;
}

/** The ballots of a round, in the order in which the store was gone through. */
export function ballotsOf(papers: readonly Paper[], round: string): readonly Paper[] {
  return papers.filter(
    ({ container, partition, id }) =>
      container === 'ballots' && partition.includes(`|r|${round}|`) && (id.startsWith('b|') || id.startsWith('s|')),
  );
}

/** Answers as a ballot has them, as JSON. */
export function keptAnswers(answers: Answers): string {
  return answersIn({ body: JSON.stringify(encode(records.sealedBallot, { answers })) });
}

/** The answers in a ballot, as JSON. */
export function answersIn({ body }: Pick<Paper, 'body'>): string {
  return JSON.stringify((JSON.parse(body) as { readonly answers?: unknown }).answers);
}
