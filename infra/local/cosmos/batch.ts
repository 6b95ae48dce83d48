import type { Json, JsonObject } from '@plumbline/shared/kernel/json';
import { isRefusal, notModelled, refusal, TOO_LARGE, type Refusal } from './answer.ts';
import { SMALL_CHARGE } from './charges.ts';
import {
  chargeOf,
  createItem,
  deleteItem,
  documentJson,
  MOST_BYTES,
  readItem,
  replaceItem,
  upsertItem,
} from './documents.ts';
import type { Outcome, Slot } from './documents.ts';
import { isList, isObject, parseJson } from './json.ts';
import type { ContainerRow, Database } from './storage.ts';

/** One operation of a batch, as far as it is modelled. */
type BatchOperation =
  | { readonly type: 'Create' | 'Upsert'; readonly body: JsonObject }
  | { readonly type: 'Replace'; readonly id: string; readonly body: JsonObject; readonly ifMatch: string | undefined }
  | { readonly type: 'Delete'; readonly id: string; readonly ifMatch: string | undefined }
  | { readonly type: 'Read'; readonly id: string };

/** What came of a batch: whether all of it holds, whether it wrote, and the JSON of its results. */
export interface BatchOutcome {
  readonly keep: boolean;
  readonly wrote: boolean;
  readonly charge: number;
  readonly results: string;
}

/** The most operations that a batch may have. */
const MOST_OPERATIONS = 100;

/** The operations that the text says, or why there is no doing them. */
export function parseBatch(text: string): readonly BatchOperation[] | Refusal {
  if (Buffer.byteLength(text) > MOST_BYTES) return TOO_LARGE;
  const list = parseJson(text);
  if (!isList(list) || list.length === 0) return refusal(400, 'A batch needs at least one operation.');
  if (list.length > MOST_OPERATIONS) return refusal(400, 'Batch request has more operations than what is supported.');
  const operations: BatchOperation[] = [];
  for (const entry of list) {
    const operation = isObject(entry) ? operationIn(entry) : refusal(400, 'An operation of a batch is an object.');
    if (isRefusal(operation)) return operation;
    operations.push(operation);
  }
  return operations;
}

/** Does the operations in order, each seeing those before it, until one refuses. Undoing them is the transaction's part. */
export function runBatch(
  database: Database,
  slot: { readonly container: ContainerRow; readonly pk: string; readonly now: number },
  { operations, minimal }: { operations: readonly BatchOperation[]; minimal: boolean },
): BatchOutcome {
  const outcomes: Outcome[] = [];
  for (const operation of operations) {
    const outcome = runOne(database, { ...slot, place: outcomes.length }, operation);
    outcomes.push(outcome);
    if (!outcome.done) return failed(outcomes.length - 1, operations.length, outcome.why);
  }
  const results = outcomes.map((outcome, index) => resultOf(outcome, minimal && operations[index]?.type !== 'Read'));
  return {
    keep: true,
    wrote: operations.some(({ type }) => type !== 'Read'),
    charge: outcomes.reduce((sum, outcome) => sum + chargeOf(outcome), 0),
    results: `[${results.join(',')}]`,
  };
}

function runOne(database: Database, slot: Slot, operation: BatchOperation): Outcome {
  switch (operation.type) {
    case 'Create':
      return createItem(database, slot, operation.body);
    case 'Upsert':
      return upsertItem(database, slot, operation.body);
    case 'Replace':
      return replaceItem(database, slot, operation);
    case 'Delete':
      return deleteItem(database, slot, operation);
    case 'Read':
      return readItem(database, slot, operation.id);
  }
}

/** Every operation but the culprit is told that it failed because another did. */
function failed(culprit: number, length: number, why: Refusal): BatchOutcome {
  const results = Array.from({ length }, (_, index) =>
    index === culprit
      ? { statusCode: why.status, subStatusCode: why.substatus, requestCharge: SMALL_CHARGE }
      : { statusCode: 424, requestCharge: 0 },
  );
  return { keep: false, wrote: false, charge: SMALL_CHARGE, results: JSON.stringify(results) };
}

function resultOf(outcome: Outcome, minimal: boolean): string {
  const row = outcome.done ? outcome.row : null;
  const result = JSON.stringify({
    statusCode: outcome.done ? outcome.status : outcome.why.status,
    requestCharge: chargeOf(outcome),
    ...(row === null ? {} : { eTag: row.etag }),
  });
  return row === null || minimal ? result : `${result.slice(0, -1)},"resourceBody":${documentJson(row)}}`;
}

function operationIn(entry: JsonObject): BatchOperation | Refusal {
  const { operationType: type, id, resourceBody: body, ifMatch } = entry;
  if (type !== 'Create' && type !== 'Upsert' && type !== 'Replace' && type !== 'Delete' && type !== 'Read') {
    return notModelled(`the batch operation ${JSON.stringify(type ?? null)} is not modelled`);
  }
  const strange = Object.keys(entry).find((name) => !PROPERTIES[type].includes(name));
  if (strange !== undefined) return notModelled(`${strange} of a ${type} in a batch is not modelled`);
  if (!isTextOrNothing(ifMatch)) return refusal(400, 'ifMatch is an etag.');
  if (type === 'Create' || type === 'Upsert') {
    return isObject(body) ? { type, body } : refusal(400, `A ${type} needs a resourceBody.`);
  }
  if (typeof id !== 'string' || id === '') return refusal(400, `A ${type} needs an id.`);
  if (type === 'Read') return { type, id };
  if (type === 'Delete') return { type, id, ifMatch };
  return isObject(body) ? { type, id, body, ifMatch } : refusal(400, `A ${type} needs a resourceBody.`);
}

const PROPERTIES: Readonly<Record<BatchOperation['type'], readonly string[]>> = {
  Create: ['operationType', 'resourceBody'],
  Upsert: ['operationType', 'resourceBody'],
  Replace: ['operationType', 'id', 'resourceBody', 'ifMatch'],
  Delete: ['operationType', 'id', 'ifMatch'],
  Read: ['operationType', 'id'],
};

function isTextOrNothing(value: Json | undefined): value is string | undefined {
  return value === undefined || typeof value === 'string';
}
