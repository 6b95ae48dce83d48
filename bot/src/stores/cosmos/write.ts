import type { BatchFailure, StoredDocument } from '@plumbline/shared/application/ports/document-store';
import { assert } from '@plumbline/shared/kernel/assert';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { StoreUnavailable } from '../store-unavailable.ts';
import type { BatchOutcome, PartitionAccess } from './partition-access.ts';
import type { Caller } from './resilience.ts';
import { logPlaceIn } from './session.ts';
import type { OwnWrites } from './own-writes.ts';
import type { Versions } from './versions.ts';
import { WireFault } from './wire.ts';
import { answersOf, etagsOf, stepsOf, type WritePlan } from './write-plan.ts';

/** What writing needs. */
export interface Writing {
  readonly access: PartitionAccess;
  readonly versions: Versions;
  readonly caller: Caller;
  readonly ownWrites: OwnWrites;
}

type Written = Result<readonly (StoredDocument | null)[], BatchFailure>;

/** How often a batch is sent anew because a version of Cosmos's was outdated, not the caller's etag. */
const MOST_LOOKS = 5;

/**
 * Carries out a plan: all or none, once, whatever happens on the way. Every write is a batch, also of one operation: so
 * there is one way in which it is refused, and one in which a lost answer is cleared up.
 */
export async function write(writing: Writing, plan: WritePlan): Promise<Written> {
  const telling = writing.ownWrites.begin(plan.place, etagsOf(plan));
  /** A try whose answer was lost may have been carried out. */
  const lost = { isPossible: false };

  async function once(): Promise<Written> {
    if (lost.isPossible && (await wasDone(writing, plan))) return committed();
    for (let looks = 1; ; looks += 1) {
      const outcome = await send();
      if (outcome.isDone) return committed(outcome);
      // A lost try can also be carried out after we looked.
      if (lost.isPossible && (await wasDone(writing, plan))) return committed();
      const failure = await failureOf(writing, plan, outcome);
      if (failure) return fail(failure);
      assert(looks < MOST_LOOKS, 'the version of a document cannot be told');
    }
  }

  async function send(): Promise<BatchOutcome> {
    const steps = stepsOf(plan, await knownVersions(writing, plan));
    try {
      return await writing.access.send(plan.place, steps);
    } catch (error) {
      const fault = error instanceof WireFault ? error : causeOf(error);
      if (fault === null || fault.mayHaveCommitted) lost.isPossible = true;
      throw error;
    }
  }

  function committed(outcome?: Extract<BatchOutcome, { isDone: true }>): Written {
    keepVersions(writing, plan, outcome);
    telling.commit(plan, logPlaceIn(outcome?.sessionToken));
    return ok(answersOf(plan));
  }

  try {
    return await writing.caller.call({ operation: 'write', container: plan.place.container }, once);
  } catch (error) {
    if (error instanceof StoreUnavailable && lost.isPossible) telling.leaveToFeed();
    throw error;
  } finally {
    telling.end();
  }
}

/** Whether the plan was carried out by a try whose answer was lost. */
async function wasDone({ access }: Writing, plan: WritePlan): Promise<boolean> {
  const { place } = plan;
  if (plan.note) return (await access.readLatest(place, plan.note.id)) !== null;
  for (const { wire } of plan.kept) {
    const found = await access.readLatest(place, wire.id);
    if (found?.etag === wire.etag) return true;
  }
  if (plan.kept.length > 0 || plan.gone.length === 0) return false;
  // Deletes leave nothing to know them by: that all is gone is what was asked for.
  for (const id of plan.gone) {
    if ((await access.readLatest(place, id)) !== null) return false;
  }
  return true;
}

/** Looks up Cosmos's version of each etag that the plan names, reading where this process does not know it. */
async function knownVersions(
  { access, versions }: Writing,
  { place, operations }: WritePlan,
): Promise<(id: string, etag: string) => string | null> {
  for (const operation of operations) {
    if (!('etag' in operation)) continue;
    if (versions.versionOf(place, operation.id, operation.etag) === null) await access.readLatest(place, operation.id);
  }
  return (id, etag) => versions.versionOf(place, id, etag);
}

/** Why the plan was refused; null when only our knowledge of a version was outdated, and it is to be sent again. */
async function failureOf(
  { access, versions }: Writing,
  plan: WritePlan,
  { index, status }: Extract<BatchOutcome, { isDone: false }>,
): Promise<BatchFailure | null> {
  const operation = plan.operations[index];
  if (status === 409) return { kind: 'store.exists', index };
  if (status === 404) return { kind: 'store.missing', index };
  assert(status === 412 && operation && 'etag' in operation, `status ${status} is no answer`);
  const { place } = plan;
  const used = versions.versionOf(place, operation.id, operation.etag);
  if (used === null) return { kind: 'store.stale', index };
  // One write of ours that was sent twice has two versions of Cosmos's under one etag.
  const found = await access.readLatest(place, operation.id);
  const isOurs = found?.etag === operation.etag && found._etag !== used;
  return isOurs ? null : { kind: 'store.stale', index };
}

function keepVersions(
  { versions }: Writing,
  { place, operations, gone }: WritePlan,
  outcome: Extract<BatchOutcome, { isDone: true }> | undefined,
): void {
  for (const [index, operation] of operations.entries()) {
    const version = outcome?.results[index]?.eTag;
    if (!('draft' in operation)) continue;
    const { id, etag } = operation.draft.wire;
    if (version !== undefined) versions.keep(place, { id, etag, _etag: version });
  }
  for (const id of gone) versions.forget(place, id);
}

function causeOf(error: unknown): WireFault | null {
  return error instanceof Error && error.cause instanceof WireFault ? error.cause : null;
}
