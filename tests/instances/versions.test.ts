import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoredDocument } from '@plumbline/shared/application/ports/document-store';
import { IDS, teamPlace } from '@plumbline/shared/application/places';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { records } from '@plumbline/shared/records/kinds';
import { currentSchema } from '@plumbline/shared/records/record';
import { RunningService, TWO_TENANTS } from '../running/running-service.ts';
import { TENANTS } from '../running/tenant-people.ts';
import { Office } from '../security/office.ts';
import { startBalancer, type Balancer } from './balancer.ts';
import { until } from './load.ts';

const OLDER = currentSchema(records.team);
const older = new RunningService({ entry: TWO_TENANTS, store: 'cosmos' });
const newer = new RunningService({ entry: new URL('./newer-build.ts', import.meta.url), beside: older });
let balancer: Balancer;
/** A team that the newer version has written since, and one that it has only looked at. */
let written: TeamId;
let seen: TeamId;

beforeAll(async () => {
  await older.start();
  const office = new Office(older.origin);
  written = (await office.team('a', { 1: 'leader' })).id;
  seen = (await office.team('a', { 1: 'leader' })).id;
  await newer.start();
  balancer = await startBalancer([older.origin, newer.origin]);
});

afterAll(async () => {
  await balancer.close();
  await newer.remove();
  await older.remove();
});

async function kept(team: TeamId): Promise<StoredDocument | null> {
  const store = await older.openStore();
  try {
    return await store.read(teamPlace(TENANTS[0], team), IDS.team);
  } finally {
    await store.close();
  }
}

async function view(service: { readonly origin: string }, team: TeamId) {
  return (await new Office(service.origin).person('a0')).try('viewTeam', { params: { team } });
}

describe('an older and a newer version side by side', () => {
  it('RL2 the newer one reads what the older one has written, and writes it in a form of its own', async () => {
    for (const team of [written, seen]) {
      expect(await view(newer, team)).toMatchObject({ ok: true, value: { value: { name: 'Team' } } });
    }
    const office = new Office(newer.origin);
    await office.add(written, await office.person('a0'), { number: 2, role: 'leader' });

    expect(await kept(written)).toMatchObject({ schema: OLDER + 1, body: { called: 'Team' } });
    expect(await kept(seen)).toMatchObject({ schema: OLDER, body: { name: 'Team' } });
  });

  it('RL2 HT8 the older one hands over what the newer one has written, and is asked no more', async () => {
    const before = await kept(written);
    // What it remembers from before it may say for a few seconds.
    await until('the older one meets it', async () => !(await view(older, written)).ok);
    expect(await view(older, written)).toMatchObject({
      ok: false,
      error: { status: 503, kind: 'service.unavailable' },
    });
    await until('the older one is out', () => !balancer.isIn(older.origin));
    expect(balancer.isIn(newer.origin)).toBe(true);

    const from = balancer.passed.length;
    for (const team of [written, seen]) {
      expect(await view(balancer, team)).toMatchObject({ ok: true, value: { value: { name: 'Team' } } });
    }
    expect(new Set(balancer.passed.slice(from).map(({ instance }) => instance))).toEqual(new Set([newer.origin]));
    expect(await kept(written)).toEqual(before);
    expect(await older.stop()).toBe(0);
  });

  it('RL2 going back serves what the newer version has left alone, and hands over the rest', async () => {
    await older.start();
    expect(await view(older, seen)).toMatchObject({ ok: true, value: { value: { name: 'Team' } } });
    expect(await older.isReady()).toBe(true);
    expect(await view(older, written)).toMatchObject({ ok: false, error: { status: 503 } });
    expect(await older.isReady()).toBe(false);
  });
});
