import { CosmosClient } from '@azure/cosmos';
import { prepareDatabase } from '@plumbline/bot/stores/cosmos/cosmos-store';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { Engines } from '@plumbline/shared/application/use-case';
import { DAY } from '@plumbline/shared/kernel/instant';
import { drawAnswers } from '../../running/running-meeting.ts';
import { monotonic } from '../watchers.ts';
import { Callers } from './use-cases.ts';

/** Runs in a process of its own, so that its memory is that of one service, and prints what it saw as JSON. */
const [endpoint = '', key = '', count = '', folder = ''] = process.argv.slice(2);
const PEOPLE = Number(count);
const LEADERS = 5;
const FIRST = 1_000;
const AT_ONCE = 64;

await prepareDatabase({ endpoint, key, database: 'plumbline' });
const reads = { tally: 0 };
const storage = { kind: 'cosmos', endpoint, key, database: 'plumbline', vault: null } as const;
const callers = await Callers.open({ dataDir: folder, storage }, watched);
const people = Array.from({ length: PEOPLE }, (_, index) => callers.person(FIRST + index));
const { meeting, round } = await callers.openPulse(
  await callers.team(LEADERS),
  people.map(({ person }) => person),
);
const params = { meeting, round: round.id };
let before = 0;
let peak = 0;
const looking = setInterval(() => {
  peak = Math.max(peak, megabytes());
}, 200);

const from = monotonic();
await inTurns(people, async (actor, index) => {
  const answers = drawAnswers(round.questions, Math.random);
  await callers.call('castBallot', actor, { params, input: { basedOn: null, answers, consent: false } });
  // By now everything is compiled and every connection is open.
  if (index === Math.floor(PEOPLE / 10)) before = megabytes();
});
const cast = monotonic();
callers.ahead = 8 * DAY;
let closed = 0;
const watching = callers.ports.store.watch(({ id, document }) => {
  if (id === 'meeting' && document?.body['status'] === 'closed' && closed === 0) closed = monotonic();
});
await keepHouse(callers.ports);
const sealed = monotonic();
watching();
clearInterval(looking);
const view = await callers.call('viewMeeting', callers.person(0), { params: { meeting }, input: null });
if (!view.sealed) throw new Error('The pulse was not sealed');
const bareSeconds = await bareCreates();

const rating = view.rounds[0];
console.log(
  JSON.stringify({
    ballots: PEOPLE,
    shards: Math.ceil((PEOPLE + LEADERS) / 3_200),
    seconds: (cast - from) / 1_000,
    bareSeconds,
    closeSeconds: (closed - cast) / 1_000,
    sealSeconds: (sealed - closed) / 1_000,
    counted: rating?.counted ?? 0,
    tallyReads: reads.tally,
    megabytesBefore: before,
    megabytesPeak: peak,
  }),
);
await callers.ports.store.close();

function watched(engines: Engines): Engines {
  const { store } = engines;
  return {
    ...engines,
    store: {
      ...store,
      read(place, id) {
        if (place.container === 'ballots' && id === 'tally') reads.tally += 1;
        return store.read(place, id);
      },
    },
  };
}

/** As many documents of the size of a ballot, created with the bare SDK in the same database. */
async function bareCreates(): Promise<number> {
  const client = new CosmosClient({ endpoint, key });
  const { items } = client.database('plumbline').container('private');
  const begun = monotonic();
  await inTurns(people, async (_person, index) => {
    const answers = drawAnswers(round.questions, Math.random);
    const body = { answers, consent: false };
    await items.create({ id: `b|${index}`, pk: `bare ${index % 32}`, schema: 2, etag: 'x'.repeat(16), body });
  });
  client.dispose();
  return (monotonic() - begun) / 1_000;
}

/** Does so many things, a few at a time. */
async function inTurns<T>(things: readonly T[], act: (thing: T, index: number) => Promise<void>): Promise<void> {
  const left = things.entries();
  const worker = async (): Promise<void> => {
    for (const [index, thing] of left) await act(thing, index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function megabytes(): number {
  return process.memoryUsage.rss() / 2 ** 20;
}
