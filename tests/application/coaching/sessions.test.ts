import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Operations } from '@plumbline/shared/contract/operations';
import type { InputOf } from '@plumbline/shared/contract/operation';
import type { SessionView } from '@plumbline/shared/contract/practice-views';
import type { SessionChange } from '@plumbline/shared/domain/coaching/session';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { libraryEntry } from '@plumbline/shared/domain/coaching/library';
import { dayOf } from '@plumbline/shared/kernel/instant';
import { Company } from '../company.ts';

type Wanted = InputOf<Operations['planSession']>;

const WANTED: Wanted = { minutes: 90, dimension: 'roles', shape: null, title: '', day: null, people: null };

let company: Company;
let team: TeamId;
beforeEach(async () => {
  company = new Company();
  // 0 coaches, 1 to 6 lead; 7 is another coach, 8 the sponsor, 9 the analyst.
  team = await company.team(6, ['coach', 'sponsor', 'analyst']);
});
afterEach(() => company.leave());

function plan(input: Partial<Wanted> = {}, by = 0): Promise<SessionView> {
  return company.get('planSession', company.person(by), { params: { team }, input: { ...WANTED, ...input } });
}

async function listed(by: number): Promise<readonly string[]> {
  const view = await company.get('viewSessions', company.person(by), { params: { team }, input: null });
  return view.sessions.map(({ title }) => title);
}

function change({ id, revision }: SessionView, input: SessionChange, by = 0) {
  const sent = { params: { team, session: id }, input, ifMatch: String(revision) };
  return company.call('changeSession', company.person(by), sent);
}

async function changed(session: SessionView, input: SessionChange): Promise<SessionView> {
  const reply = await change(session, input);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value.output;
}

function discard({ id, revision }: SessionView, by = 0) {
  const sent = { params: { team, session: id }, input: null, ifMatch: String(revision) };
  return company.call('discardSession', company.person(by), sent);
}

const DENIED = { ok: false, error: { kind: 'access.denied' } };
const NOT_THERE = { ok: false, error: { kind: 'thing.not-found' } };

describe('session plans', () => {
  it('CO26 are made for the team’s leaders, with times that add up and the steps of each block', async () => {
    const session = await plan();
    expect(session).toMatchObject({ title: 'Roles', minutes: 90, people: 6, shared: false, mine: true, revision: 1 });
    const ends = session.parts.map(({ starts, minutes }) => starts + minutes);
    expect([0, ...ends.slice(0, -1)]).toEqual(session.parts.map(({ starts }) => starts));
    expect(ends.at(-1)).toBe(90);
    for (const { kind, title, entry } of session.parts) {
      expect([title === null, entry === null]).toEqual([kind !== 'block', kind !== 'block']);
      if (entry)
        expect(libraryEntry(entry.id)).toMatchObject({ ...entry, dimensions: expect.arrayContaining(['roles']) });
    }
  });

  it('CO26 use nothing that the plan before used, nor what was tried lately', async () => {
    const blocks = ({ parts }: SessionView) => parts.flatMap(({ entry }) => entry?.id ?? []);
    const first = blocks(await plan());
    company.now += 1;
    const second = blocks(await plan());
    company.now += 1;
    expect(second.filter((id) => first.includes(id))).toEqual([]);
    const [tried = ''] = first;
    await company.get('logIntervention', company.person(0), {
      params: { team },
      input: { title: '', entry: tried, dimension: 'roles', day: dayOf(company.now), measureOn: null },
    });
    const third = blocks(await plan());
    expect(third.filter((id) => [...second, tried].includes(id))).toEqual([]);
  });

  it('CO26 are of a dimension that there is', async () => {
    const reply = await company.call('planSession', company.person(0), {
      params: { team },
      input: { ...WANTED, dimension: 'no-such' },
    });
    expect(reply).toEqual({ ok: false, error: { kind: 'goal.dimension-unknown', dimension: 'no-such' } });
  });

  it('CO27 HT4 are edited on the revision that was seen, and keep what was edited', async () => {
    const session = await plan();
    const longer = await changed(session, { type: 'minutes', part: 'part-1', minutes: 12 });
    expect([longer.minutes, longer.revision]).toEqual([92, 2]);
    expect(await change(session, { type: 'remove', part: 'part-1' })).toEqual({
      ok: false,
      error: { kind: 'revision.stale' },
    });
    const named = await changed(longer, { type: 'name', title: 'Who owns what', day: '2026-12-01' });
    const own = await changed(named, { type: 'own', title: 'A walk', minutes: 8, at: 2 });
    expect(own.parts[2]).toEqual({ id: 'part-6', kind: 'own', starts: 17, minutes: 8, title: 'A walk', entry: null });
    const { sessions } = await company.get('viewSessions', company.person(0), { params: { team }, input: null });
    // A list names what is to be done, and leaves the steps to the plan itself.
    const parts = own.parts.map(({ entry, ...part }) => ({
      ...part,
      entry: entry && { id: entry.id, title: entry.title },
    }));
    expect(sessions).toEqual([{ ...own, parts }]);
    expect(await change(own, { type: 'remove', part: 'part-99' })).toEqual({
      ok: false,
      error: { kind: 'session.part-unknown' },
    });
  });

  it('CO28 are their coach’s alone until they are shared, and another coach is told that they are not there', async () => {
    const session = await plan();
    for (const by of [1, 7]) expect(await listed(by)).toEqual([]);
    expect(await change(session, { type: 'share', shared: true }, 7)).toEqual(NOT_THERE);
    expect(await discard(session, 7)).toEqual(NOT_THERE);
    expect(await change(session, { type: 'share', shared: true }, 1)).toEqual(DENIED);
    const shared = await changed(session, { type: 'share', shared: true });
    for (const by of [1, 7]) expect(await listed(by)).toEqual(['Roles']);
    expect(await change(shared, { type: 'remove', part: 'part-1' }, 7)).toEqual(DENIED);
    expect(await discard(shared, 1)).toEqual(DENIED);
    for (const by of [8, 9]) {
      const view = { params: { team }, input: null };
      expect(await company.call('viewSessions', company.person(by), view)).toEqual(DENIED);
    }
    await changed(shared, { type: 'share', shared: false });
    for (const by of [1, 7]) expect(await listed(by)).toEqual([]);
  });

  it('CO28 AU1 are in the log from when they are shared, and not before', async () => {
    const acts = async () => {
      const page = await company.get('viewAudit', company.person(1), { params: { team, page: 'first' }, input: null });
      return page.entries.map(({ act }) => act).filter((act) => act.endsWith('Session'));
    };
    const session = await changed(await plan(), { type: 'minutes', part: 'part-1', minutes: 12 });
    await discard(await plan());
    expect(await acts()).toEqual([]);
    const shared = await changed(session, { type: 'share', shared: true });
    expect(await acts()).toEqual(['changeSession']);
    expect((await discard(shared)).ok).toBe(true);
    expect((await acts()).sort()).toEqual(['changeSession', 'discardSession']);
    expect(await listed(0)).toEqual([]);
    expect(await discard(shared)).toEqual(NOT_THERE);
  });

  it('CO28 AU1 sharing that changes nothing makes no revision and no entry in the log', async () => {
    const acts = async () => {
      const page = await company.get('viewAudit', company.person(1), { params: { team, page: 'first' }, input: null });
      return page.entries.map(({ act }) => act).filter((act) => act === 'changeSession').length;
    };
    const session = await plan();
    expect(await changed(session, { type: 'share', shared: false })).toEqual(session);
    expect(await acts()).toBe(0);
    const shared = await changed(session, { type: 'share', shared: true });
    expect(await changed(shared, { type: 'share', shared: true })).toEqual(shared);
    expect(await acts()).toBe(1);
    expect((await changed(shared, { type: 'share', shared: false })).revision).toBe(3);
    expect(await acts()).toBe(2);
  });

  it('CO28 another coach’s plan that is not shared changes nothing in what is planned or suggested', async () => {
    const ask = () =>
      company.get('suggestInterventions', company.person(7), {
        params: { team },
        input: { dimension: 'roles', shape: null, minutes: null },
      });
    const before = await ask();
    await plan();
    expect(await ask()).toEqual(before);
  });
});
