import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RoundView } from '@plumbline/shared/contract/views';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import { drawAnswers, type RunningMeeting } from '../../running/running-meeting.ts';
import type { Person } from '../../running/person.ts';
import { RunningService, TWO_TENANTS } from '../../running/running-service.ts';
import { nameOf, personId } from '../../running/tenant-people.ts';
import { cast, commitmentInput, newKey, Office } from '../office.ts';
import { Recorder } from './recorder.ts';

const LEADERS = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'];
const OUTSIDERS = ['a20', 'b0'];
const ANALYST = 'a7';
const SPONSOR = 'a8';
const MEMBERS = ['a0', ...LEADERS, ANALYST, SPONSOR];
/** What gives out what belongs to whoever asks. */
const OWN: readonly string[] = ['viewMine', 'exportMine'];
/** What anybody may ask, for it is about whoever asks. */
const ABOUT_ONESELF: readonly string[] = ['viewHome', 'exportMine', 'viewNudgePreferences'];

const service = new RunningService({ entry: TWO_TENANTS, logLevel: 'debug' });
const people = new Map<string, Person>();
/** Texts that belong to one person, by person. */
const secrets = new Map<string, string[]>(LEADERS.map((id) => [id, []]));
/** Texts that were said to everybody; no log may hold them. */
const said: string[] = [];
/** What the meeting said of its open rating after each of the ballots. */
const counts: { readonly counted: number; readonly revision: number; readonly signals: number }[] = [];
let recorder: Recorder;
let meeting: RunningMeeting;
let teamId = '';

function person(id: string): Person {
  const known = people.get(id);
  if (!known) throw new Error(`Nobody is called ${id}`);
  return known;
}

function leaders(): readonly Person[] {
  return LEADERS.map(person);
}

/** Casts a ballot and remembers its revision, which only its author is told, as a secret. */
async function vote(by: Person, round: RoundView, answers: Answers): Promise<void> {
  secrets.get(by.name)?.push(await cast(by, { meeting: meeting.id, round: round.id }, { answers }));
}

beforeAll(async () => {
  await service.start();
  const office = new Office(service.origin);
  for (const id of [...MEMBERS, ...OUTSIDERS]) people.set(id, await office.person(id));
  const roles = Object.fromEntries(LEADERS.map((id) => [Number(id.slice(1)), 'leader' as const]));
  const team = await office.team('a', { ...roles, 7: 'analyst', 8: 'sponsor' });
  await office.team('a', {}, 20);
  await office.team('b', {});
  teamId = team.id;
  meeting = await office.open(team.id, person('a0'));
  recorder = new Recorder({
    origin: service.origin,
    people: [...people.values()],
    params: { team: team.id, meeting: meeting.id, page: 'first', tag: 'all', kind: 'all', period: 'all' },
  });
  await recorder.listen([team.id, meeting.id]);
  await hold();
  recorder.stopListening();
});

afterAll(() => service.remove());

let state = 7;
/**
 * The same answers in every run, for of some nothing may be shown of two who changed theirs: the "minimal standard" of
 * Park and Miller, 1988.
 */
function drawn(): number {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}

/** The whole meeting, with a look at everything at every step. */
async function hold(): Promise<void> {
  const { id } = meeting;
  await recorder.look('collecting');
  await meeting.moveTo('rating');
  const rating = await meeting.round('rating');
  const rated = new Map<string, Answers>();
  for (const [i, leader] of leaders().entries()) {
    const note = `note-${leader.name}-${newKey()}`;
    secrets.get(leader.name)?.push(note);
    await leader.do('keepNote', { params: { meeting: id, question: 'al.vision.1' }, input: { text: note } });
    const answers = drawAnswers(rating.questions, drawn);
    rated.set(leader.name, answers);
    await vote(leader, rating, answers);
    await counted(i + 1);
    await recorder.look(`rating, ${i + 1} ballots`);
    const { rounds, revision } = await meeting.view();
    counts.push({ counted: rounds[0]?.counted ?? -1, revision, signals: signalsTo('a0') });
  }
  await meeting.moveTo('predicting');
  const guessing = await meeting.round('prediction');
  for (const leader of leaders().slice(0, 4)) await vote(leader, guessing, drawAnswers(guessing.questions, drawn));
  await recorder.look('predicting');
  await meeting.moveTo('revealing');
  await recorder.look('revealing');
  await meeting.moveTo('choosing');
  const dots = await meeting.round('dots');
  for (const leader of leaders()) await vote(leader, dots, drawAnswers(dots.questions, drawn));
  await recorder.look('choosing');
  await meeting.moveTo('discussing');
  for (const changing of [0, 1, 2]) await talk(rated, changing);
  await commit();
  await agree();
  await meeting.moveTo('closing');
  const worth = await meeting.round('worth');
  for (const leader of leaders()) await vote(leader, worth, drawAnswers(worth.questions, drawn));
  await recorder.look('closing');
  await meeting.direct({ type: 'close' }, ({ sealed }) => sealed);
  await recorder.look('closed');
}

/**
 * Waits until so many ballots must have been counted: the service does that a moment after they came, and a count that
 * passes no step would have moved by then.
 */
async function counted(ballots: number): Promise<void> {
  const until = Date.now() + 60_000;
  const isBehind = async () => ballots % 2 === 0 && ((await meeting.view()).rounds[0]?.counted ?? 0) < ballots;
  while (Date.now() < until && (await isBehind())) await wait(50);
  await wait(1_000);
}

/** One topic, on which everybody votes again and so many change their answer. */
async function talk(rated: ReadonlyMap<string, Answers>, changing: number): Promise<void> {
  const question = (await meeting.view()).topics[changing]?.question ?? '';
  const stepTo = (to: 'talking' | 're-voting' | 'comparing') =>
    meeting.direct({ type: 'topic-step', question, to }, ({ topics }) => topics[changing]?.step === to);
  await stepTo('talking');
  for (const [i, named] of [false, true].entries()) {
    const text = `comment-${newKey()}`;
    said.push(text);
    const input = { question, text, named };
    await person(LEADERS[i + 1] ?? '').do('releaseComment', { params: { meeting: meeting.id }, input });
  }
  await recorder.look(`before re-vote ${changing}`);
  await stepTo('re-voting');
  const round = await meeting.round('re-vote');
  for (const [i, leader] of leaders().entries()) {
    const before = rated.get(leader.name)?.[question] ?? { kind: 'cannot-say' };
    const other = before.kind === 'scale' && before.value === 1 ? 7 : 1;
    await vote(leader, round, { [question]: i < changing ? { kind: 'scale', value: other } : before });
  }
  await recorder.look(`during re-vote ${changing}`);
  await stepTo('comparing');
  await recorder.look(`after re-vote ${changing}`);
}

async function commit(): Promise<void> {
  await meeting.moveTo('committing');
  const input = commitmentInput(personId('a', 2), `commitment-${newKey()}`);
  said.push(input.sentence, input.evidence);
  await person('a2').do('proposeCommitment', { params: { meeting: meeting.id }, input });
  await meeting.direct({ type: 'ask-support' }, ({ rounds }) => rounds.at(-1)?.purpose === 'support');
  const support = await meeting.round('support');
  for (const leader of leaders().slice(0, 3)) await vote(leader, support, drawAnswers(support.questions, drawn));
  await recorder.look('committing');
  await meeting.direct({ type: 'close-support' }, ({ rounds }) => rounds.at(-1)?.status === 'closed');
}

const wordings: string[] = [];

async function agree(): Promise<void> {
  await meeting.moveTo('messaging');
  for (const leader of leaders()) {
    const text = `wording-${leader.name}-${newKey()}`;
    wordings.push(text);
    await leader.do('putSentence', { params: { meeting: meeting.id }, input: { text } });
  }
  await recorder.look('wordings');
  await meeting.direct({ type: 'ask-marks' }, ({ rounds }) => rounds.at(-1)?.purpose === 'marks');
  const marks = await meeting.round('marks');
  for (const leader of leaders()) await vote(leader, marks, drawAnswers(marks.questions, drawn));
  await recorder.look('marks');
  await meeting.direct({ type: 'close-marks' }, ({ rounds }) => rounds.at(-1)?.status === 'closed');
  const text = `message-${newKey()}`;
  said.push(text);
  await meeting.direct({ type: 'settle-message', text }, ({ message }) => message === text);
}

function signalsTo(who: string): number {
  return recorder.frames.filter((frame) => frame.who === who && frame.text.startsWith('event: signal')).length;
}

/** A view as its operation gave it to somebody, without the types that a stranger to the code has not either. */
function parsed(text: string | undefined): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text ?? 'null');
  if (typeof value !== 'object' || value === null) throw new Error('This is no view');
  return Object.fromEntries(Object.entries(value));
}

function resultsAt(moment: string, who = 'a0'): Readonly<Record<string, unknown>> {
  return parsed(recorder.at(moment, 'viewResults').get(who));
}

describe('everything that anybody can fetch during and after a meeting', () => {
  it('PV1 holds nobody else’s ballot, note or wording before it is released', () => {
    const leaks = recorder.seen.flatMap(({ who, moment, operation, text }) =>
      [...secrets].flatMap(([owner, texts]) => {
        const isOwn = owner === who && OWN.includes(operation);
        return isOwn || !texts.some((secret) => text.includes(secret)) ? [] : [{ who, owner, moment, operation }];
      }),
    );
    expect(leaks).toEqual([]);
    const early = recorder.seen.filter(({ moment, operation, text, who }) => {
      const others = wordings.filter((_, i) => LEADERS[i] !== who || !OWN.includes(operation));
      return moment === 'wordings' && others.some((wording) => text.includes(wording));
    });
    expect(early.map(({ who, operation }) => ({ who, operation }))).toEqual([]);
  });

  it('PV1 shows each leader the own ballots while the meeting is open, and nobody any after it is sealed', () => {
    for (const [who, text] of recorder.at('closing', 'viewMine')) {
      if (OUTSIDERS.includes(who)) continue;
      const isLeader = LEADERS.includes(who);
      expect(text.includes('"answers"')).toBe(isLeader);
    }
    const answers = recorder.seen.filter(
      ({ operation, text }) => !OWN.includes(operation) && text.includes('"answers":'),
    );
    expect(answers).toEqual([]);
    for (const who of MEMBERS) {
      expect(parsed(recorder.at('closed', 'viewMine').get(who))).toMatchObject({ ballots: [], sentence: null });
    }
  });

  it('NM5 names nobody at any moment of an anonymous meeting', () => {
    for (const moment of ['choosing', 'committing', 'marks', 'closing', 'closed']) {
      for (const who of MEMBERS) expect(resultsAt(moment, who)['named']).toEqual([]);
    }
  });

  it('PV3 shows no result of an open round, and none of the rating before the reveal', () => {
    const before = ['collecting', ...LEADERS.map((_, i) => `rating, ${i + 1} ballots`), 'predicting'];
    for (const moment of before) {
      for (const who of MEMBERS) {
        expect(resultsAt(moment, who)).toEqual({
          depth: who === SPONSOR ? 'dimensions' : expect.any(String),
          rating: null,
          predictions: null,
          dots: null,
          revotes: [],
          support: [],
          marks: null,
          worth: null,
          named: [],
        });
      }
    }
    expect(resultsAt('choosing')['dots']).toBeNull();
    expect(resultsAt('during re-vote 0')['revotes']).toEqual([]);
    expect(resultsAt('committing')['support']).toEqual([]);
    expect(resultsAt('marks')['marks']).toBeNull();
    expect(resultsAt('closing')['worth']).toBeNull();
  });

  it('PV2 shows nothing of fewer ballots than the minimum group but how many are missing', () => {
    const held = (needed: number) => ({ result: { status: 'held', needed } });
    for (const moment of ['revealing', 'after re-vote 2', 'closed']) {
      const { predictions } = resultsAt(moment);
      expect(predictions).toEqual(Array.from({ length: 5 }, () => expect.objectContaining(held(1))));
    }
    expect(resultsAt('closed')['support']).toEqual([expect.objectContaining(held(2))]);
    expect(recorder.seen.filter(({ text }) => text.includes('"guess"') && !text.includes('"views"'))).toEqual([]);
  });

  it('PV3 PV9 moves counts by two people or more, and neither revision nor stream by anything less', () => {
    expect(counts.map(({ counted }) => counted)).toEqual([0, 2, 2, 4, 4, 6]);
    const moves = counts.slice(1).map(({ revision, signals }, i) => ({
      revision: revision - (counts[i]?.revision ?? 0),
      signals: signals - (counts[i]?.signals ?? 0),
    }));
    expect(moves).toEqual([1, 0, 1, 0, 1].map((n) => ({ revision: n, signals: n })));
  });

  it('PV3 shows the very same bytes whether nobody or one person changed an answer in a re-vote', () => {
    for (const who of MEMBERS) {
      const without = (moment: string) => JSON.stringify({ ...resultsAt(moment, who), revotes: null });
      const first = without('before re-vote 0');
      expect(without('after re-vote 0')).toBe(first);
      expect(without('before re-vote 1')).toBe(first);
      expect(without('after re-vote 1')).toBe(first);
    }
    const topics = parsed(recorder.at('after re-vote 1', 'viewMeeting').get('a0'))['topics'];
    const asked = Array.isArray(topics) ? topics.map((topic: { question: string }) => topic.question) : [];
    expect(resultsAt('after re-vote 1')['revotes']).toEqual([
      { question: asked[0], status: 'unchanged' },
      { question: asked[1], status: 'unchanged' },
    ]);
    expect(resultsAt('after re-vote 2')['revotes']).toEqual([
      { question: asked[0], status: 'unchanged' },
      { question: asked[1], status: 'unchanged' },
      expect.objectContaining({ question: asked[2], status: expect.not.stringMatching('unchanged') }),
    ]);
    const rounds = (moment: string) => parsed(recorder.at(moment, 'viewMeeting').get('a0'))['rounds'];
    const revotes = [rounds('after re-vote 1')].flat().filter((round) => isRevote(round));
    expect(revotes).toEqual([0, 1].map(() => expect.objectContaining({ counted: 6, status: 'closed', shown: true })));
  });

  it('PV5 CM6 names nobody who did not ask for it, and puts wordings in an order that says nothing', () => {
    const { comments } = parsed(recorder.at('closed', 'viewMeeting').get('a0'));
    const names = [0, 1, 2].flatMap(() => [null, nameOf('a', 3)]);
    expect([comments].flat().map((comment) => (isNamed(comment) ? comment.name : undefined))).toEqual(names);
    const rounds = [parsed(recorder.at('marks', 'viewMeeting').get('a0'))['rounds']].flat();
    const marks = rounds.find((round): round is { questions: { id: string; text: string }[] } => isMarks(round));
    expect(marks?.questions.map(({ text }) => text).toSorted()).toEqual(wordings.toSorted());
    expect(marks?.questions.map(({ id }) => id)).toEqual(marks?.questions.map(({ id }) => id).toSorted());
  });

  it('PV8 lets an analyst see results of a closed meeting only, and a sponsor its dimensions only', () => {
    for (const moment of ['revealing', 'after re-vote 2', 'closing']) {
      for (const who of [ANALYST, SPONSOR]) expect(resultsAt(moment, who)).toMatchObject({ rating: null, dots: null });
    }
    expect(resultsAt('closed', ANALYST)).toEqual(resultsAt('closed'));
    expect(resultsAt('closed', SPONSOR)).toMatchObject({
      depth: 'dimensions',
      rating: { questions: [], rankings: [] },
      predictions: null,
      dots: null,
      revotes: [],
      support: [],
      marks: null,
      worth: null,
    });
  });

  it('AC1 AC2 is nothing at all for people outside the team', () => {
    const outside = recorder.seen.filter(({ who }) => OUTSIDERS.includes(who));
    const things = [teamId, meeting.id];
    for (const { operation, status, text } of outside) {
      // What is the organisation's is nobody's of these, and no secret is that there is one.
      const refused = operation.startsWith('viewOrganisation') ? 403 : 404;
      expect(status).toBe(ABOUT_ONESELF.includes(operation) ? 200 : refused);
      expect(things.filter((thing) => text.includes(thing))).toEqual([]);
    }
    expect(outside.length).toBeGreaterThan(0);
  });

  it('PV9 says on the live stream which revision a thing is at, and nothing else', () => {
    // On Cosmos DB it also says how far the service had seen, sealed.
    const signal = /signal\ndata: \{"topic":"([\w-]+)","revision":"[\w-]+"(?:,"seen":"([\w-]+)")?\}/.source;
    const frame = new RegExp(`^event: (?:time\ndata: \\d+;rate=1|${signal})$`);
    const sealed = recorder.frames.flatMap(({ text }) => frame.exec(text)?.[2]?.length ?? []);
    const odd = recorder.frames.filter(({ who, text }) => {
      const isProblem = OUTSIDERS.includes(who) && text.includes('thing.not-found');
      const [matched, topic] = frame.exec(text) ?? [];
      return !isProblem && (matched === undefined || (topic !== undefined && ![teamId, meeting.id].includes(topic)));
    });
    expect(odd).toEqual([]);
    expect(new Set(sealed).size).toBeLessThanOrEqual(1);
    expect(signalsTo('a0')).toBeGreaterThan(20);
  });

  it('HT7 leaves no word, name, address, token or id of a person in the log', () => {
    const texts = [...said, ...wordings, ...[...secrets.values()].flat()];
    const identities = [...people.values()].map(({ token }) => token);
    const names = [...LEADERS, ANALYST].flatMap((id) => {
      const number = Number(id.slice(1));
      return [nameOf('a', number), personId('a', number).slice('person_'.length), `${id}@tenant.example`];
    });
    expect(service.written).toContain('castBallot');
    expect([...texts, ...identities, ...names].filter((text) => service.written.includes(text))).toEqual([]);
  });
});

function isRevote(round: unknown): boolean {
  return typeof round === 'object' && round !== null && 'purpose' in round && round.purpose === 're-vote';
}

function isMarks(round: unknown): round is { questions: { id: string; text: string }[] } {
  return typeof round === 'object' && round !== null && 'purpose' in round && round.purpose === 'marks';
}

function isNamed(comment: unknown): comment is { name: string | null } {
  return typeof comment === 'object' && comment !== null && 'name' in comment;
}
