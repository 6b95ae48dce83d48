import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  clearLeftGates,
  gatesShut,
  giveUpGates,
  makeGates,
  openGates,
  shutGates,
  writeUnderGate,
} from '@plumbline/shared/application/ballots/gate';
import { document } from '@plumbline/shared/application/documents';
import { ballotPlaces, IDS, meetingPlace } from '@plumbline/shared/application/places';
import type { DocumentStore, Place } from '@plumbline/shared/application/ports/document-store';
import type { Ports } from '@plumbline/shared/application/use-case';
import type { OpenMeeting, Round } from '@plumbline/shared/domain/meeting/meeting';
import { makeId } from '@plumbline/shared/kernel/ids';
import { HOUR } from '@plumbline/shared/kernel/instant';
import { records } from '@plumbline/shared/records/kinds';
import { anOpenMeeting } from '@plumbline/shared/testing/meetings';
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

/** A round with two shards, of a meeting that is open. */
async function newRound(): Promise<{
  readonly meeting: OpenMeeting;
  readonly round: Round;
  readonly places: readonly Place[];
}> {
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
  const meeting = { ...anOpenMeeting(), id: makeId('meeting', `gates-${rounds}`), rounds: [round] };
  await company.store.put(meetingPlace(TENANT, meeting.id), document(records.meeting, IDS.meeting, meeting));
  return { meeting, round, places: ballotPlaces(TENANT, round) };
}

function cast(
  ports: Ports,
  place: Place,
  { id, ...inMeeting }: { readonly meeting: OpenMeeting; readonly round: Round; readonly id: string },
) {
  const ballot = { id: `b|${id}`, schema: 1, body: {} };
  return writeUnderGate(ports, { place, ...inMeeting }, { type: 'create', document: ballot });
}

async function standing(place: Place): Promise<string> {
  const ids = (await company.store.list(place, { prefix: '' })).documents.map(({ id }) => id);
  return ids.filter((id) => id === 'gate' || id === 'shut').join(' and ');
}

async function openAll(meeting: OpenMeeting, round: Round): Promise<void> {
  await openGates(company.ports, { meeting, round }, await gatesShut(company.ports, TENANT, round));
}

/** A closing that does not succeed. */
async function giveUp(meeting: OpenMeeting, round: Round): Promise<void> {
  await giveUpGates(company.ports, { meeting, round }, await shutGates(company.ports, TENANT, round));
}

describe('BL3 the gates of a round', () => {
  it('are open or shut in every shard, never both, whatever is done in whatever order', async () => {
    const step = fc.constantFrom('make', 'shut', 'open', 'give up', 'clear', 'wait');
    const several = fc.array(step, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(several, fc.scheduler(), async (steps, schedule) => {
        const { meeting, round, places } = await newRound();
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
            if (name === 'open') return openAll(meeting, round);
            if (name === 'give up') return giveUp(meeting, round);
            if (name === 'clear') return clearLeftGates(company.ports, { meeting, round });
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
  });

  it('take a ballot while open and none once shut, in the shard that it is for', async () => {
    const { meeting, round, places } = await newRound();
    await makeGates(company.ports, TENANT, round);
    for (const place of places)
      expect((await cast(company.ports, place, { meeting, round, id: 'early' })).ok).toBe(true);
    await shutGates(company.ports, TENANT, round);
    for (const place of places) {
      const late = await cast(company.ports, place, { meeting, round, id: 'late' });
      expect(late).toEqual({ ok: false, error: 'gate-shut' });
    }
    await openAll(meeting, round);
    for (const place of places)
      expect((await cast(company.ports, place, { meeting, round, id: 'again' })).ok).toBe(true);
  });

  it('stay shut for a closing under way, and are not made again by a repeated opening', async () => {
    const { meeting, round, places } = await newRound();
    await makeGates(company.ports, TENANT, round);
    await shutGates(company.ports, TENANT, round);
    await makeGates(company.ports, TENANT, round);
    await clearLeftGates(company.ports, { meeting, round });
    for (const place of places) expect(await standing(place)).toBe('shut');
    company.now += HOUR;
    await clearLeftGates(company.ports, { meeting, round });
    for (const place of places) expect(await standing(place)).toBe('gate');
  });

  it('are opened at once when the closing that shut them was counted and taken back', async () => {
    const { meeting, round, places } = await newRound();
    await shutGates(company.ports, TENANT, round);
    await clearLeftGates(company.ports, { meeting, round: { ...round, closings: 1 } });
    for (const place of places) expect(await standing(place)).toBe('gate');
  });

  it('are not made by a ballot that comes after the round was sealed', async () => {
    const { meeting, round, places } = await newRound();
    for (const place of places) {
      expect(await cast(company.ports, place, { meeting, round, id: 'late' })).toEqual({
        ok: false,
        error: 'gate-shut',
      });
      expect(await standing(place)).toBe('');
    }
  });
});
