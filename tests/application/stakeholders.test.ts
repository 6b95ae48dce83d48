import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { loadMeeting } from '@plumbline/shared/application/in-team';
import { endAged } from '@plumbline/shared/application/lifecycle/aging';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { AskedAround, CUSTOMERS, FIRST, group, PEERS, REPORTS, usual, withNobody, type Range } from './asked-around.ts';
import type { Company } from './company.ts';
import { everythingIn, placesOf } from './everything-kept.ts';

const Q = 'al.roles.1';

let around: AskedAround;
let company: Company;
let team: TeamId;
beforeEach(async () => {
  around = await AskedAround.begin(['sponsor', 'analyst']);
  ({ company, team } = around);
});
afterEach(() => company.leave());

async function answer(meeting: MeetingId, people: Range, value: (at: number) => number) {
  const { id } = await company.round(meeting, 'rating');
  for (let by = people[0]; by < people[1]; by += 1) {
    const answers: Answers = { [Q]: { kind: 'scale', value: value(by - people[0]) } };
    const cast = await company.cast(meeting, id, { by, answers });
    if (!cast.ok) throw new Error(cast.error.kind);
  }
}

const results = (meeting: MeetingId, by: number) =>
  company.get('viewResults', company.person(by), { params: { meeting }, input: null });

describe('SH1 a pulse of stakeholders', () => {
  it('asks them and nobody of the team, each in one group, and is not changed once it is open', async () => {
    const meeting = await around.open();
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
    expect(await around.name(meeting, usual())).toMatchObject({ error: { kind: 'meeting.already-open' } });
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
    const meeting = await around.plan();
    expect(await around.name(meeting, groups())).toMatchObject({ ok: false, error: { kind } });
    expect((await company.view(meeting)).asks).toBe('team');
  });

  it('is anonymous, of enough people, and asks nobody else beside them', async () => {
    expect(await around.name(await around.plan('meeting'), usual())).toMatchObject({
      error: { kind: 'participants.pulse-only' },
    });
    const named = await around.name(await around.plan('pulse', 'named'), usual());
    expect(named).toMatchObject({ error: { kind: 'participants.anonymous-only' } });
    const few = await around.plan();
    await around.name(few, [group('Customers', [100, 104])]);
    expect(await around.tryOpen(few)).toMatchObject({
      error: { kind: 'stakeholders.too-few', people: 4, minimumGroup: 5 },
    });
    const both = await around.plan();
    await around.name(both, usual());
    const more = { params: { meeting: both }, input: { people: [company.person(300).person] } };
    const beside = await company.call('nameParticipants', company.person(0), more);
    expect(beside).toMatchObject({ error: { kind: 'stakeholders.beside-others' } });
  });

  it('does not ask whoever has joined the team since they were named', async () => {
    const meeting = await around.plan();
    await around.name(meeting, usual());
    const { person, name: called } = company.person(FIRST);
    const input = { person, name: called, title: '', role: 'leader', group: '' } as const;
    await company.get('addMember', company.person(0), { params: { team }, input });
    await around.tryOpen(meeting);
    expect((await company.view(meeting)).participants?.people).toBe(14);
  });
});

describe('SH2 what stakeholders say', () => {
  it('is shown as a whole and by groups that are large enough, as is everybody else, to whoever sees a pulse', async () => {
    const meeting = await around.open();
    await answer(meeting, CUSTOMERS, () => 2);
    await answer(meeting, PEERS, () => 6);
    await answer(meeting, REPORTS, () => 6);
    expect((await results(meeting, 0)).rating).toBeNull();
    await around.close(meeting);
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
    await around.close(own);
    const view = () => company.get('viewTeam', company.person(0), { params: { team }, input: null });
    const before = await view();
    const meeting = await around.open();
    await answer(meeting, CUSTOMERS, () => 1);
    await around.close(meeting);
    expect((await view()).trend).toEqual(before.trend);
    expect((await view()).meetings.map(({ asks }) => asks).sort()).toEqual(['stakeholders', 'team']);
  });

  it('is the same to everybody, whoever of them answered what in a group that is not shown', async () => {
    const seen: unknown[] = [];
    for (const turn of [0, 4, 8]) {
      const meeting = await around.open([group('Customers', [100, 104]), group('Peers', [104, 112])]);
      await answer(meeting, [100, 112], (at) => ((at + turn) % 12 < 6 ? 6 : 2));
      await around.close(meeting);
      const { rating } = await results(meeting, 0);
      seen.push(rating);
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });
});

describe('SH3 a stakeholder', () => {
  it('finds the pulse, and is told the groups, how many are in each, and which could be shown, and no member', async () => {
    const meeting = await around.open();
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

describe('SH5 who was asked', () => {
  it('is forgotten a month after closing: how many were in which group stays, and nothing that is shown changes', async () => {
    const meeting = await around.open();
    await answer(meeting, CUSTOMERS, () => 2);
    await around.close(meeting);
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
    const meeting = await around.open([withNobody('All', [100, 112])]);
    await around.close(meeting);
    company.now += 32 * DAY;
    await keepHouse(company.ports);
    await endAged(company.ports);
    const kept = (await loadMeeting(company.ports, 'tenant-1', meeting))?.value;
    expect(JSON.stringify(kept)).not.toContain(company.person(FIRST).person);
  });

  it('DL2 leaves nobody who deletes what is theirs, in a plan, before they are told of it, or when it is over', async () => {
    const draft = await around.draft();
    const gone = company.person(FIRST + 2);
    const deleted = () => company.get('deleteMine', gone, { params: {}, input: { confirmed: true } });
    expect(await placesOf(company.store, gone.person)).not.toEqual([]);
    expect(await deleted()).toEqual({ deleted: true, openMeetings: 0 });
    expect(await placesOf(company.store, gone.person)).toEqual([]);
    expect((await company.view(draft)).participants?.people).toBe(14);
    const untold = await around.draft();
    await around.tryOpen(untold);
    expect(await deleted()).toEqual({ deleted: true, openMeetings: 1 });
    await keepHouse(company.ports);
    const home = await company.get('viewHome', gone, { params: {}, input: null });
    expect(home.waiting).toEqual([]);
    await around.close(untold);
    await keepHouse(company.ports);
    expect(await placesOf(company.store, gone.person)).toEqual([]);
    expect((await company.view(untold)).groups[0]?.people).toBe(7);
  });

  it('DL2 leaves no participant who deletes what is theirs in a plan', async () => {
    const meeting = await around.plan();
    const gone = company.person(300);
    const people = [300, 301, 302].map((number) => company.person(number).person);
    await company.get('nameParticipants', company.person(0), { params: { meeting }, input: { people } });
    await company.get('deleteMine', gone, { params: {}, input: { confirmed: true } });
    expect(await placesOf(company.store, gone.person)).toEqual([]);
  });

  it('DL2 leaves no trace of which plans and pulses ask people once it is not known whom', async () => {
    const asking = async () =>
      (await everythingIn(company.store)).filter(({ place }) => place.partition.endsWith('|asking'));
    const [thrown, held] = [await around.draft(), await around.open()];
    expect(await asking()).toHaveLength(2);
    await around.discard(thrown);
    await around.close(held);
    expect(await asking()).toHaveLength(1);
    company.now += 32 * DAY;
    await keepHouse(company.ports);
    await endAged(company.ports);
    expect(await asking()).toEqual([]);
  });

  it('leaves nobody who deletes what is theirs when it is over', async () => {
    const meeting = await around.open();
    await around.close(meeting);
    const gone = company.person(FIRST + 2);
    await company.get('deleteMine', gone, { params: {}, input: { confirmed: true } });
    expect(await placesOf(company.store, gone.person)).toEqual([]);
    expect((await company.view(meeting)).groups[0]?.people).toBe(7);
  });
});
