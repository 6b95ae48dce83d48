import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { loadMeeting } from '@plumbline/shared/application/in-team';
import { endAged } from '@plumbline/shared/application/lifecycle/aging';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import { makeId, type MeetingId, type TeamId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';
import { Company } from './company.ts';
import { placesOf } from './everything-kept.ts';

const Q = 'al.roles.1';
/** Nobody of them is in the team. */
const FIRST = 100;
const CUSTOMERS = [FIRST, FIRST + 7] as const;
const PEERS = [FIRST + 7, FIRST + 12] as const;
const REPORTS = [FIRST + 12, FIRST + 15] as const;

let company: Company;
let team: TeamId;
beforeEach(async () => {
  company = new Company();
  team = await company.team(6, ['sponsor', 'analyst']);
});
afterEach(() => company.leave());

type Range = readonly [from: number, to: number];

function group(name: string, [from, to]: Range) {
  return { group: name, people: Array.from({ length: to - from }, (_, at) => company.person(from + at).person) };
}

/** The same with somebody who does not exist, under an id like those that stand for people who are forgotten. */
function withNobody(name: string, range: Range) {
  const { group: of, people } = group(name, range);
  return { group: of, people: [...people, makeId('person', 'asked-1')] };
}

const usual = () => [group('Customers', CUSTOMERS), group('Peers', PEERS), group('Reports', REPORTS)];

async function plan(format: 'pulse' | 'meeting' = 'pulse', mode: 'anonymous' | 'named' = 'anonymous') {
  const composition = { ...COMPOSITION, title: 'Around us', mode };
  const input = { format, composition };
  return (await company.get('composeMeeting', company.person(0), { params: { team }, input })).id;
}

async function name(meeting: MeetingId, groups: ReturnType<typeof usual>) {
  const ifMatch = String((await company.view(meeting)).revision);
  return company.call('nameStakeholders', company.person(0), { params: { meeting }, input: { groups }, ifMatch });
}

async function tryOpen(meeting: MeetingId) {
  const ifMatch = String((await company.view(meeting)).revision);
  const input = { closesAt: company.now + 7 * DAY };
  return company.call('openMeeting', company.person(0), { params: { meeting }, input, ifMatch });
}

async function open(groups = usual()): Promise<MeetingId> {
  const meeting = await plan();
  const named = await name(meeting, groups);
  if (!named.ok) throw new Error(named.error.kind);
  const opened = await tryOpen(meeting);
  if (!opened.ok) throw new Error(opened.error.kind);
  await keepHouse(company.ports);
  return meeting;
}

async function answer(meeting: MeetingId, people: Range, value: (at: number) => number) {
  const { id } = await company.round(meeting, 'rating');
  for (let by = people[0]; by < people[1]; by += 1) {
    const answers: Answers = { [Q]: { kind: 'scale', value: value(by - people[0]) } };
    const cast = await company.cast(meeting, id, { by, answers });
    if (!cast.ok) throw new Error(cast.error.kind);
  }
}

async function close(meeting: MeetingId) {
  await company.direct(meeting, { type: 'close' });
}

const results = (meeting: MeetingId, by: number) =>
  company.get('viewResults', company.person(by), { params: { meeting }, input: null });

describe('SH1 a pulse of stakeholders', () => {
  it('asks them and nobody of the team, each in one group, and is not changed once it is open', async () => {
    const meeting = await open();
    const view = await company.view(meeting);
    expect([view.asks, view.leaders, view.participants?.people, view.rounds[0]?.invited]).toEqual([
      'stakeholders',
      0,
      15,
      15,
    ]);
    expect((await company.view(meeting, company.person(1))).me.invited).toBe(false);
    const leader = await company.cast(meeting, (await company.round(meeting, 'rating')).id, { by: 1, answers: {} });
    expect(leader).toMatchObject({ ok: false, error: { kind: 'access.denied' } });
    expect(await name(meeting, usual())).toMatchObject({ error: { kind: 'meeting.already-open' } });
  });

  it.each([
    ['stakeholders.twice', () => [group('Customers', [100, 107]), group('Peers', [106, 112])]],
    ['stakeholders.in-team', () => [group('Customers', [5, 12])]],
    ['stakeholders.too-many', () => [group('Customers', [100, 400]), group('Peers', [400, 601])]],
    [
      'stakeholders.too-many-groups',
      () => Array.from({ length: 7 }, (_, at) => group(`Group ${at}`, [100 + at, 101 + at])),
    ],
  ])('is refused as %s before anything is kept', async (kind, groups) => {
    const meeting = await plan();
    expect(await name(meeting, groups())).toMatchObject({ ok: false, error: { kind } });
    expect((await company.view(meeting)).asks).toBe('team');
  });

  it('is anonymous, of enough people, and asks nobody else beside them', async () => {
    expect(await name(await plan('meeting'), usual())).toMatchObject({ error: { kind: 'participants.pulse-only' } });
    const named = await name(await plan('pulse', 'named'), usual());
    expect(named).toMatchObject({ error: { kind: 'participants.anonymous-only' } });
    const few = await plan();
    await name(few, [group('Customers', [100, 104])]);
    expect(await tryOpen(few)).toMatchObject({ error: { kind: 'stakeholders.too-few', people: 4, minimumGroup: 5 } });
    const both = await plan();
    await name(both, usual());
    const more = { params: { meeting: both }, input: { people: [company.person(300).person] } };
    const beside = await company.call('nameParticipants', company.person(0), more);
    expect(beside).toMatchObject({ error: { kind: 'stakeholders.beside-others' } });
  });

  it('does not ask whoever has joined the team since they were named', async () => {
    const meeting = await plan();
    await name(meeting, usual());
    const { person, name: called } = company.person(FIRST);
    const input = { person, name: called, title: '', role: 'leader', group: '' } as const;
    await company.get('addMember', company.person(0), { params: { team }, input });
    await tryOpen(meeting);
    expect((await company.view(meeting)).participants?.people).toBe(14);
  });
});

describe('SH2 what stakeholders say', () => {
  it('is shown as a whole and by groups that are large enough, as is everybody else, to whoever sees a pulse', async () => {
    const meeting = await open();
    await answer(meeting, CUSTOMERS, () => 2);
    await answer(meeting, PEERS, () => 6);
    await answer(meeting, REPORTS, () => 6);
    expect((await results(meeting, 0)).rating).toBeNull();
    await close(meeting);
    for (const by of [0, 1, 8]) {
      const { rating } = await results(meeting, by);
      expect(rating?.ballots).toBe(15);
      expect(rating?.groups.map(({ group: of, status }) => [of, status])).toEqual([
        ['Customers', 'shown'],
        ['Peers', 'held'],
        ['Reports', 'held'],
      ]);
    }
    const { depth, rating } = await results(meeting, 7);
    expect([depth, rating?.questions, rating?.groups]).toEqual(['dimensions', [], []]);
    const asked = await company.call('viewResults', company.person(FIRST), { params: { meeting }, input: null });
    expect(asked).toMatchObject({ ok: false, error: { kind: 'thing.not-found' } });
  });

  it('is nowhere on the time line of the team, nor in what follows from it', async () => {
    const own = await company.meeting(team, company.now + 7 * DAY);
    const { id } = await company.round(own, 'rating');
    for (let by = 1; by <= 6; by += 1)
      await company.cast(own, id, { by, answers: { [Q]: { kind: 'scale', value: 5 } } });
    await close(own);
    const view = () => company.get('viewTeam', company.person(0), { params: { team }, input: null });
    const before = await view();
    const meeting = await open();
    await answer(meeting, CUSTOMERS, () => 1);
    await close(meeting);
    expect((await view()).trend).toEqual(before.trend);
    expect((await view()).meetings.map(({ asks }) => asks).sort()).toEqual(['stakeholders', 'team']);
  });

  it('is the same to everybody, whoever of them answered what in a group that is not shown', async () => {
    const seen: unknown[] = [];
    for (const turn of [0, 4, 8]) {
      const meeting = await open([group('Customers', [100, 104]), group('Peers', [104, 112])]);
      await answer(meeting, [100, 112], (at) => ((at + turn) % 12 < 6 ? 6 : 2));
      await close(meeting);
      const { rating } = await results(meeting, 0);
      seen.push(rating);
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });
});

describe('SH3 a stakeholder', () => {
  it('finds the pulse, and is told the groups, how many are in each, and which could be shown, and no member', async () => {
    const meeting = await open();
    const home = await company.get('viewHome', company.person(FIRST), { params: {}, input: null });
    expect(home.waiting.map(({ kind }) => kind)).toEqual(['ballot']);
    const view = await company.view(meeting, company.person(FIRST));
    expect(view.people).toEqual([]);
    expect(view.groups).toEqual([
      { group: 'Customers', people: 7, held: null, mine: true },
      { group: 'Peers', people: 5, held: 'with-others', mine: false },
      { group: 'Reports', people: 3, held: 'too-small', mine: false },
    ]);
    const sample = await company.get('viewSample', company.person(FIRST), { params: { meeting }, input: null });
    expect([sample.invited, sample.views.map(({ results: shown }) => shown?.rating?.groups.length)]).toEqual([
      15,
      [3, 3, 0],
    ]);
  });
});

describe('SH4 a pulse of nearly the same stakeholders', () => {
  it('is refused while another one is kept that differs in few, open or closed, and not when the same are asked', async () => {
    const first = await open([group('All', [100, 112])]);
    const alike = await plan();
    await name(alike, [group('All', [100, 113])]);
    expect(await tryOpen(alike)).toMatchObject({ error: { kind: 'stakeholders.too-alike', minimumGroup: 5 } });
    await close(first);
    expect(await tryOpen(alike)).toMatchObject({ error: { kind: 'stakeholders.too-alike' } });
    await name(alike, [group('All', [101, 112])]);
    expect(await tryOpen(alike)).toMatchObject({ error: { kind: 'stakeholders.too-alike' } });
    await name(alike, [group('All', [100, 112])]);
    expect((await tryOpen(alike)).ok).toBe(true);
    expect(await open([group('All', [105, 120])])).toBeDefined();
    const divided = [group('Customers', [200, 207]), group('Peers', [207, 212]), group('Reports', [212, 215])];
    expect(await open(divided)).not.toEqual(await open(divided));
  });

  it('is refused too where one more pulse would let three be subtracted, or somebody changes the group', async () => {
    await open([group('All', [100, 120])]);
    await open([group('All', [100, 110])]);
    const rest = await plan();
    await name(rest, [group('All', [111, 120])]);
    expect(await tryOpen(rest)).toMatchObject({ error: { kind: 'stakeholders.too-alike' } });
    await open([group('A', [200, 206]), group('B', [206, 212])]);
    const moved = await plan();
    await name(moved, [group('A', [200, 207]), group('B', [207, 212])]);
    expect(await tryOpen(moved)).toMatchObject({ error: { kind: 'stakeholders.too-alike' } });
  });

  it('is refused too where a made-up person is among those who were asked before', async () => {
    await open([withNobody('All', [100, 112])]);
    const alike = await plan();
    await name(alike, [withNobody('All', [100, 113])]);
    expect(await tryOpen(alike)).toMatchObject({ error: { kind: 'stakeholders.too-alike' } });
  });
});

describe('SH5 who was asked', () => {
  it('is forgotten a month after closing: how many were in which group stays, and nothing that is shown changes', async () => {
    const meeting = await open();
    await answer(meeting, CUSTOMERS, () => 2);
    await close(meeting);
    const { person } = company.person(FIRST + 1);
    expect(await placesOf(company.store, person)).not.toEqual([]);
    const before = [await results(meeting, 0), (await company.view(meeting)).groups];
    company.now += 32 * DAY;
    await keepHouse(company.ports);
    await endAged(company.ports);
    const kept = (await loadMeeting(company.ports, 'tenant-1', meeting))?.value;
    expect(JSON.stringify(kept)).not.toContain(person);
    expect([await results(meeting, 0), (await company.view(meeting)).groups]).toEqual(before);
  });

  it('is forgotten too where a made-up person is among them', async () => {
    const meeting = await open([withNobody('All', [100, 112])]);
    await close(meeting);
    company.now += 32 * DAY;
    await keepHouse(company.ports);
    await endAged(company.ports);
    const kept = (await loadMeeting(company.ports, 'tenant-1', meeting))?.value;
    expect(JSON.stringify(kept)).not.toContain(company.person(FIRST).person);
  });

  it('leaves nobody who deletes what is theirs, in a plan or when it is over', async () => {
    const meeting = await open();
    await close(meeting);
    const gone = company.person(FIRST + 2);
    await company.get('deleteMine', gone, { params: {}, input: { confirmed: true } });
    expect(await placesOf(company.store, gone.person)).toEqual([]);
    expect((await company.view(meeting)).groups[0]?.people).toBe(7);
  });
});
