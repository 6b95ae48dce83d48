import {
  STORE_LIMITS,
  type DocumentStore,
  type ScannedDocument,
  type WriteOperation,
} from '@plumbline/shared/application/ports/document-store';
import { assert } from '@plumbline/shared/kernel/assert';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { CONTAINERS, contentsOf, differences, pagesOf, totalOf, type Contents } from './contents.ts';
import type { MoveProgress, ProgressFile } from './move-progress.ts';

/** A store at either end of a move, under the name that the operator gave. */
export interface End {
  readonly name: string;
  readonly store: DocumentStore;
}

export interface MoveOrder {
  readonly from: End;
  readonly to: End;
  readonly progress: ProgressFile;
  /** Keeps services out of the target, also when the move is cut short, until the returned function is called. */
  readonly hold: () => () => void;
  /** Told what is going on: the step, how many documents are done, and of how many; null where nobody knows. */
  readonly tell: (step: string, done: number, total: number | null) => void;
}

/** How many batches are on their way at once: an engine over a network answers each of them late. */
const AT_ONCE = 8;

/**
 * Copies everything in one store into another that is empty, and compares the two at the end. A move that was cut short
 * goes on where it was: a page is written again rather than left out. No service may use either store meanwhile.
 */
export async function move({ from, to, progress, hold, tell }: MoveOrder): Promise<Result<Contents, string>> {
  const contents = await contentsOf(from.store, (seen) => tell('read', seen, null));
  const begun = progress.read();
  const refusal = begun === null ? await nonEmpty(to) : misfit(begun, { from: from.name, to: to.name, contents });
  if (refusal !== null) return fail(refusal);
  const total = totalOf(contents);
  let state: MoveProgress = begun ?? {
    from: from.name,
    to: to.name,
    contents,
    container: CONTAINERS[0],
    after: null,
    copied: 0,
  };
  progress.write(state);
  const release = hold();
  for (const container of CONTAINERS.slice(CONTAINERS.indexOf(state.container))) {
    const start = container === state.container ? state.after : null;
    for await (const page of pagesOf(from.store, container, start)) {
      await writePage(to.store, page.documents);
      state = { ...state, container, after: page.next, copied: state.copied + page.documents.length };
      // The last page of a container has no next place: the whole page is only copied again if it ends here.
      if (page.next !== null) progress.write(state);
      tell('copied', state.copied, total);
    }
  }
  const arrived = await contentsOf(to.store, (seen) => tell('compared', seen, total));
  const different = differences(contents, arrived);
  if (different.length > 0) {
    return fail(
      `${to.name} does not hold what ${from.name} holds (${different.join(', ')}): something else has written to one of ` +
        'them. Stop it, empty the store that was moved to, delete the progress file and move again.',
    );
  }
  release();
  progress.remove();
  return ok(arrived);
}

async function nonEmpty({ name, store }: End): Promise<string | null> {
  for (const container of CONTAINERS) {
    const { documents } = await store.scan(container, { after: null, limit: 1 });
    if (documents.length > 0) return `${name} is not empty: move into a store that is, or use the one that is there.`;
  }
  return null;
}

/** Why a move that was begun cannot go on as this one. */
function misfit(begun: MoveProgress, now: Pick<MoveProgress, 'from' | 'to' | 'contents'>): string | null {
  if (begun.from !== now.from || begun.to !== now.to) {
    return (
      `A move from ${begun.from} to ${begun.to} was cut short: finish it with the same command, or empty ${begun.to} and ` +
      'delete the progress file.'
    );
  }
  if (differences(begun.contents, now.contents).length === 0) return null;
  return (
    `${begun.from} has changed since the move was cut short: empty ${begun.to}, delete the progress file, and move again ` +
    'without a service.'
  );
}

async function writePage(store: DocumentStore, documents: readonly ScannedDocument[]): Promise<void> {
  const batches = batchesOf(documents);
  for (let at = 0; at < batches.length; at += AT_ONCE) {
    await Promise.all(
      batches.slice(at, at + AT_ONCE).map(async ({ place, operations }) => {
        const written = await store.batch(place, operations);
        assert(written.ok, 'a put is never refused');
      }),
    );
  }
}

interface Batch {
  readonly place: ScannedDocument['place'];
  readonly operations: WriteOperation[];
  bytes: number;
}

/** Batches of one partition each, within the limits of a batch. */
function batchesOf(documents: readonly ScannedDocument[]): readonly Batch[] {
  const all: Batch[] = [];
  const filling = new Map<string, Batch>();
  for (const { place, document, secondsLeft } of documents) {
    const bytes = Buffer.byteLength(JSON.stringify(document.body));
    let batch = filling.get(place.partition);
    const fits =
      batch !== undefined &&
      batch.operations.length < STORE_LIMITS.batchOperations &&
      batch.bytes + bytes <= STORE_LIMITS.batchBytes;
    if (batch === undefined || !fits) {
      batch = { place, operations: [], bytes: 0 };
      filling.set(place.partition, batch);
      all.push(batch);
    }
    const { id, schema, body } = document;
    const kept = { id, schema, body, ...(secondsLeft !== null && { lifetime: secondsLeft }) };
    batch.operations.push({ type: 'put', document: kept });
    batch.bytes += bytes;
  }
  return all;
}
