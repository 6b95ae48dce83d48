import type { Container as CosmosContainer, Database, OperationInput } from '@azure/cosmos';
import type { Place } from '@plumbline/shared/application/ports/document-store';
import { assert } from '@plumbline/shared/kernel/assert';
import { isNote, type Note, type Versioned, type WireDocument } from './documents.ts';
import type { Versions } from './versions.ts';
import { faultInStatus } from './wire.ts';

/** One operation of a batch, as Cosmos takes it. */
export type BatchStep =
  | { readonly operationType: 'Create' | 'Upsert'; readonly resourceBody: WireDocument | Note }
  | {
      readonly operationType: 'Replace';
      readonly id: string;
      readonly resourceBody: WireDocument;
      readonly ifMatch: string;
    }
  | { readonly operationType: 'Delete'; readonly id: string; readonly ifMatch?: string }
  | { readonly operationType: 'Read'; readonly id: string };

/** What became of a batch: the versions it wrote and its place in the log, or the step that refused. */
export type BatchOutcome =
  | { readonly isDone: true; readonly results: readonly StepResult[]; readonly sessionToken: string | undefined }
  | { readonly isDone: false; readonly index: number; readonly status: number };

interface StepResult {
  readonly statusCode: number;
  readonly eTag?: string;
  readonly resourceBody?: unknown;
}

/** The plain requests to one logical partition. */
export interface PartitionAccess {
  /** Reads from any replica that has caught up with what this process has seen. */
  readonly read: (place: Place, id: string) => Promise<(WireDocument & Versioned) | null>;
  /** Reads where writes are decided, so that nothing that was committed is missed, whoever wrote it. */
  readonly readLatest: (place: Place, id: string) => Promise<((WireDocument | Note) & Versioned) | null>;
  readonly send: (place: Place, steps: readonly BatchStep[]) => Promise<BatchOutcome>;
}

/** The requests to the partitions of a database; every version that is seen is kept. */
export function accessTo(database: Database, versions: Versions): PartitionAccess {
  function containerOf(place: Place): CosmosContainer {
    return database.container(place.container);
  }

  async function send(place: Place, steps: readonly BatchStep[]): Promise<BatchOutcome> {
    // Copies: the SDK writes into the operations it is given. Its type of a delete has no If-Match, which Cosmos takes.
    const operations = steps.map((step) => ({ ...step })) as unknown as OperationInput[];
    const response = await containerOf(place).items.batch(operations, place.partition);
    const results = (response.result ?? []) as readonly StepResult[];
    // A batch that refused does not throw: the culprit has its own status, and all others 424.
    const index = results.findIndex(({ statusCode }) => statusCode >= 400 && statusCode !== 424);
    if (index < 0) {
      assert(results.length === steps.length, 'a batch that was done has a result for each operation');
      return { isDone: true, results, sessionToken: tokenIn(response.headers) };
    }
    const status = results[index]?.statusCode ?? 0;
    const fault = faultInStatus(status);
    if (fault) throw fault;
    return { isDone: false, index, status };
  }

  return {
    async read(place, id) {
      const { resource } = await containerOf(place).item(id, place.partition).read<WireDocument | Note>();
      if (!resource || isNote(resource)) return null;
      versions.keep(place, resource);
      return resource;
    },
    async readLatest(place, id) {
      const outcome = await send(place, [{ operationType: 'Read', id }]);
      if (!outcome.isDone) {
        assert(outcome.status === 404, `a read was refused with status ${outcome.status}`);
        versions.forget(place, id);
        return null;
      }
      const [result] = outcome.results;
      const found = result?.resourceBody as (WireDocument | Note) & Versioned;
      if (!isNote(found)) versions.keep(place, found);
      return found;
    },
    send,
  };
}

function tokenIn(headers: unknown): string | undefined {
  const token: unknown =
    typeof headers === 'object' && headers !== null ? Reflect.get(headers, 'x-ms-session-token') : undefined;
  return typeof token === 'string' ? token : undefined;
}
