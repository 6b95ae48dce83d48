import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Container,
  DocumentStore,
  Place,
  StoreChange,
  StoredDocument,
  WriteOperation,
} from '@plumbline/shared/application/ports/document-store';
import { document, valueOf } from '@plumbline/shared/testing/document-store/subject';
import { makeDatabase, type TestDatabase } from './database.ts';
import type { Fate, OnItsWay } from './line.ts';

let database: TestDatabase;
let store: DocumentStore;
let runs = 0;

beforeAll(async () => {
  database = await makeDatabase();
  store = await database.open();
});

afterEach(() => {
  database.line.fate = () => 'pass';
});

afterAll(async () => {
  await database.close();
});

/** Whether the request writes: a batch with something other than reads in it. */
function writes({ batch }: OnItsWay): boolean {
  return batch?.some(({ operationType }) => operationType !== 'Read') ?? false;
}

/** The logical partition that a request is for. */
function partitionOf({ headers }: OnItsWay): string {
  const header = headers['x-ms-documentdb-partitionkey'];
  return typeof header === 'string' ? String((JSON.parse(header) as unknown[])[0]) : '';
}

/** How many batches of writes the database carried out in a partition. */
function committed(partition: string): number {
  return database.line.exchanges.filter(
    ({ request, body }) =>
      writes(request) &&
      partitionOf(request) === partition &&
      (JSON.parse(body) as { statusCode: number }[]).every(({ statusCode }) => statusCode < 400),
  ).length;
}

const HTML = '<html><body>The service is unavailable.</body></html>';
/** What platforms do to a request; here twice in a row. */
const FATES: readonly [string, Fate][] = [
  ['a reset before it was carried out', 'lost'],
  ['a reset after it was carried out', 'unheard'],
  ['half an answer', 'truncated'],
  ['429 with a time', { status: 429, headers: { 'x-ms-retry-after-ms': '1' } }],
  ['429 without a time', { status: 429 }],
  ['449', { status: 449 }],
  ['503 in JSON', { status: 503 }],
  ['503 in HTML', { status: 503, body: HTML }],
  ['503 with nothing', { status: 503, body: '' }],
  ['502 in HTML after it was carried out', { unheardStatus: 502, body: HTML }],
  ['503 after it was carried out', { unheardStatus: 503, body: '' }],
  ['500', { status: 500 }],
  ['408 after it was carried out', { unheardStatus: 408 }],
  ['410', { status: 410 }],
  ['a good answer in HTML', { unheardStatus: 200, body: HTML }],
];

/** Every kind of write, from what lies there before to what is to lie there after. */
interface Kind {
  readonly name: string;
  readonly act: (store: DocumentStore, place: Place, old: StoredDocument) => Promise<unknown>;
  readonly left: readonly (readonly [string, number])[];
}

const batchOf = (store: DocumentStore, place: Place, operations: readonly WriteOperation[]) =>
  store.batch(place, operations).then(valueOf);

const KINDS: readonly Kind[] = [
  {
    name: 'create',
    act: (at, place) => at.create(place, document('new', { n: 2 })).then(valueOf),
    left: [
      ['new', 2],
      ['old', 1],
    ],
  },
  {
    name: 'replace',
    act: (at, place, old) => at.replace(place, document('old', { n: 2 }), old.etag).then(valueOf),
    left: [['old', 2]],
  },
  { name: 'put', act: (at, place) => at.put(place, document('old', { n: 2 })), left: [['old', 2]] },
  { name: 'delete', act: (at, place) => at.delete(place, 'old').then(valueOf), left: [] },
  {
    name: 'delete of a version',
    act: (at, place, old) => at.delete(place, 'old', old.etag).then(valueOf),
    left: [],
  },
  {
    name: 'batch with a requirement',
    act: (at, place) =>
      batchOf(at, place, [
        { type: 'require', id: 'old' },
        { type: 'create', document: document('new', { n: 2 }) },
      ]),
    left: [
      ['new', 2],
      ['old', 1],
    ],
  },
  {
    name: 'batch of all kinds',
    act: (at, place, old) =>
      batchOf(at, place, [
        { type: 'replace', document: document('old', { n: 2 }), etag: old.etag },
        { type: 'put', document: document('put', { n: 2 }) },
        { type: 'delete', id: 'old' },
        { type: 'create', document: document('new', { n: 2 }) },
      ]),
    left: [
      ['new', 2],
      ['put', 2],
    ],
  },
  { name: 'batch of deletes', act: (at, place) => batchOf(at, place, [{ type: 'delete', id: 'old' }]), left: [] },
];

/** How often each fate comes before a write passes. */
const TIMES = 2;

describe.each<Container>(['core', 'ballots'])('in %s', (container) => {
  it.each(KINDS)('a $name is carried out once, acknowledged and told once over every fault', async ({ act, left }) => {
    runs += 1;
    const cases = FATES.map(([name, fate]) => {
      const place: Place = { container, partition: `run ${runs} ${name}` };
      return { name, fate, place, times: { left: 0 } };
    });
    const byPartition = new Map(cases.map((one) => [one.place.partition, one]));
    database.line.fate = (request) => {
      const met = writes(request) ? byPartition.get(partitionOf(request)) : undefined;
      if (!met || met.times.left === 0) return 'pass';
      met.times.left -= 1;
      return met.fate;
    };
    const heard: StoreChange[] = [];
    const stop = store.watch((change) => {
      heard.push(change);
    });

    const outcomes = await Promise.all(
      cases.map(async ({ place, name, times }) => {
        const old = await store.put(place, document('old', { n: 1 }));
        times.left = TIMES;
        await act(store, place, old);
        const { documents } = await store.list(place, { prefix: '' });
        return { name, place, documents };
      }),
    );
    if (container === 'core') await database.fed('core');
    stop();

    for (const { name, place, documents } of outcomes) {
      const told = heard.filter((change) => change.place.partition === place.partition);
      const toldOf = told.map(({ id, document: kept }) => `${id} ${kept?.etag ?? 'gone'}`);
      expect([name, documents.map(({ id, body }) => [id, body['n']])]).toEqual([name, left]);
      // The first put, and the write itself.
      expect([name, committed(place.partition)]).toEqual([name, 2]);
      expect([name, toldOf.length]).toEqual([name, new Set(toldOf).size]);
      const made = documents.map(({ id, etag }) => `${id} ${etag}`);
      expect([name, toldOf]).toEqual([name, container === 'core' ? expect.arrayContaining(made) : []]);
    }
  });
});
