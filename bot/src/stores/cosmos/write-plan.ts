import {
  isWatched,
  type Place,
  type StoreChange,
  type StoredDocument,
  type WriteOperation,
} from '@plumbline/shared/application/ports/document-store';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { draftOf, noteOf, storedDraft, type Draft, type Note } from './documents.ts';
import type { BatchStep } from './partition-access.ts';

/** One operation, taken from the caller's at the moment of the call; its etag is chosen once for all tries. */
export type PlannedOperation =
  | { readonly type: 'create' | 'put'; readonly id: string; readonly draft: Draft }
  | { readonly type: 'replace'; readonly id: string; readonly draft: Draft; readonly etag: string }
  | { readonly type: 'delete'; readonly id: string; readonly etag?: string }
  | { readonly type: 'require'; readonly id: string };

/** What a batch is to do, and what tells afterwards that it was this batch that did it. */
export interface WritePlan {
  readonly place: Place;
  readonly operations: readonly PlannedOperation[];
  /** The documents that it leaves. */
  readonly kept: readonly Draft[];
  /** The ids that it deletes and leaves free. */
  readonly gone: readonly string[];
  /** Tells the other instances what is gone, where somebody watches. */
  readonly note: Note | null;
}

/** The look of a version of Cosmos's, and never one: a write that names it is refused wherever it stands in its batch. */
const NO_VERSION = '"00000000-0000-0000-0000-000000000000"';

/** The plan of operations that are within the limits. */
export function planOf(place: Place, operations: readonly WriteOperation[]): WritePlan {
  const planned = operations.map((operation) => plannedOperation(place.partition, operation));
  const last = new Map<string, Draft | null>();
  for (const operation of planned) {
    if (operation.type !== 'require') last.set(operation.id, 'draft' in operation ? operation.draft : null);
  }
  const kept = [...last.values()].filter((draft) => draft !== null);
  const gone = [...last].filter(([, draft]) => draft === null).map(([id]) => id);
  const note = isWatched(place.container) && gone.length > 0 ? noteOf(place.partition, gone) : null;
  return { place, operations: planned, kept, gone, note };
}

/** The steps that Cosmos takes; `versionOf` names its version for an etag of ours, null when there is no such version. */
export function stepsOf(plan: WritePlan, versionOf: (id: string, etag: string) => string | null): BatchStep[] {
  const steps = plan.operations.map((operation): BatchStep => {
    const { id } = operation;
    switch (operation.type) {
      case 'create':
        return { operationType: 'Create', resourceBody: operation.draft.wire };
      case 'put':
        return { operationType: 'Upsert', resourceBody: operation.draft.wire };
      case 'replace': {
        const ifMatch = versionOf(id, operation.etag) ?? NO_VERSION;
        return { operationType: 'Replace', id, resourceBody: operation.draft.wire, ifMatch };
      }
      case 'delete': {
        if (operation.etag === undefined) return { operationType: 'Delete', id };
        return { operationType: 'Delete', id, ifMatch: versionOf(id, operation.etag) ?? NO_VERSION };
      }
      case 'require':
        return { operationType: 'Read', id };
      default:
        return assertNever(operation);
    }
  });
  return plan.note ? [...steps, { operationType: 'Upsert', resourceBody: plan.note }] : steps;
}

/** What the caller is answered. */
export function answersOf({ operations }: WritePlan): (StoredDocument | null)[] {
  return operations.map((operation) => ('draft' in operation ? storedDraft(operation.draft) : null));
}

/** What watchers are told. */
export function changesOf({ place, operations }: WritePlan): readonly StoreChange[] {
  return operations
    .filter(({ type }) => type !== 'require')
    .map((operation) => ({
      place,
      id: operation.id,
      document: 'draft' in operation ? storedDraft(operation.draft) : null,
    }));
}

/** The etags by which the feed's reader knows the batch again. */
export function etagsOf({ operations, note }: WritePlan): readonly string[] {
  const written = operations.flatMap((operation) => ('draft' in operation ? [operation.draft.wire.etag] : []));
  return note ? [...written, note.etag] : written;
}

function plannedOperation(partition: string, operation: WriteOperation): PlannedOperation {
  switch (operation.type) {
    case 'create':
    case 'put':
      return { type: operation.type, id: operation.document.id, draft: draftOf(partition, operation.document) };
    case 'replace': {
      const { document, etag } = operation;
      return { type: 'replace', id: document.id, draft: draftOf(partition, document), etag };
    }
    case 'delete':
    case 'require':
      return { ...operation };
    default:
      return assertNever(operation);
  }
}
