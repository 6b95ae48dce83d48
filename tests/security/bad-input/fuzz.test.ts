import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { operations, type OperationName } from '@plumbline/shared/contract/operations';
import { INSPECTED, memoryOf } from '../../running/memory-of.ts';
import { RunningService } from '../../running/running-service.ts';
import { personId } from '../../running/tenant-people.ts';
import { Channel } from '../bot-door/channel.ts';
import { furnishPulse, furnishTeam } from '../furnish.ts';
import { Office } from '../office.ts';
import { examplesOf, type Things } from '../requests.ts';
import { activity } from './activities.ts';
import type { Pool } from './from-schema.ts';
import { Tally } from './tally.ts';
import { Wire } from './wire.ts';
import { wireRequest, type WireRequest } from './wire-request.ts';

/** How many requests are sent; `PLUMBLINE_FUZZ_REQUESTS` makes a long run of it. */
const REQUESTS = Number(process.env['PLUMBLINE_FUZZ_REQUESTS'] ?? '2000');
const PER_CHUNK = 500;
/** One request in so many is an activity for the bot. */
const BOT_SHARE = 8;
/** The most that the second half of a run may add to what the service holds in memory: several times what caches and compiled code do. */
const MOST_GROWTH = 5_000_000;
/** The service with the bot, as a process of its own. */
const WITH_BOT = new URL('./service-with-bot.ts', import.meta.url);
/** People of every standing in three teams of two tenants, and some of none. */
const SEATS = [0, 1, 2, 7, 8, 9, 10, 20, 21, 27, 28, 40, 41];
const SEATS_ELSEWHERE = [0, 1, 8];
/** People of no team, who may delete what is theirs without anybody missing them. */
const EXPENDABLE = [400, 401, 402];
const NAMES = Object.keys(operations).filter((name): name is OperationName => name in operations);

const channel = new Channel();
const tally = new Tally();
let service: RunningService;
let wire: Wire;
let pool: Pool;
let channelToken = '';
const tokens: string[] = [];
const expendable: string[] = [];

beforeAll(async () => {
  await channel.open();
  const variables = { TEST_CHANNEL: JSON.stringify(channel.trust) };
  service = new RunningService({ entry: WITH_BOT, flags: [INSPECTED], variables });
  await service.start();
  wire = new Wire(service.origin);
  const office = new Office(service.origin);
  const team = await furnishTeam(office, { letter: 'a', from: 0 });
  const coach = await office.person('a0');
  const pulse = await furnishPulse({ things: team, coach, beside: personId('a', 40) });
  const other = await furnishTeam(office, { letter: 'a', from: 20 });
  const elsewhere = await furnishTeam(office, { letter: 'b', from: 0 });
  // Most of the people are of the first team.
  pool = poolOf([team, team, team, pulse, pulse, other, elsewhere]);
  for (const seat of SEATS) tokens.push((await office.person(`a${seat}`)).token);
  for (const seat of SEATS_ELSEWHERE) tokens.push((await office.person(`b${seat}`)).token);
  for (const seat of EXPENDABLE) expendable.push((await office.person(`a${seat}`)).token);
  channelToken = await channel.token();
});

afterAll(async () => {
  wire.close();
  await service.remove();
  await channel.close();
});

/** The ids of all things, by kind; those of questions are found in the examples. */
function poolOf(all: readonly Things[]): Pool {
  const question = all.flatMap((things) => [things.question, ...Object.values(examplesOf(things).keepNote.params)]);
  return {
    team: all.map(({ team }) => team),
    meeting: all.flatMap(({ meeting, draft }) => [meeting, draft]),
    round: all.map(({ round }) => round),
    question: [...new Set(question)].filter((id) => !id.startsWith('meeting_')),
    instrument: all.map(({ instrument }) => instrument),
    commitment: all.flatMap(({ made, proposed }) => [made, proposed]),
    intervention: all.map(({ intervention }) => intervention),
    incident: all.map(({ incident }) => incident),
    session: all.map(({ session }) => session),
    person: [...SEATS.map((seat) => personId('a', seat)), ...SEATS_ELSEWHERE.map((seat) => personId('b', seat))],
    page: ['first'],
    tag: ['all'],
    kind: ['all', 'st.friction.1'],
    period: ['all', '2026-01-01..'],
  };
}

function anyRequest(): fc.Arbitrary<WireRequest> {
  return fc.oneof(...NAMES.map((name) => wireRequest(name, pool)));
}

async function sendRequest(request: WireRequest): Promise<void> {
  // Nobody who is needed deletes what is theirs.
  const people = request.name === 'deleteMine' ? expendable : tokens;
  const token = people[request.person % people.length] ?? '';
  tally.take(request.name, request, await wire.send(request, token));
}

async function sendActivity(changes: Readonly<Record<string, unknown>>): Promise<void> {
  const body = Buffer.from(JSON.stringify(channel.message(changes)));
  const headers = { 'content-type': 'application/json' };
  const message = { method: 'POST', path: '/api/messages', headers, body, chunked: false };
  tally.take('bot', changes, await wire.send(message, channelToken));
  channel.said.splice(0);
}

/** Sends so many requests, some at the same time, drawn anew from the seed of the run and the number of the chunk. */
async function sendChunk(chunk: number, count: number): Promise<void> {
  const seed = jest.getSeed() + chunk;
  const toBot = Math.ceil(count / BOT_SHARE);
  const requests = fc.sample(anyRequest(), { seed, numRuns: count - toBot });
  const activities = fc.sample(activity(pool), { seed, numRuns: toBot });
  const acts = [
    ...requests.map((request) => () => sendRequest(request)),
    ...activities.map((changes) => () => sendActivity(changes)),
  ].values();
  const work = async () => {
    for (const act of acts) await act();
  };
  await Promise.all(Array.from({ length: 8 }, work));
}

let chunks = 0;

/** Sends so many requests; what differs from chunk to chunk is their seed. */
async function sendMany(count: number): Promise<void> {
  for (let left = count; left > 0; left -= PER_CHUNK) {
    await sendChunk(chunks, Math.min(PER_CHUNK, left));
    chunks += 1;
  }
}

describe('every operation and the bot, for whatever is sent to them', () => {
  it(
    'HT1 HT2 HT5 BD3 answer with what was asked for or a problem with its next step, never hang, and keep nothing of it',
    async () => {
      await sendMany(PER_CHUNK);
      const before = await memoryOf(service);
      await sendMany(Math.ceil((REQUESTS - PER_CHUNK) / 2));
      const halfWay = await memoryOf(service);
      await sendMany(Math.floor((REQUESTS - PER_CHUNK) / 2));
      const after = await memoryOf(service);
      console.log(tally.table({ before, 'half-way': halfWay, after }).join('\n'));
      expect(tally.faults).toEqual([]);
      expect(service.written.split('\n').filter((line) => line.includes('"fault"'))).toEqual([]);
      expect(tally.untouched([...NAMES, 'bot'])).toEqual([]);
      expect(after.used - halfWay.used).toBeLessThan(MOST_GROWTH);
    },
    Math.max(180_000, REQUESTS * 40),
  );
});
