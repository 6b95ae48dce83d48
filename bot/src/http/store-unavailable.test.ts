import { describe, expect, it } from '@jest/globals';
import { IDS, teamPlace } from '@plumbline/shared/application/places';
import { makeId } from '@plumbline/shared/kernel/ids';
import { StoreUnavailable } from '../stores/store-unavailable.ts';
import { ask, foundTeam, runService, TENANT, type RunningService } from '../testing/running-service.ts';

const unavailable = new StoreUnavailable('The database cannot be reached at the moment (status 503).');

/** Asks until the service says that it is ready; one that never is makes the test time out. */
async function ready(service: RunningService): Promise<void> {
  while ((await fetch(`${service.url}/health/ready`)).status !== 200) await service.ports.store.ping();
}

describe('a database that cannot be reached', () => {
  it('HT1 is told as a problem that says when to come back, and is no fault of the service in the log', async () => {
    const service = await runService({
      product: (product) => ({
        ...product,
        useCases: { ...product.useCases, viewHome: () => Promise.reject(unavailable) },
      }),
    });
    const { status, headers, body } = await ask(service, { as: 'anna', path: '/api/me' });
    const health = await fetch(`${service.url}/health/live`);
    await service.end();

    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('2');
    expect(body).toMatchObject({ kind: 'service.unavailable', instance: expect.stringMatching(/^urn:uuid:/) });
    expect(health.status).toBe(200);
    expect(service.log.filter((line) => line.includes('"fault"'))).toEqual([]);
    expect(service.log.some((line) => line.includes('"kind":"service.unavailable"'))).toBe(true);
  });

  it('keeps the service from being ready, and nothing else: house is kept as soon as it is there again', async () => {
    let tries = 0;
    const service = await runService({
      product: (product) => ({
        ...product,
        async keepHouse(ports) {
          tries += 1;
          if (tries === 1) throw unavailable;
          await product.keepHouse(ports);
        },
      }),
    });
    const atFirst = await fetch(`${service.url}/health/ready`);
    const meanwhile = await ask(service, { as: 'anna', path: '/api/me' });
    await ready(service);
    await service.end();

    expect([atFirst.status, meanwhile.status]).toEqual([503, 200]);
    expect(tries).toBeGreaterThanOrEqual(2);
    const faults = service.log.filter((line) => line.includes('"msg":"fault"'));
    expect(faults.map((line) => JSON.parse(line) as { operation: string; fault: string })).toEqual([
      expect.objectContaining({ operation: 'keepHouse', fault: 'StoreUnavailable' }),
    ]);
  });
});

describe('a database in which a newer version writes', () => {
  it('HT8 is left to instances of that version, with nothing changed', async () => {
    const service = await runService();
    const { id } = await foundTeam(service, 'anna');
    await ready(service);
    const place = teamPlace(TENANT, makeId('team', id.slice('team_'.length)));
    const team = await service.ports.store.read(place, IDS.team);
    if (!team) throw new Error('The team is not kept');
    await service.ports.store.put(place, { ...team, schema: team.schema + 1 });

    const { status, headers, body } = await ask(service, { as: 'anna', path: `/api/teams/${id}` });
    const handedOver = await fetch(`${service.url}/health/ready`);
    const kept = await service.ports.store.read(place, IDS.team);
    await service.end();

    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('2');
    expect(body).toMatchObject({ kind: 'service.unavailable' });
    expect(handedOver.status).toBe(503);
    expect(kept).toMatchObject({ schema: team.schema + 1, body: team.body });
    expect(service.log.filter((line) => line.includes('ready no more'))).toHaveLength(1);
  });
});
