import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Place, StoredDocument, WriteOperation } from '../../application/ports/document-store.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { document, byBytes, type Subject } from './subject.ts';

/** Registers the comparison of a store with a plain map. */
export function registerModelTests(store: Subject): void {
  it('does what a map of documents does, whatever the calls', async () => {
    let run = 0;
    const id = fc.constantFrom('a', 'ab', 'b', '🧭');
    const etag = fc.constantFrom('current', 'older');
    const write = fc.oneof(
      fc.record({ type: fc.constant('create' as const), id, n: fc.nat() }),
      fc.record({ type: fc.constant('replace' as const), id, n: fc.nat(), etag }),
      fc.record({ type: fc.constant('put' as const), id, n: fc.nat() }),
      fc.record({ type: fc.constant('delete' as const), id, etag: fc.option(etag, { nil: undefined }) }),
      fc.record({ type: fc.constant('require' as const), id }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(write, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), async (steps) => {
        run += 1;
        const place: Place = { container: 'core', partition: `property ${run}` };
        let model = new Map<string, StoredDocument>();
        for (const step of steps) {
          const etagOf = (target: string, version: 'current' | 'older' | undefined): string =>
            version === 'current' ? (model.get(target)?.etag ?? 'none') : 'older';
          const operations = step.map((chosen): WriteOperation => {
            if (chosen.type === 'require') return chosen;
            if (chosen.type !== 'delete') {
              const made = document(chosen.id, { n: chosen.n });
              if (chosen.type !== 'replace') return { type: chosen.type, document: made };
              return { type: 'replace', document: made, etag: etagOf(chosen.id, chosen.etag) };
            }
            if (chosen.etag === undefined) return { type: 'delete', id: chosen.id };
            return { type: 'delete', id: chosen.id, etag: etagOf(chosen.id, chosen.etag) };
          });
          const expected = foretold(model, operations);
          const outcome = await store().batch(place, operations);
          expect(outcome.ok ? 'done' : outcome.error).toEqual(expected.outcome);
          const { documents } = await store().list(place, { prefix: '' });
          expect(documents.map((kept) => [kept.id, kept.body])).toEqual(expected.after);
          model = new Map(documents.map((kept) => [kept.id, kept]));
        }
      }),
      { numRuns: 60 },
    );
  });
}

/** What a batch must answer and leave, told from what was there before. */
function foretold(before: ReadonlyMap<string, StoredDocument>, operations: readonly WriteOperation[]) {
  const listed = (map: ReadonlyMap<string, { body: JsonObject }>): [string, JsonObject][] =>
    [...map].map(([id, { body }]): [string, JsonObject] => [id, body]).sort(([a], [b]) => byBytes(a, b));
  const after = new Map<string, { body: JsonObject; etag: string }>(before);
  for (const [index, operation] of operations.entries()) {
    const id = 'id' in operation ? operation.id : operation.document.id;
    const there = after.get(id);
    const named = 'etag' in operation ? operation.etag : undefined;
    const refused = (kind: string) => ({ outcome: { kind, index }, after: listed(before) });
    if (operation.type === 'create' && there) return refused('store.exists');
    const isNeeded = operation.type !== 'create' && operation.type !== 'put';
    if (isNeeded && !there) return refused('store.missing');
    if (named !== undefined && named !== there?.etag) return refused('store.stale');
    if (operation.type === 'require') continue;
    if (operation.type === 'delete') after.delete(id);
    else after.set(id, { body: operation.document.body, etag: 'written in this batch' });
  }
  return { outcome: 'done', after: listed(after) };
}
