import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DocumentStore, Place, WriteOperation } from '@plumbline/shared/application/ports/document-store';
import { document } from '@plumbline/shared/testing/document-store/subject';
import { makeDatabase, type TestDatabase } from './database.ts';
import type { Fate } from './line.ts';

let database: TestDatabase;
let stores: readonly DocumentStore[];
let runs = 0;

beforeAll(async () => {
  database = await makeDatabase();
  const quick = { feedEvery: 600_000, requestTimeout: 500 };
  stores = [await database.open(quick), await database.open(quick)];
});

afterAll(async () => {
  await database.close();
});

const HTML = '<html>The service is unavailable</html>';
const fate = fc.constantFrom<Fate>(
  'lost',
  'unheard',
  'truncated',
  { status: 429, headers: { 'x-ms-retry-after-ms': '1' } },
  { status: 449 },
  { status: 503, body: HTML },
  { status: 503, body: '' },
  { status: 500 },
  { unheardStatus: 408 },
  { unheardStatus: 502, body: HTML },
  { unheardStatus: 503 },
);
/** A fifth of all requests meets a fault. */
const fates = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant<Fate>('pass') }, { weight: 1, arbitrary: fate }), {
  minLength: 25,
  maxLength: 60,
});
const id = fc.constantFrom('a', 'b', 'c');
const write = fc.oneof(
  fc.record({ type: fc.constant('create' as const), id }),
  fc.record({ type: fc.constant('put' as const), id }),
  fc.record({ type: fc.constant('replace' as const), id, isCurrent: fc.boolean() }),
  fc.record({ type: fc.constant('delete' as const), id }),
  fc.record({ type: fc.constant('delete version' as const), id, isCurrent: fc.boolean() }),
  fc.record({ type: fc.constant('require' as const), id }),
);
const step = fc.record({ by: fc.constantFrom(0, 1), writes: fc.array(write, { minLength: 1, maxLength: 3 }) });

type Chosen = typeof write extends fc.Arbitrary<infer T> ? T : never;

it('ST1 loses no acknowledged write and does none twice, whatever a fifth of the requests meets', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), fates, async (steps, coming) => {
      runs += 1;
      // Watched, where deletes leave a note to be known by.
      const place: Place = { container: 'core', partition: `run ${runs}` };
      const left = [...coming];
      database.line.fate = ({ headers }) => (headers['a-im'] === undefined ? (left.shift() ?? 'pass') : 'pass');
      const model = new Map<string, { readonly n: number; readonly etag: string }>();
      let n = 0;
      for (const { by, writes } of steps) {
        const numbered = writes.map((chosen) => {
          n += 1;
          return { chosen, operation: operationOf(chosen, n, model) };
        });
        const store = stores[by] ?? stores[0];
        if (!store) throw new Error('No store is open.');
        const outcome = await store.batch(
          place,
          numbered.map(({ operation }) => operation),
        );
        const expected = applied(
          model,
          numbered.map(({ operation }) => operation),
        );
        expect(outcome.ok ? 'done' : outcome.error).toEqual(expected.outcome);
        if (!outcome.ok) continue;
        for (const [at, { operation }] of numbered.entries()) {
          if (operation.type === 'delete') model.delete(operation.id);
          const kept = outcome.value[at];
          if (kept) model.set(kept.id, { n: Number(kept.body['n']), etag: kept.etag });
        }
        const { documents } = await store.list(place, { prefix: '' });
        const shown = documents.map((kept) => [kept.id, { n: kept.body['n'], etag: kept.etag }]);
        expect(shown).toEqual([...model].sort(([one], [other]) => (one < other ? -1 : 1)));
      }
    }),
    { numRuns: 15 },
  );
});

function operationOf(chosen: Chosen, n: number, model: ReadonlyMap<string, { readonly etag: string }>): WriteOperation {
  const etag = 'isCurrent' in chosen && chosen.isCurrent ? (model.get(chosen.id)?.etag ?? 'none') : 'older';
  switch (chosen.type) {
    case 'create':
    case 'put':
      return { type: chosen.type, document: document(chosen.id, { n }) };
    case 'replace':
      return { type: 'replace', document: document(chosen.id, { n }), etag };
    case 'delete':
    case 'require':
      return { type: chosen.type, id: chosen.id };
    case 'delete version':
      return { type: 'delete', id: chosen.id, etag };
  }
}

/** What a batch must answer, told from what was there before. */
function applied(before: ReadonlyMap<string, { readonly etag: string }>, operations: readonly WriteOperation[]) {
  const after = new Map<string, { readonly etag: string }>(before);
  for (const [index, operation] of operations.entries()) {
    const key = 'id' in operation ? operation.id : operation.document.id;
    const there = after.get(key);
    const named = 'etag' in operation ? operation.etag : undefined;
    const refused = (kind: string) => ({ outcome: { kind, index } });
    if (operation.type === 'create' && there) return refused('store.exists');
    if (operation.type !== 'create' && operation.type !== 'put' && !there) return refused('store.missing');
    if (named !== undefined && named !== there?.etag) return refused('store.stale');
    if (operation.type === 'require') continue;
    if (operation.type === 'delete') after.delete(key);
    else after.set(key, { etag: 'written in this batch' });
  }
  return { outcome: 'done' };
}
