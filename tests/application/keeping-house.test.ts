import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { teamPlace } from '@plumbline/shared/application/places';
import { Company } from './company.ts';

let company: Company;
beforeEach(() => {
  company = new Company();
});
afterEach(() => company.leave());

describe('keeping the house of an open meeting', () => {
  it('PV9 tells watchers nothing where nothing changed', async () => {
    const team = await company.team(5);
    const meeting = await company.meeting(team);
    await company.moveTo(meeting, 'rating');
    const told: string[] = [];
    company.store.watch(({ id }) => told.push(id));
    for (let round = 0; round < 3; round += 1) await keepHouse(company.ports);
    expect(told).toEqual([]);
  });

  it('LV1 sets the line in the team’s list that a crash left behind, once', async () => {
    const team = await company.team(5);
    const meeting = await company.meeting(team);
    const cards = async () =>
      (await company.get('viewTeam', company.person(1), { params: { team }, input: null })).meetings;
    const right = await cards();
    const id = `meeting|${meeting}`;
    const place = teamPlace('tenant-1', team);
    const kept = await company.store.read(place, id);
    if (!kept) throw new Error('there is no line');
    await company.store.put(place, { id, schema: kept.schema, body: { ...kept.body, phase: 'rating' } });
    expect(await cards()).not.toEqual(right);
    const told: string[] = [];
    company.store.watch((change) => told.push(change.id));
    for (let round = 0; round < 2; round += 1) await keepHouse(company.ports);
    expect([await cards(), told]).toEqual([right, [id]]);
    await company.store.delete(place, id);
    await keepHouse(company.ports);
    expect(await cards()).toEqual(right);
  });
});
