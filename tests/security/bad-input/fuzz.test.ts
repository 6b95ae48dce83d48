import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { operations, type OperationName } from '@plumbline/shared/contract/operations';
import { ServiceHere } from '../../running/service-here.ts';
import { personId } from '../../running/tenant-people.ts';
import { Channel } from '../bot-door/channel.ts';
import { furnishPulse, furnishTeam } from '../furnish.ts';
import { Office } from '../office.ts';
import { examplesOf, type Things } from '../requests.ts';
import { activity, botOn } from './activities.ts';
import type { Pool } from './from-schema.ts';
import { Tally } from './tally.ts';
import { Wire } from './wire.ts';
import { wireRequest, type WireRequest } from './wire-request.ts';

/** How many requests are sent; `PLUMBLINE_FUZZ_REQUESTS` makes a long run of it. */
const REQUESTS = Number(process.env['PLUMBLINE_FUZZ_REQUESTS'] ?? '2000');
const PER_CHUNK = 500;
/** One request in so many is an activity for the bot. */
const BOT_SHARE = 8;
/** What a run may leave in memory: what was read a moment ago is remembered, and no more than that. */
const MOST_GROWTH = 48_000_000;
/** People of every standing in three teams of two tenants, and some of none. */
const SEATS = [0, 1, 2, 7, 8, 9, 10, 20, 21, 27, 28, 40, 41];
const SEATS_ELSEWHERE = [0, 1, 8];
/** People of no team, who may delete what is theirs without anybody missing them. */
const EXPENDABLE = [400, 401, 402];
const NAMES = Object.keys(operations).filter((name): name is OperationName => name in operations);

const channel = new Channel();
const tally = new Tally();
let service: ServiceHere;
let wire: Wire;
let pool: Pool;
let channelToken = '';
const tokens: string[] = [];
const expendable: string[] = [];

beforeAll(async () => {
  await channel.open();
  service = await ServiceHere.start({ logLevel: 'error', bot: botOn(channel) });
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
}, 120_000);

afterAll(async () => {
  wire.close();
  await service.end();
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

/** What is in use once everything that nobody needs is gone, in bytes. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('every operation and the bot, for whatever is sent to them', () => {
  it(
    'HT1 HT2 HT5 BD3 answer with what was asked for or a problem with its next step, never hang, and keep nothing of it',
    async () => {
      await sendChunk(0, PER_CHUNK);
      const before = memory();
      let sent = PER_CHUNK;
      for (let chunk = 1; sent < REQUESTS; chunk += 1) {
        const count = Math.min(PER_CHUNK, REQUESTS - sent);
        await sendChunk(chunk, count);
        sent += count;
      }
      const after = memory();
      console.log(tally.table({ before, after }).join('\n'));
      expect(tally.faults).toEqual([]);
      expect(service.log.filter((line) => line.includes('"fault"'))).toEqual([]);
      expect(tally.untouched([...NAMES, 'bot'])).toEqual([]);
      expect(after - before).toBeLessThan(MOST_GROWTH);
    },
    Math.max(180_000, REQUESTS * 40),
  );
});
