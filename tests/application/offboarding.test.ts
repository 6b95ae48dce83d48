import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forgetTenant, lookAtTenant } from '@plumbline/shared/application/lifecycle/forget-tenant';
import { isOfTenant, OVER_ALL_TENANTS } from '@plumbline/shared/application/lifecycle/tenant-documents';
import { TEAMS_LISTED } from '@plumbline/shared/application/organisation/places';
import { meetingPlace } from '@plumbline/shared/application/places';
import { makeId } from '@plumbline/shared/kernel/ids';
import { NewerForm } from '@plumbline/shared/records/record';
import type { TestStore } from '../running/test-store.ts';
import { openCompanyStore } from './company-store.ts';
import { dyingAfter } from './dying-store.ts';
import { everythingIn, placesOf, type Kept } from './everything-kept.ts';
import { leaveUnfinished, organise, TwoOrganisations, type Organisation } from './two-organisations.ts';

const PASSED_OVER = (store: TwoOrganisations['store']) => store;

describe.each<TestStore>(['sqlite', 'cosmos'])('offboarding on %s', (engine) => {
  let company: TwoOrganisations;
  let gone: Organisation;
  let stays: Organisation;
  beforeAll(async () => {
    company = new TwoOrganisations(PASSED_OVER, () => openCompanyStore(engine));
    gone = await organise(company, 'tenant-1');
    stays = await organise(company, 'tenant-2');
    for (const organisation of [stays, gone]) await leaveUnfinished(company, organisation);
  });
  afterAll(() => company.leave());

  /** What is there but for one tenant's, and for how far all teams were gone through. */
  async function apartFrom({ tenant, open, past }: Organisation): Promise<readonly string[]> {
    const mentions = ({ place, document }: Kept) =>
      [tenant, open, past].some((text) => JSON.stringify([place, document]).includes(text));
    return (await everythingIn(company.store))
      .filter((kept) => !mentions(kept) && kept.place.partition !== TEAMS_LISTED.partition)
      .map((kept) => JSON.stringify([kept.place, kept.document]))
      .sort();
  }

  async function tagIn({ tenant, round }: Organisation): Promise<string | null> {
    return company.ports.roundKeys.authorTag(round, { tenant, person: company.person(1).person });
  }

  it('DL10 knows every list over all tenants, and finds what is there on each', async () => {
    const all = await everythingIn(company.store);
    const shared = all.filter(({ place }) => !place.partition.startsWith('t|')).map(({ place }) => place.partition);
    expect([...new Set(shared)].sort()).toEqual(
      [...OVER_ALL_TENANTS, TEAMS_LISTED].map(({ partition }) => partition).sort(),
    );
    const { counts, organisations } = await lookAtTenant(company, gone.tenant);
    expect(organisations).toEqual(['Org']);
    expect(counts).toMatchObject({ teams: 1, meetings: 3, ballots: 12, schedules: OVER_ALL_TENANTS.length });
    const own = all.filter(({ place }) => isOfTenant(place, gone.tenant));
    const { keys = 0, ...documents } = counts;
    expect(keys).toBeGreaterThan(0);
    expect(Object.values(documents).reduce((sum, count) => sum + count, 0)).toBe(own.length + OVER_ALL_TENANTS.length);
  });

  it('DL10 changes nothing where a newer version has written', async () => {
    const place = meetingPlace(gone.tenant, makeId('meeting', 'newer'));
    await company.store.put(place, { id: 'meeting', schema: 99, body: {} });
    const written = async () => (await everythingIn(company.store)).map(({ document }) => document);
    const before = await written();

    await expect(lookAtTenant(company, gone.tenant)).rejects.toThrow(NewerForm);
    await expect(forgetTenant(company.ports, gone.tenant)).rejects.toThrow(NewerForm);
    expect(await written()).toEqual(before);
    await company.store.delete(place, 'meeting');
  });

  it('DL10 says so when something is written for the tenant all the time', async () => {
    const place = meetingPlace('tenant-3', makeId('meeting', 'restless'));
    const restless = {
      ...company.ports.store,
      scan: async (...asked: Parameters<typeof company.store.scan>) => {
        if (asked[0] === 'core' && asked[1].after === null)
          await company.store.put(place, { id: 'once more', schema: 1, body: {} });
        return company.store.scan(...asked);
      },
    };
    const { isDone } = await forgetTenant({ ...company.ports, store: restless }, 'tenant-3');
    expect(isDone).toBe(false);
  });

  it("DL10 leaves nothing of one tenant, and another's byte for byte", async () => {
    const others = await apartFrom(gone);
    expect(others.length).toBeGreaterThan(50);
    const found = await lookAtTenant(company, gone.tenant);
    const { counts, isDone } = await forgetTenant(company.ports, gone.tenant);

    expect([isDone, counts]).toEqual([true, found.counts]);
    for (const text of [gone.tenant, gone.team, gone.open, gone.past]) {
      expect(await placesOf(company.store, text)).toEqual([]);
    }
    expect(await apartFrom(gone)).toEqual(others);
    expect([await tagIn(gone), typeof (await tagIn(stays))]).toEqual([null, 'string']);
    expect(await forgetTenant(company.ports, gone.tenant)).toEqual({ counts: {}, isDone: true });
  });
});

describe('offboarding that is cut short', () => {
  it('DL10 goes on where it was after every single write', async () => {
    const company = new TwoOrganisations(PASSED_OVER, () => openCompanyStore('sqlite'));
    const gone = await organise(company, 'tenant-1');
    const stays = await organise(company, 'tenant-2');
    for (const organisation of [stays, gone]) await leaveUnfinished(company, organisation);
    const untouched = await lookAtTenant(company, stays.tenant);
    let kills = 0;
    for (let isDone = false; !isDone; kills += 1) {
      const store = dyingAfter({ left: 1 }, company.store);
      const outcome = await forgetTenant({ ...company.ports, store }, gone.tenant).catch((fault: unknown) => fault);
      isDone = !(outcome instanceof Error);
      if (isDone) continue;
      expect(String(outcome)).toContain('killed');
      const key = await company.ports.roundKeys.authorTag(gone.round, { tenant: gone.tenant, person: 'p1' });
      // As long as there is a key, there is what says so.
      const says = await company.store.read(meetingPlace(gone.tenant, gone.open), 'meeting');
      expect(key === null || says !== null).toBe(true);
    }
    expect(kills).toBeGreaterThan(20);
    expect(await placesOf(company.store, gone.tenant)).toEqual([]);
    expect(await lookAtTenant(company, stays.tenant)).toEqual(untouched);
    await company.leave();
  });
});
