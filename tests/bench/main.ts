import { availableParallelism } from 'node:os';
import type { Role } from '@plumbline/shared/domain/team/team';
import type { Person } from '../running/person.ts';
import { drawAnswers, type RunningMeeting } from '../running/running-meeting.ts';
import { RunningService, TWO_TENANTS } from '../running/running-service.ts';
import { cast, Office } from '../security/office.ts';
import { measureBallots } from './ballots.ts';
import { measureCounting } from './counting/measure-counting.ts';
import { measureDocuments } from './documents/measure-documents.ts';
import { measureInserting } from './documents/measure-inserting.ts';
import { measureRefresh } from './documents/measure-refresh.ts';
import { measureFanOut, type Rivals } from './fan-out.ts';
import { tableOf, type Line } from './figures.ts';
import { measureCasting } from './store/cast-through-use-case.ts';
import { measureLargePulse } from './store/large-pulse.ts';
import { measureTurns } from './turns/measure-turns.ts';
import { measureMeasures } from './measures/measure-measures.ts';

const LEADERS = 12;
const CROWD = 500;
/** `npm run bench -- store 5000` lets fewer people answer. */
const PULSE = Number(process.argv[3] ?? 100_000);

type Running = Pick<Rivals, 'service' | 'bare'>;

const PARTS = ['measures', 'counting', 'documents', 'store', 'turns', 'service'] as const;

const [asked] = process.argv.slice(2);
if (asked !== undefined && !PARTS.some((part) => part === asked)) {
  throw new Error(`There is no part "${asked}". There are: ${PARTS.join(', ')}; without a name, all of them.`);
}
if (isAsked('measures')) console.log(measures());
if (isAsked('counting')) console.log(counting());
if (isAsked('documents')) console.log(await documents());
if (isAsked('store')) console.log(await storing());
if (isAsked('turns')) console.log(await turns());
if (isAsked('service')) await benchService();

function isAsked(part: (typeof PARTS)[number]): boolean {
  return asked === undefined || asked === part;
}

function measures(): string {
  progress('computing the same figures here and in R');
  const { lines, notes } = measureMeasures();
  return [
    ...(lines.length === 0 ? [] : ['', tableOf(lines), '']),
    ...notes,
    'Reference for measures: R on the same data in the same run, the fastest of some runs on both sides; what both compute must',
    'agree to 1e-9. irr takes 190 s for alpha of 1,000 x 50 where it was measured once; it is not in Debian and not run here.',
  ].join('\n');
}

function counting(): string {
  progress('counting a large pulse');
  const { lines, notes } = measureCounting();
  return [...(lines.length === 0 ? [] : ['', tableOf(lines), '']), ...notes].join('\n');
}

async function documents(): Promise<string> {
  progress('writing decks');
  const made = await measureDocuments();
  progress('refreshing decks');
  const refreshed = await measureRefresh();
  progress('inserting packs from the pane');
  const inserted = await measureInserting();
  return [
    '',
    tableOf([...made, ...refreshed, ...inserted]),
    '',
    'Reference for documents: PptxGenJS 4.0.1 with compression, in the same process, in turns; the middle of 31 runs after 5.',
    'Ours packs with Node’s zlib, as the bot does. For a refresh: unpacking and packing the same deck with fflate. A pack is',
    'inserted from the pane in Chromium, through the official office.js; our own time is all but what it waited for Local Office.',
  ].join('\n');
}

async function storing(): Promise<string> {
  progress('casting ballots through the use case');
  const casting = await measureCasting();
  progress(`letting ${CROWD} people vote at once on the Cosmos double`);
  const atOnce = await crowdOnCosmos();
  progress(`letting ${PULSE} people answer one pulse on the Cosmos double`);
  const { lines, notes } = await measureLargePulse(PULSE);
  return [
    '',
    tableOf([casting, ...atOnce, ...lines]),
    '',
    ...notes,
    'Reference for casting: as many bare transactions of two rows in better-sqlite3 with the same pragmas, in turns. For the',
    'pulse: as many documents of that size, created with the bare SDK in the same double, in the same process, afterwards.',
  ].join('\n');
}

async function turns(): Promise<string> {
  progress('talking to the bot');
  return [
    '',
    tableOf([await measureTurns()]),
    '',
    'Reference for a turn: the echo bot of the same SDK, which looks at the token and says one word, with no store and nothing',
    'understood, and the use cases of the same question on the same store, in turns.',
  ].join('\n');
}

async function crowdOnCosmos(): Promise<readonly Line[]> {
  const service = new RunningService({ entry: TWO_TENANTS, store: 'cosmos' });
  try {
    await service.start();
    const { meeting, leaders } = await gather(new Office(service.origin));
    const lines = await measureBallots(meeting, leaders, service.dataDir);
    return lines.map((line) => ({ ...line, what: `Cosmos double: ${line.what}` }));
  } finally {
    await service.remove();
  }
}

/** So many leaders of one team, and a meeting of it that takes their ballots. */
async function gather(office: Office): Promise<{ meeting: RunningMeeting; leaders: readonly Person[] }> {
  const crowd = await office.team('b', numbered(CROWD));
  const meeting = await office.open(crowd.id, await office.person('b0'));
  const leaders = await Promise.all(Array.from({ length: CROWD }, (_, i) => office.person(`b${i + 1}`)));
  return { meeting, leaders };
}

async function benchService(): Promise<void> {
  const service = new RunningService({ entry: new URL('./stamped-service.ts', import.meta.url), store: 'sqlite' });
  const bare = new RunningService({ entry: new URL('./bare-fan-out.ts', import.meta.url) });
  try {
    await Promise.all([service.start(), bare.start()]);
    console.log(await run({ service, bare }));
  } finally {
    await Promise.all([service.remove(), bare.remove()]);
  }
}

async function run({ service, bare }: Running): Promise<string> {
  const office = new Office(service.origin);
  const lines: Line[] = [];
  const rivals = { service, bare, ...(await atARating(office)) };
  for (const { count, rounds } of [
    { count: 12, rounds: 200 },
    { count: 1_000, rounds: 30 },
  ]) {
    progress(`closing a rating ${rounds} times before ${count} watchers`);
    lines.push(...(await measureFanOut(rivals, { count, rounds })));
  }
  progress(`gathering ${CROWD} leaders`);
  const { meeting, leaders } = await gather(office);
  progress('letting them vote');
  lines.push(...(await measureBallots(meeting, leaders, service.dataDir)));
  return [
    '',
    tableOf(lines),
    '',
    'Reference for watchers: a bare node:http server that gets a POST and writes one server-sent event to as many open',
    'streams; it checks, counts and keeps nothing. "Committed" is the moment at which the store has the closed rating, for',
    'the reference the moment at which its handler begins. "Asked for" adds the request itself: for Plumbline the token, the',
    'access check, the count of the ballots and three durable writes. Watchers are in one process of their own, rounds of',
    'both take turns, and each figure is the middle one of five stretches of the run.',
    'Reference for ballots: as many transactions of two rows, one after the other, in better-sqlite3 with the same pragmas.',
    `Node ${process.version}, ${availableParallelism()} processors.`,
  ].join('\n');
}

/** A meeting of twelve leaders who have all voted. */
async function atARating(office: Office): Promise<Omit<Rivals, keyof Running>> {
  const team = await office.team('a', numbered(LEADERS));
  const meeting = await office.open(team.id, await office.person('a0'));
  await meeting.moveTo('rating');
  const { id: round, questions } = await meeting.round('rating');
  const tokens: string[] = [];
  for (let number = 1; number <= LEADERS; number += 1) {
    const leader = await office.person(`a${number}`);
    tokens.push(leader.token);
    await cast(leader, { meeting: meeting.id, round }, { answers: drawAnswers(questions, Math.random) });
  }
  return { meeting, tokens };
}

function numbered(count: number): Readonly<Record<number, Role>> {
  return Object.fromEntries(Array.from({ length: count }, (_, i): [number, Role] => [i + 1, 'leader']));
}

function progress(what: string): void {
  console.error(`bench: ${what}`);
}
