import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { MyData } from '@plumbline/shared/contract/my-data';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../company.ts';
import { dyingAfter } from '../dying-store.ts';
import { everythingIn, placesOf } from '../everything-kept.ts';

let company: Company;
let team: TeamId;
beforeEach(async () => {
  company = new Company();
  team = await practice();
});
afterEach(() => company.leave());

/** A team of which the coaches 0 and 6 and leader 1 keep whatever can be kept. */
async function practice(): Promise<TeamId> {
  const id = await company.team(5, ['coach']);
  const params = { team: id };
  for (const by of [0, 6]) {
    const coach = company.person(by);
    const note = { text: `Note of ${by}: a conflict.`, day: '2026-01-05', tags: null };
    await company.get('noteObservation', coach, { params, input: note });
    const tried = { title: `Try of ${by}`, entry: null, dimension: 'roles', day: '2026-01-05', measureOn: null };
    await company.get('logIntervention', coach, { params, input: tried });
    const wanted = { minutes: 60, dimension: 'roles', shape: null, day: null, people: null };
    await company.get('planSession', coach, { params, input: { ...wanted, title: `Alone ${by}` } });
    const shared = await company.get('planSession', coach, { params, input: { ...wanted, title: `Shared ${by}` } });
    await company.get('changeSession', coach, {
      params: { team: id, session: shared.id },
      input: { type: 'share', shared: true },
      ifMatch: '1',
    });
  }
  const incident = { kind: 'st.friction.1', day: '2026-01-05', text: 'Told by 1.' };
  await company.get('logIncident', company.person(1), { params, input: incident });
  return id;
}

function exported(by: number): Promise<MyData> {
  return company.get('exportMine', company.person(by), { params: {}, input: null });
}

function deleteMine(by: number) {
  return company.call('deleteMine', company.person(by), { params: {}, input: { confirmed: true } });
}

async function tracesOf(number: number): Promise<readonly string[]> {
  const { person, name } = company.person(number);
  return [...(await placesOf(company.store, person)), ...(await placesOf(company.store, name))];
}

describe('what a coach keeps', () => {
  it('CO29 DL1 is in their copy of what is theirs, and nothing of another’s', async () => {
    const mine = await exported(0);
    expect(mine.observations).toEqual([
      { team, day: '2026-01-05', text: 'Note of 0: a conflict.', tags: ['dynamics'], notedAt: company.now },
    ]);
    expect(mine.interventions).toEqual([
      { team, day: '2026-01-05', title: 'Try of 0', entry: null, dimension: 'roles' },
    ]);
    expect(mine.sessions.map(({ title, shared }) => `${title} ${shared}`).sort()).toEqual([
      'Alone 0 false',
      'Shared 0 true',
    ]);
    for (const { parts } of mine.sessions) {
      expect(parts.map(({ what }) => what !== null)).toEqual(parts.map(({ kind }) => kind === 'block'));
    }
    expect(mine.incidents).toEqual([]);
    const leader = await exported(1);
    expect([leader.observations, leader.interventions, leader.sessions]).toEqual([[], [], []]);
    expect(leader.incidents).toEqual([{ team, day: '2026-01-05', kind: 'st.friction.1', text: 'Told by 1.' }]);
    expect(JSON.stringify([await exported(6), leader])).not.toMatch(/(?:of|Alone|Shared) 0/);
  });

  it('CO29 DL2 DL3 goes with them: notes and unshared plans whole, their name from everything else', async () => {
    expect((await deleteMine(0)).ok).toBe(true);
    expect(await tracesOf(0)).toEqual([]);
    for (const gone of ['Note of 0', 'Alone 0']) expect(await placesOf(company.store, gone)).toEqual([]);
    const other = company.person(6);
    const tried = await company.get('viewInterventions', other, { params: { team }, input: null });
    expect(tried.interventions.map(({ title, by }) => [title, by.name]).sort()).toEqual([
      ['Try of 0', ''],
      ['Try of 6', 'Person 6'],
    ]);
    const plans = await company.get('viewSessions', other, { params: { team }, input: null });
    expect(plans.sessions.map(({ title, coach, mine }) => [title, coach.name, mine]).sort()).toEqual([
      ['Alone 6', 'Person 6', true],
      ['Shared 0', '', false],
      ['Shared 6', 'Person 6', true],
    ]);
    const notes = { params: { team, tag: 'all', period: 'all' }, input: null };
    expect((await company.get('viewObservations', other, notes)).total).toBe(1);
  });

  it('CO29 DL2 DL3 an incident stays when who told it goes, as a former member’s', async () => {
    expect((await deleteMine(1)).ok).toBe(true);
    expect(await tracesOf(1)).toEqual([]);
    const view = { params: { team, kind: 'all', period: 'all' }, input: null };
    const { incidents } = await company.get('viewIncidents', company.person(2), view);
    expect(incidents.map(({ text, by }) => [text, by.name])).toEqual([['Told by 1.', '']]);
  });

  it('CO29 DL6 a deletion that a crash cuts short is finished by keeping house', async () => {
    const endless = { left: Number.POSITIVE_INFINITY };
    await company.leave();
    company = new Company((store) => dyingAfter(endless, store));
    await practice();
    endless.left = 1_000;
    await deleteMine(0);
    const needed = 1_000 - endless.left;
    expect(needed).toBeGreaterThan(8);
    for (let kill = 1; kill < needed; kill += 2) {
      await company.leave();
      const writes = { left: Number.POSITIVE_INFINITY };
      company = new Company((store) => dyingAfter(writes, store));
      await practice();
      writes.left = kill;
      await expect(deleteMine(0)).rejects.toThrow('killed');
      writes.left = Number.POSITIVE_INFINITY;
      await keepHouse(company.ports);
      expect(await tracesOf(0)).toEqual([]);
      expect(await placesOf(company.store, 'Alone 0')).toEqual([]);
      expect(await placesOf(company.store, 'Shared 0')).toHaveLength(1);
    }
  });

  it('CO29 DL7 goes with the team, also notes of a coach who had left it before', async () => {
    const ifMatch = String(
      (await company.get('viewTeam', company.person(0), { params: { team }, input: null })).revision,
    );
    const params = { team, person: company.person(6).person };
    await company.get('removeMember', company.person(0), { params, input: null, ifMatch });
    expect((await exported(6)).observations).toHaveLength(1);
    await company.get('deleteTeam', company.person(0), { params: { team }, input: { name: 'Team' } });
    for (const gone of ['Note of', 'Try of', 'Alone', 'Shared', 'Told by']) {
      expect(await placesOf(company.store, gone)).toEqual([]);
    }
  });

  it('CO29 DL8 ends by itself where the organisation keeps things for some months, and else stays', async () => {
    const lives = async () => {
      const all = (await everythingIn(company.store)).filter(({ document }) =>
        /^(?:observation|intervention|incident|session)\|/.test(document.id),
      );
      const { documents } = await company.store.scan('private', { after: null, limit: 500 });
      const left = new Map(documents.map(({ document, secondsLeft }) => [document.id, secondsLeft]));
      return all.map(({ document }) => {
        const seconds = left.get(document.id) ?? null;
        return seconds === null ? null : Math.round(seconds / 86_400);
      });
    };
    expect(await lives()).toEqual(Array.from({ length: 9 }, () => null));
    await company.leave();
    company = new Company();
    company.keptMonths = 12;
    team = await practice();
    expect(await lives()).toEqual(Array.from({ length: 9 }, () => 365));
    // Neither an edit nor somebody's leaving makes it stay longer: what is written then has the time that is left.
    company.now += 100 * 86_400_000;
    const { sessions } = await company.get('viewSessions', company.person(6), { params: { team }, input: null });
    const own = sessions.find(({ title }) => title === 'Alone 6');
    if (!own) throw new Error('there is no such plan');
    await company.get('changeSession', company.person(6), {
      params: { team, session: own.id },
      input: { type: 'name', title: 'Later', day: null },
      ifMatch: String(own.revision),
    });
    expect((await lives()).filter((days) => days !== 365)).toEqual([265]);
    await deleteMine(0);
    expect((await lives()).filter((days) => days !== 365)).toEqual([265, 265, 265]);
  });
});
