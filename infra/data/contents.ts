import { createHash } from 'node:crypto';
import type { Container, DocumentStore, ScannedDocument } from '@plumbline/shared/application/ports/document-store';
import type { Json } from '@plumbline/shared/kernel/json';

export const CONTAINERS = ['core', 'teams', 'ballots', 'private'] as const satisfies readonly Container[];

/** What can be gone through: a store, or a database file that is only looked at. */
export type Source = Pick<DocumentStore, 'scan'>;

/** What is in one container. */
export interface Holding {
  /** How many documents are there for good. */
  readonly documents: number;
  /** How many end by themselves; they are not in the sum, which would change while nothing happens. */
  readonly passing: number;
  /** The sum modulo 2^256 of the SHA-256 of every lasting document, in hexadecimal: the same in whatever order. */
  readonly sha256: string;
}

/** What is in a store, by container. Etags are no part of it: another engine gives its own. */
export type Contents = Readonly<Record<Container, Holding>>;

const PAGE = 200;

/** Counts and sums up everything in a store that nobody writes to; `tell` is given the number of documents seen so far. */
export async function contentsOf(source: Source, tell: (seen: number) => void = () => undefined): Promise<Contents> {
  let seen = 0;
  const holding = async (container: Container): Promise<Holding> => {
    let [documents, passing, sum] = [0, 0, 0n];
    for await (const page of pagesOf(source, container)) {
      for (const one of page.documents) {
        if (one.secondsLeft === null) {
          documents += 1;
          sum = BigInt.asUintN(256, sum + fingerprint(one));
        } else passing += 1;
      }
      seen += page.documents.length;
      tell(seen);
    }
    return { documents, passing, sha256: sum.toString(16).padStart(64, '0') };
  };
  return {
    core: await holding('core'),
    teams: await holding('teams'),
    ballots: await holding('ballots'),
    private: await holding('private'),
  };
}

/** The pages of a container, from a place on. */
export async function* pagesOf(source: Source, container: Container, from: string | null = null) {
  let after = from;
  do {
    const page = await source.scan(container, { after, limit: PAGE });
    yield page;
    after = page.next;
  } while (after !== null);
}

/** How many documents there are, with those that end by themselves. */
export function totalOf(contents: Contents): number {
  return CONTAINERS.reduce(
    (total, container) => total + contents[container].documents + contents[container].passing,
    0,
  );
}

/** The containers in which two stores hold something else, apart from what ends by itself. */
export function differences(left: Contents, right: Contents): readonly Container[] {
  return CONTAINERS.filter(
    (container) =>
      left[container].documents !== right[container].documents || left[container].sha256 !== right[container].sha256,
  );
}

function fingerprint({ place, document }: ScannedDocument): bigint {
  const text = JSON.stringify([place.partition, document.id, document.schema, canonical(document.body)]);
  return BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
}

/** The same value with the keys of every object in one order: engines need not keep that of the writer. */
function canonical(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => canonical(one));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, canonical(one)]));
}
