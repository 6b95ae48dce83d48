import type { InputOf, Operation, OutputOf, ParamsOf } from '../contract/operation.ts';
import type { OperationError } from '../contract/problem-kinds.ts';
import type { ContractWords } from '../domain/coaching/contract.ts';
import type { AskingWords } from '../domain/meeting/open-meeting.ts';
import type { Id, IdKind, PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Language } from '../kernel/languages.ts';
import type { Random } from '../kernel/random.ts';
import type { Result } from '../kernel/result.ts';
import type { Directory } from './ports/directory.ts';
import type { DocumentStore } from './ports/document-store.ts';
import type { Recount } from './ports/recount.ts';
import type { RoundKeys } from './ports/round-keys.ts';
import type { Recent } from './recent.ts';

/** Who calls, as the identity provider says. */
export interface Actor {
  readonly tenant: string;
  readonly person: PersonId;
  readonly name: string;
  /** Whether the identity provider says that the person administers the organisation; nothing that is stored says so. */
  readonly administers: boolean;
}

/** Everything outside that the product runs on. */
export interface Engines {
  readonly store: DocumentStore;
  /** What of the store is still in memory. */
  readonly recent: Recent;
  readonly roundKeys: RoundKeys;
  /** The service's time. */
  readonly now: () => Instant;
  /** Cryptographically secure: the order and the ids of unlinkable answers come from it. */
  readonly random: Random;
  /** An id that is the same for the same parts and cannot be guessed without them (a keyed or cryptographic hash). */
  readonly idFrom: <K extends IdKind>(kind: K, parts: readonly string[]) => Id<K>;
  readonly words: AskingWords;
  /** What a coaching contract says until its coach says otherwise. */
  readonly contractWords: (language: Language) => ContractWords;
  /** For how many months an organisation keeps closed meetings; `null`: until somebody deletes them. */
  readonly keptMonths: (tenant: string) => number | null;
  /** Which version of the service runs. */
  readonly version: string;
}

/** Everything outside that a use case may ask for. */
export interface Ports extends Engines {
  /** Asks for a count of a round's ballots soon, once for however many came; a count that is lost is made up for later. */
  readonly recount: (recount: Recount) => void;
  /** The organisation's directory as whoever calls sees it; left out at doors that have no token of that person. */
  readonly directory?: Directory;
  /** Tells whoever runs the service of a fault that is not to stop the person who called. */
  readonly tellFault: (fault: unknown) => void;
}

/** One call of an operation, already authenticated and parsed. */
export interface Call<O extends Operation> {
  readonly actor: Actor;
  readonly params: ParamsOf<O>;
  readonly input: InputOf<O>;
  /** The revision that the caller saw; never `null` where the operation requires one. */
  readonly ifMatch: string | null;
  /** The caller's idempotency key; never `null` where the operation creates something. */
  readonly key: string | null;
  /** What the caller reads; words of ours that are kept as they were said first are in it. */
  readonly language: Language;
}

/** What an operation answers. `revision` is that of the thing itself, `null` where it has none; the door makes the ETag. */
export interface Reply<O extends Operation> {
  readonly output: OutputOf<O>;
  readonly revision: string | null;
}

export type UseCase<O extends Operation> = (ports: Ports, call: Call<O>) => Promise<Result<Reply<O>, OperationError>>;
