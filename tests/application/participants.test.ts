import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { access } from '@plumbline/shared/application/access';
import { NOBODY } from '@plumbline/shared/application/admitted';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { loadMeeting } from '@plumbline/shared/application/in-team';
import { ballotPlaces, meetingPlace } from '@plumbline/shared/application/places';
import { mayWatch } from '@plumbline/shared/application/watch';
import { operations } from '@plumbline/shared/contract/operations';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { MeetingId, PersonId, TeamId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { fail } from '@plumbline/shared/kernel/result';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';
import { Company } from './company.ts';
import { everythingIn, placesOf } from './everything-kept.ts';

const CROWD = 3_300;
const FIRST = 1_000;
const Q = 'al.roles.1';

let company: Company;
beforeEach(() => {
  company = new Company();
});
afterEach(() => company.leave());

function crowd(count: number, from = FIRST): readonly PersonId[] {
  return Array.from({ length: count }, (_, i) => company.person(from + i).person);
}

async function plan(team: TeamId, changes: { format?: 'meeting' | 'pulse'; mode?: 'anonymous' | 'named' } = {}) {
  const { format = 'pulse', mode = 'anonymous' } = changes;
  const composition = { ...COMPOSITION, title: 'How clear are we?', mode };
  const { id } = await company.get('composeMeeting', company.person(0), {
    params: { team },
    input: { format, composition },
  });
  return id;
}

async function name(meeting: MeetingId, people: readonly PersonId[], key?: string) {
  for (let from = 0; from < people.length; from += 1_000) {
    await company.get('nameParticipants', company.person(0), {
      params: { meeting },
      input: { people: people.slice(from, from + 1_000) },
      ...(key === undefined ? {} : { key }),
    });
  }
}

async function open(meeting: MeetingId) {
  const { revision } = await company.view(meeting);
  const input = { closesAt: company.now + 7 * DAY };
  return company.get('openMeeting', company.person(0), { params: { meeting }, input, ifMatch: String(revision) });
}

async function openPulse(people = crowd(CROWD)): Promise<MeetingId> {
  const meeting = await plan(await company.team(3));
  await name(meeting, people);
  await open(meeting);
  return meeting;
}

function agree(value: number): Answers {
  return { [Q]: { kind: 'scale', value } };
}

describe('PU2 people whom a pulse asks beside the leaders of its team', () => {
  it('are named page by page, each once, without the leaders, before the opening only', async () => {
    const team = await company.team(6);
    const meeting = await plan(team);
    await name(meeting, crowd(1_000), 'page-1');
    await name(meeting, crowd(1_000), 'page-1');
    expect((await company.view(meeting)).participants).toEqual({ people: 1_000, told: 0 });
    await name(meeting, [...crowd(600, FIRST + 500), company.person(1).person], 'page-2');
    const { participants, leaders, rounds } = await open(meeting);
    expect({ participants, leaders }).toEqual({ participants: { people: 1_100, told: 0 }, leaders: 6 });
    expect(rounds[0]?.invited).toBe(1_106);
    const late = { params: { meeting }, input: { people: [...crowd(1)] } };
    expect(await company.call('nameParticipants', company.person(0), late)).toMatchObject({
      error: { kind: 'meeting.already-open' },
    });
  });

  it('can be forgotten again before the opening', async () => {
    const meeting = await plan(await company.team(6));
    await name(meeting, crowd(1_500));
    const { revision } = await company.view(meeting);
    await company.get('clearParticipants', company.person(0), {
      params: { meeting },
      input: null,
      ifMatch: String(revision),
    });
    expect((await company.view(meeting)).participants).toBeNull();
    expect((await open(meeting)).rounds[0]?.invited).toBe(6);
  });

  it('are forgotten however many pages they stand on, and not at all when somebody else was faster', async () => {
    const meeting = await plan(await company.team(6));
    for (const person of crowd(120)) await name(meeting, [person]);
    const seen = String((await company.view(meeting)).revision);
    await name(meeting, crowd(1, 5_000));
    const clear = (ifMatch: string) =>
      company.call('clearParticipants', company.person(0), { params: { meeting }, input: null, ifMatch });
    expect(await clear(seen)).toEqual({ ok: false, error: { kind: 'revision.stale' } });
    expect((await company.view(meeting)).participants).toEqual({ people: 121, told: 0 });
    const pages = async () => company.store.count(meetingPlace('tenant-1', meeting), { prefix: 'named|' });
    expect(await pages()).toBe(121);
    expect((await clear(String((await company.view(meeting)).revision))).ok).toBe(true);
    expect([await pages(), (await company.view(meeting)).participants]).toEqual([0, null]);
  });

  it('are forgotten with a draft that is thrown away', async () => {
    const meeting = await plan(await company.team(6));
    await name(meeting, crowd(1_500));
    const params = { meeting };
    await company.get('discardDraft', company.person(0), {
      params,
      input: null,
      ifMatch: String((await company.view(meeting)).revision),
    });
    const { documents } = await company.store.list(meetingPlace('tenant-1', meeting), { prefix: '' });
    expect(documents.map(({ id }) => id)).toEqual([]);
  });

  it('DL2 are forgotten with a draft whose opening came to nothing, and by whoever deletes what is theirs', async () => {
    await company.leave();
    let isRefused = true;
    company = new Company((store) => ({
      ...store,
      batch: (place, operations) => {
        const [first] = operations;
        const opens = first?.type === 'replace' && first.document.body['status'] === 'open';
        const stale = fail({ kind: 'store.stale', index: 0 } as const);
        return opens && isRefused ? Promise.resolve(stale) : store.batch(place, operations);
      },
    }));
    const team = await company.team(6);
    const sent = { params: { team }, input: { format: 'pulse', composition: COMPOSITION }, key: 'the same' } as const;
    const { id } = await company.get('composeMeeting', company.person(0), sent);
    await name(id, crowd(3));
    await expect(open(id)).rejects.toThrow('revision.stale');
    await company.get('deleteMine', company.person(FIRST), { params: {}, input: { confirmed: true } });
    expect(await placesOf(company.store, company.person(FIRST).person)).toEqual([]);
    const ifMatch = String((await company.view(id)).revision);
    await company.get('discardDraft', company.person(0), { params: { meeting: id }, input: null, ifMatch });
    expect(await placesOf(company.store, company.person(FIRST + 1).person)).toEqual([]);
    await keepHouse(company.ports);
    const left = (await everythingIn(company.store)).filter(({ place, document }) =>
      [place.container === 'ballots', place.partition === 'open-meetings', document.id.includes(id)].includes(true),
    );
    expect(left).toEqual([]);
    isRefused = false;
    await company.get('composeMeeting', company.person(0), sent);
    await open(id);
    const { id: round } = await company.round(id, 'rating');
    expect((await company.cast(id, round, { by: 1, answers: agree(3) })).ok).toBe(true);
  });

  it('DL2 are forgotten when the draft went while it was being opened', async () => {
    await company.leave();
    let meanwhile: (() => Promise<unknown>) | null = null;
    company = new Company((store) => ({
      ...store,
      put: async (place, document) => {
        const act = document.id.startsWith('participants|') ? meanwhile : null;
        if (act) meanwhile = null;
        await act?.();
        return store.put(place, document);
      },
    }));
    const meeting = await plan(await company.team(6));
    await name(meeting, crowd(3));
    const ifMatch = String((await company.view(meeting)).revision);
    const discard = { params: { meeting }, input: null, ifMatch };
    meanwhile = () => company.get('discardDraft', company.person(0), discard);
    await expect(open(meeting)).rejects.toThrow('revision.stale');
    await keepHouse(company.ports);
    expect(await placesOf(company.store, company.person(FIRST).person)).toEqual([]);
  });

  it('DL2 who delete what is theirs leave a plan that can be changed like any other once the rest are forgotten', async () => {
    const meeting = await plan(await company.team(6));
    await name(meeting, crowd(3));
    await company.get('deleteMine', company.person(FIRST), { params: {}, input: { confirmed: true } });
    const clear = async () => {
      const ifMatch = String((await company.view(meeting)).revision);
      return company.get('clearParticipants', company.person(0), { params: { meeting }, input: null, ifMatch });
    };
    expect((await clear()).participants).toBeNull();
    const ifMatch = String((await company.view(meeting)).revision);
    const input = { ...COMPOSITION, mode: 'named' } as const;
    const named = await company.get('recompose', company.person(0), { params: { meeting }, input, ifMatch });
    expect(named.mode).toBe('named');
  });

  it('DL2 stay forgotten though one of them deletes what is theirs in the same moment', async () => {
    await company.leave();
    let meanwhile: (() => Promise<unknown>) | null = null;
    const first = async (id: string): Promise<void> => {
      const act = id.startsWith('named|') ? meanwhile : null;
      if (act) meanwhile = null;
      await act?.();
    };
    company = new Company((store) => ({
      ...store,
      put: async (place, document) => (await first(document.id), store.put(place, document)),
      replace: async (place, document, etag) => (await first(document.id), store.replace(place, document, etag)),
    }));
    const meeting = await plan(await company.team(6));
    await name(meeting, crowd(3));
    const ifMatch = String((await company.view(meeting)).revision);
    const cleared = { params: { meeting }, input: null, ifMatch };
    meanwhile = () => company.get('clearParticipants', company.person(0), cleared);
    await company.get('deleteMine', company.person(FIRST), { params: {}, input: { confirmed: true } });
    expect(meanwhile).toBeNull();
    for (const { person } of [company.person(FIRST), company.person(FIRST + 1)]) {
      expect(await placesOf(company.store, person)).toEqual([]);
    }
    expect((await company.view(meeting)).participants).toBeNull();
  });

  it('leave a plan without groups, as the pulse will have none', async () => {
    const team = await company.team(6);
    const params = { team, person: company.person(1).person };
    const { revision } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    await company.get('changeGroup', company.person(0), {
      params,
      input: { group: 'North' },
      ifMatch: String(revision),
    });
    const meeting = await plan(team);
    expect((await company.view(meeting)).groups.map(({ group }) => group)).toEqual(['North']);
    await name(meeting, crowd(10));
    expect((await company.view(meeting)).groups).toEqual([]);
    expect((await open(meeting)).groups).toEqual([]);
  });

  it('make a pulse of a team that would be too small alone, and none of a named one or a meeting', async () => {
    const team = await company.team(2);
    const named = { params: { meeting: await plan(team, { mode: 'named' }) }, input: { people: [...crowd(3)] } };
    expect(await company.call('nameParticipants', company.person(0), named)).toMatchObject({
      error: { kind: 'participants.anonymous-only' },
    });
    const held = { params: { meeting: await plan(team, { format: 'meeting' }) }, input: { people: [...crowd(3)] } };
    expect(await company.call('nameParticipants', company.person(0), held)).toMatchObject({
      error: { kind: 'participants.pulse-only' },
    });
    const meeting = await plan(team);
    await name(meeting, crowd(3));
    expect((await open(meeting)).status).toBe('open');
  });

  it('find the pulse once they are told, answer it, and change their answer until it closes', async () => {
    const meeting = await openPulse();
    const someone = company.person(FIRST + 17);
    expect((await company.get('viewHome', someone, { params: {}, input: null })).waiting).toEqual([]);
    await keepHouse(company.ports);
    expect((await company.view(meeting)).participants).toEqual({ people: CROWD, told: CROWD });
    const home = await company.get('viewHome', someone, { params: {}, input: null });
    expect(home.waiting).toMatchObject([{ kind: 'ballot', team: 'Team', meeting: { id: meeting }, answered: 0 }]);
    const { id } = await company.round(meeting, 'rating');
    const first = await company.cast(meeting, id, { by: FIRST + 17, answers: agree(2) });
    if (!first.ok) throw new Error(first.error.kind);
    const basedOn = first.value.output.revision;
    expect((await company.cast(meeting, id, { by: FIRST + 17, answers: agree(6), basedOn })).ok).toBe(true);
    const mine = await company.get('viewMine', someone, { params: { meeting }, input: null });
    expect(mine.ballots.map(({ answers }) => answers)).toEqual([agree(6)]);
    company.now += 8 * DAY;
    await keepHouse(company.ports);
    expect(await company.cast(meeting, id, { by: FIRST + 18, answers: agree(3) })).toMatchObject({ ok: false });
    expect((await company.get('viewHome', someone, { params: {}, input: null })).waiting).toEqual([]);
  });

  it('may look at what they are asked and at their own answers, and at nothing and nobody else', async () => {
    const meeting = await openPulse();
    const someone = company.person(FIRST + 5);
    const view = await company.view(meeting, someone);
    expect(view.me).toMatchObject({ role: 'participant', invited: true });
    expect(Object.entries(view.me.abilities).filter(([, may]) => may)).toEqual([['answer', true]]);
    expect([view.people, view.lastTime, view.comments, view.participants]).toEqual([
      [],
      [],
      [],
      { people: CROWD, told: null },
    ]);
    const standing = { ...NOBODY, participates: true };
    const open = Object.keys(operations).filter(
      (name) => name in access && access[name as keyof typeof access](standing),
    );
    expect(open.sort()).toEqual([
      'castBallot',
      'deleteMine',
      'exportMine',
      'foundTeam',
      'setNudgePreferences',
      'snooze',
      'viewHome',
      'viewMeeting',
      'viewMine',
      'viewNudgePreferences',
      'viewSample',
    ]);
    const results = await company.call('viewResults', someone, { params: { meeting }, input: null });
    expect(results).toEqual({ ok: false, error: { kind: 'thing.not-found' } });
    expect(await mayWatch(company.ports, someone, meeting)).toBe(true);
    expect(await mayWatch(company.ports, someone, view.team.id)).toBe(false);
    for (const outsider of [company.person(999), company.person(FIRST + 5, 'tenant-2')]) {
      const asked = await company.call('viewMeeting', outsider, { params: { meeting }, input: null });
      expect(asked).toEqual({ ok: false, error: { kind: 'thing.not-found' } });
      expect(await mayWatch(company.ports, outsider, meeting)).toBe(false);
    }
  });

  it('BL1 answer, and change their answer, also as members whom it does not ask as leaders', async () => {
    const team = await company.team(6, ['analyst', 'sponsor']);
    const coach = company.person(0);
    const [analyst, sponsor, joining] = [7, 8, 20];
    const asked = [0, analyst, sponsor, joining].map((number) => company.person(number).person);
    const begun = { sponsor: company.person(sponsor).person, purpose: 'Decide once.', occasion: 'none' } as const;
    await company.get('beginEngagement', coach, { params: { team }, input: begun });
    const contract = { params: { team }, input: { sponsorSees: 'nothing' } as const, ifMatch: '1' };
    await company.get('draftContract', coach, contract);
    const meeting = await plan(team);
    await name(meeting, asked);
    await open(meeting);
    await keepHouse(company.ports);
    const { id } = await company.round(meeting, 'rating');
    const add = { person: company.person(joining).person, name: 'Late', title: '', role: 'leader', group: '' } as const;
    const before = await company.cast(meeting, id, { by: joining, answers: agree(2) });
    await company.get('addMember', coach, { params: { team }, input: add });
    const basedOn = before.ok ? before.value.output.revision : '';
    for (const by of [0, analyst, sponsor]) {
      const home = await company.get('viewHome', company.person(by), { params: {}, input: null });
      expect(home.waiting.map(({ kind }) => kind)).toContain('ballot');
      const { me } = await company.view(meeting, company.person(by));
      expect([me.invited, me.abilities.answer]).toEqual([true, true]);
      expect((await company.cast(meeting, id, { by, answers: agree(4) })).ok).toBe(true);
      const { ballots, meetings } = await company.get('exportMine', company.person(by), { params: {}, input: null });
      expect([ballots.length, meetings.map(({ invited }) => invited)]).toEqual([1, [true]]);
    }
    expect((await company.cast(meeting, id, { by: joining, answers: agree(5), basedOn })).ok).toBe(true);
    const late = await company.view(meeting, company.person(joining));
    expect([late.me.role, late.me.invited, late.me.abilities.answer]).toEqual(['leader', true, true]);
    const unasked = { person: company.person(30).person, name: 'New', title: '', role: 'analyst', group: '' } as const;
    await company.get('addMember', coach, { params: { team }, input: unasked });
    expect(await company.cast(meeting, id, { by: 30, answers: agree(4) })).toMatchObject({
      error: { kind: 'access.denied' },
    });
    company.now += 8 * DAY;
    await keepHouse(company.ports);
    expect((await company.view(meeting)).rounds[0]?.counted).toBe(4);
  });

  it('PU1 PU3 are counted over all shards as at once, and every one of their ballots is sealed', async () => {
    const meeting = await openPulse();
    const { id } = await company.round(meeting, 'rating');
    const before = await loadMeeting(company.ports, 'tenant-1', meeting);
    const round = before?.value.status === 'open' ? before.value.rounds[0] : undefined;
    expect(round?.shards).toBe(2);
    const voters = Array.from({ length: 400 }, (_, i) => FIRST + i * 8);
    for (const by of voters) await company.cast(meeting, id, { by, answers: agree(1 + (by % 7)) });
    const places = ballotPlaces('tenant-1', { id, shards: 2 });
    const spread = await Promise.all(places.map((place) => company.store.count(place, { prefix: 'b|' })));
    expect(spread.reduce((sum, count) => sum + count, 0)).toBe(400);
    expect(Math.min(...spread)).toBeGreaterThan(130);
    company.now += 8 * DAY;
    await keepHouse(company.ports);
    const { sealed, rounds } = await company.view(meeting);
    expect({ sealed, counted: rounds[0]?.counted }).toEqual({ sealed: true, counted: 400 });
    const left = await Promise.all(
      places.map(async (place) => (await company.store.list(place, { prefix: '', limit: 1_000 })).documents),
    );
    expect(left.flat().filter(({ id: name }) => name.startsWith('s|'))).toHaveLength(400);
    expect(left.flat().filter(({ id: name }) => name.startsWith('b|'))).toEqual([]);
    const results = await company.get('viewResults', company.person(0), { params: { meeting }, input: null });
    expect(results.rating?.ballots).toBe(400);
    const question = results.rating?.questions.find((one) => one.question === Q);
    const distribution = question?.result.status === 'shown' ? question.result.distribution : null;
    const given = (value: number) => ({
      from: value,
      to: value,
      count: voters.filter((by) => 1 + (by % 7) === value).length,
    });
    expect(distribution).toEqual([1, 2, 3, 4, 5, 6, 7].map(given));
  });
});
