import { createHash } from 'node:crypto';
import type { DocumentStore, WriteOperation } from '@plumbline/shared/application/ports/document-store';
import { answersIn, ballotsOf, type Evidence, type Paper } from './evidence.ts';
import type { Between } from './room.ts';

/*
 * What Plumbline would do if one defence were missing. Where the defence is a step of sealing, something stands between the
 * real program and its store or keys; where it is that something is never written, the weaker program's writing is put
 * into what the thief finds.
 */

/** Leaves round keys where they are. */
export const KEEPS_KEYS: Between = { keys: (keys) => ({ ...keys, destroy: () => Promise.resolve() }) };

/** Overwrites nothing that was deleted. */
export const DOES_NOT_SCRUB: Between = { store: (store) => ({ ...store, scrub: () => Promise.resolve() }) };

/** Gives sealed ballots their tags as ids. */
export const KEEPS_IDS: Between = {
  store: changingPairs((pairs) => pairs.map(([gone, made]) => [gone, renamed(made, `s|${gone.id.slice(2)}`)])),
};

/** Rewrites ballots in the order of their tags. */
export const DOES_NOT_SHUFFLE: Between = {
  store: changingPairs((pairs) => [...pairs].sort(([a], [b]) => (a.id < b.id ? -1 : 1))),
};

/** Leaves ballots as they were cast. */
export const DOES_NOT_REWRITE: Between = { store: changingPairs(() => []) };

/** Several of these at once. */
export function together(...some: readonly Between[]): Between {
  return {
    store: (store, now) => some.reduce((inner, one) => one.store?.(inner, now) ?? inner, store),
    keys: (keys) => some.reduce((inner, one) => one.keys?.(inner) ?? inner, keys),
  };
}

/** Keeps something with each sealed ballot, given who cast it; who that was is looked up in the truth. */
export function keepingBeside(
  evidence: Evidence,
  round: string,
  { authors, of }: { readonly authors: ReadonlyMap<string, string>; readonly of: (person: string) => object },
): Evidence {
  return withBallots(evidence, round, (ballot) => {
    const body = { ...(JSON.parse(ballot.body) as object), ...of(authors.get(answersIn(ballot)) ?? '') };
    return { ...ballot, body: JSON.stringify(body) };
  });
}

/** Gives each sealed ballot the etag that it had when it was cast. */
export function keepingEtags(evidence: Evidence, round: string, etagBefore: ReadonlyMap<string, string>): Evidence {
  return withBallots(evidence, round, (ballot) => ({ ...ballot, etag: etagBefore.get(answersIn(ballot)) ?? '' }));
}

/** Remembers a casting for its idempotency key by who sent it and a digest of what was sent. */
export function rememberingCalls(evidence: Evidence, truth: ReadonlyMap<string, string>): Evidence {
  const entries = [...truth].map(([person, answers], at) =>
    paper(`idem|${at}`, { person, fingerprint: createHash('sha256').update(answers).digest('hex') }),
  );
  return { ...evidence, papers: [...evidence.papers, ...entries] };
}

/** Writes down who answered, and in which minute. */
export function auditingBallots(evidence: Evidence, round: string): Evidence {
  const entries = (evidence.sent.get(round) ?? []).map(({ person, at }, nth) =>
    paper(`audit|${nth}`, { act: 'castBallot', by: person, at: at - (at % 60_000) }),
  );
  return { ...evidence, papers: [...evidence.papers, ...entries] };
}

/** Tells the live stream of every ballot. */
export function countingEach(evidence: Evidence, round: string): Evidence {
  const frames = (evidence.sent.get(round) ?? []).map(({ at }) => ({
    kind: 'frame' as const,
    who: null,
    at,
    text: 'meeting',
  }));
  return { ...evidence, told: [...evidence.told, ...frames] };
}

/** Numbers documents as they are written, and uses the number as etag. */
export function countingEtags(evidence: Evidence, written: readonly string[]): Evidence {
  const number = new Map(written.map((id, at) => [id, String(at).padStart(9, '0')]));
  return {
    ...evidence,
    papers: evidence.papers.map((one) => ({ ...one, etag: number.get(one.id) ?? one.etag })),
  };
}

type Gone = Extract<WriteOperation, { readonly type: 'delete' }>;
type Made = Extract<WriteOperation, { readonly type: 'create' }>;
type Pair = readonly [Gone, Made];

/** Changes the batches in which sealing puts ballots anew in place of those that were cast. */
function changingPairs(change: (pairs: readonly Pair[]) => readonly Pair[]): (store: DocumentStore) => DocumentStore {
  return (store) => ({
    ...store,
    async batch(place, operations) {
      const pairs = pairsIn(operations);
      if (place.container !== 'ballots' || pairs.length === 0) return store.batch(place, operations);
      const done = await store.batch(place, change(pairs).flat());
      // The service only asks whether it was done.
      return done.ok ? { ok: true, value: operations.map(() => null) } : done;
    },
  });
}

function pairsIn(operations: readonly WriteOperation[]): readonly Pair[] {
  return operations.flatMap((gone, at): readonly Pair[] => {
    const made = operations[at + 1];
    const isPair = gone.type === 'delete' && made?.type === 'create' && made.document.id.startsWith('s|');
    return isPair ? [[gone, made]] : [];
  });
}

function renamed(made: Made, id: string): Made {
  return { ...made, document: { ...made.document, id } };
}

function withBallots(evidence: Evidence, round: string, change: (ballot: Paper) => Paper): Evidence {
  const ballots = new Set(ballotsOf(evidence.papers, round));
  return { ...evidence, papers: evidence.papers.map((one) => (ballots.has(one) ? change(one) : one)) };
}

function paper(id: string, body: object): Paper {
  return { container: 'core', partition: 'elsewhere', id, etag: '', body: JSON.stringify(body), engine: null };
}
