import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  clearLeftGates,
  makeGates,
  openGates,
  shutGates,
  writeUnderGate,
} from '@plumbline/shared/application/ballots/gate';
import { ballotPlaces } from '@plumbline/shared/application/places';
import type { DocumentStore, Place } from '@plumbline/shared/application/ports/document-store';
import type { Ports } from '@plumbline/shared/application/use-case';
import type { Round } from '@plumbline/shared/domain/meeting/meeting';
import { makeId } from '@plumbline/shared/kernel/ids';
import { HOUR } from '@plumbline/shared/kernel/instant';
import { Company } from './company.ts';

const TENANT = 'tenant-1';

/** Eight that go on at once in two shards, with a few tries each, make far fewer. */
const MOST_CALLS = 1_000;

let company: Company;
let rounds = 0;
/** When a call reaches the store; at once where a test does not say. */
let turn = (): Promise<void> => Promise.resolve();

function inTurn(store: DocumentStore): DocumentStore {
  return {
    ...store,
    read: (place, id) => turn().then(() => store.read(place, id)),
    batch: (place, operations) => turn().then(() => store.batch(place, operations)),
  };
}

beforeEach(() => {
  turn = () => Promise.resolve();
  company = new Company(inTurn);
});
afterEach(async () => {
  await company.leave();
});

/** A round with two shards. */
function newRound(): { readonly round: Round; readonly places: readonly Place[] } {
  rounds += 1;
  const round: Round = {
    id: makeId('round', `gates-${rounds}`),
    purpose: 'rating',
    questions: [],
    closings: 0,
    counted: 0,
    shards: 2,
    state: { status: 'open' },
  };
  return { round, places: ballotPlaces(TENANT, round) };
}

function cast(ports: Ports, place: Place, { round, id }: { readonly round: Round; readonly id: string }) {
  const document = { id: `b|${id}`, schema: 1, body: {} };
  return writeUnderGate(ports, { place, round }, { type: 'create', document });
}

async function standing(place: Place): Promise<string> {
  const ids = (await company.store.list(place, { prefix: '' })).documents.map(({ id }) => id);
  return ids.filter((id) => id === 'gate' || id === 'shut').join(' and ');
}

describe('BL3 the gates of a round', () => {
  it('are open or shut in every shard, never both, whatever is done in whatever order', async () => {
    const step = fc.constantFrom('make', 'shut', 'open', 'clear', 'wait');
    const several = fc.array(step, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(several, fc.scheduler(), async (steps, schedule) => {
        const { round, places } = newRound();
        turn = () => Promise.resolve();
        await makeGates(company.ports, TENANT, round);
        let calls = 0;
        turn = () => {
          calls += 1;
          // Whoever tries for ever would keep the test from ending.
          if (calls > MOST_CALLS) return Promise.reject(new Error('it tries for ever'));
          return schedule.schedule(Promise.resolve());
        };
        const done = Promise.all(
          steps.map((name) => {
            if (name === 'make') return makeGates(company.ports, TENANT, round);
            if (name === 'shut') return shutGates(company.ports, TENANT, round);
            if (name === 'open') return openGates(company.ports, TENANT, round);
            if (name === 'clear') return clearLeftGates(company.ports, TENANT, round);
            company.now += HOUR;
            return Promise.resolve();
          }),
        );
        await schedule.waitFor(done);
        for (const place of places) expect(['gate', 'shut']).toContain(await standing(place));
      }),
      { numRuns: 100 },
    );
    // Each shutting waits until the engine has settled.
  }, 120_000);

  it('take a ballot while open and none once shut, in the shard that it is for', async () => {
    const { round, places } = newRound();
    await makeGates(company.ports, TENANT, round);
    for (const place of places) expect((await cast(company.ports, place, { round, id: 'early' })).ok).toBe(true);
    await shutGates(company.ports, TENANT, round);
    for (const place of places) {
      const late = await cast(company.ports, place, { round, id: 'late' });
      expect(late).toEqual({ ok: false, error: 'gate-shut' });
    }
    await openGates(company.ports, TENANT, round);
    for (const place of places) expect((await cast(company.ports, place, { round, id: 'again' })).ok).toBe(true);
  });

  it('stay shut for a closing under way, and are not made again by a repeated opening', async () => {
    const { round, places } = newRound();
    await makeGates(company.ports, TENANT, round);
    await shutGates(company.ports, TENANT, round);
    await makeGates(company.ports, TENANT, round);
    await clearLeftGates(company.ports, TENANT, round);
    for (const place of places) expect(await standing(place)).toBe('shut');
    company.now += HOUR;
    await clearLeftGates(company.ports, TENANT, round);
    for (const place of places) expect(await standing(place)).toBe('gate');
  });

  it('are opened at once when the closing that shut them was counted and taken back', async () => {
    const { round, places } = newRound();
    await shutGates(company.ports, TENANT, round);
    await clearLeftGates(company.ports, TENANT, { ...round, closings: 1 });
    for (const place of places) expect(await standing(place)).toBe('gate');
  });

  it('are not made by a ballot that comes after the round was sealed', async () => {
    const { round, places } = newRound();
    for (const place of places) {
      expect(await cast(company.ports, place, { round, id: 'late' })).toEqual({ ok: false, error: 'gate-shut' });
      expect(await standing(place)).toBe('');
    }
  });
});
