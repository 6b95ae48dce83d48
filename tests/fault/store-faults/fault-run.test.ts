import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import type { Role } from '@plumbline/shared/domain/team/team';
import type { ScriptedFault } from '@plumbline/infra/local/cosmos/faults';
import type { RunningMeeting } from '../../running/running-meeting.ts';
import { RunningService, TWO_TENANTS } from '../../running/running-service.ts';
import { personId } from '../../running/tenant-people.ts';
import { commitmentInput, Office } from '../../security/office.ts';
import { RestlessPerson, type Desk, type Tally } from './restless.ts';

/** `PLUMBLINE_FAULT_CALLS=20000` makes it the long run, with ten kills. */
const CALLS = Number(process.env['PLUMBLINE_FAULT_CALLS'] ?? 600);
const IS_LONG = CALLS >= 20_000;
const KILLS = IS_LONG ? 10 : 2;
const LONGEST = CALLS * 100 + 120_000;
/** In the long run nothing but faults comes for so long, so that the service has to give up on calls. */
const STORM = 15_000;
const TEAMS = 2;
const LEADERS = 10;
/** A fifth of all requests to the database go wrong. */
const SHARE = 0.2;

/** How they go wrong, most often first; a hang or a slow answer takes seconds, so they are rare. */
const KINDS: readonly (readonly [weight: number, fault: ScriptedFault['fault']])[] = [
  [15, { type: 'answer', status: 429, retryAfterMs: 10 }],
  [10, { type: 'answer', status: 429 }],
  [12, { type: 'answer', status: 449 }],
  [10, { type: 'answer', status: 503 }],
  [6, { type: 'answer', status: 503, body: 'html' }],
  [6, { type: 'answer', status: 503, body: 'empty' }],
  [6, { type: 'answer', status: 503, when: 'after' }],
  [6, { type: 'answer', status: 408 }],
  [4, { type: 'answer', status: 408, when: 'after' }],
  [6, { type: 'answer', status: 410 }],
  [8, { type: 'reset', when: 'before' }],
  [8, { type: 'reset', when: 'after' }],
  [5, { type: 'truncate' }],
  [4, { type: 'answer', status: 500, when: 'before' }],
  [2, { type: 'slow', ms: 300 }],
  [0.3, { type: 'hang', when: 'after' }],
];

const service = new RunningService({ entry: TWO_TENANTS, store: 'cosmos', logLevel: 'info' });
beforeAll(() => service.start());
const tally: Tally = { calls: 0, isAborted: false, failures: new Map(), unexplained: [] };
afterAll(async () => {
  tally.isAborted = true;
  service.faults.clear();
  await service.remove();
});

let seed = 7;
/** Numbers in [0, 1) that are the same in every run (a Lehmer generator). */
function random(): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
}

function drawFault(): ScriptedFault['fault'] {
  let left = random() * KINDS.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, fault] of KINDS) {
    left -= weight;
    if (left < 0) return fault;
  }
  return { type: 'reset', when: 'before' };
}

async function storm(): Promise<void> {
  const until = Date.now() + STORM;
  service.faults.decide(() => (Date.now() < until || random() < SHARE ? drawFault() : null));
  await wait(STORM);
}

/** A team with a commitment of its past and an open meeting. */
async function furnish(office: Office, index: number): Promise<{ desk: Desk; meeting: RunningMeeting }> {
  const founder = await office.person(`a${index * 20}`);
  const leaders = Object.fromEntries(
    Array.from({ length: LEADERS }, (_, i): [number, Role] => [index * 20 + i + 1, 'leader']),
  );
  const team = await office.team('a', leaders, index * 20);
  const past = await office.open(team.id, founder);
  await past.moveTo('committing');
  const params = { meeting: past.id };
  await founder.do('proposeCommitment', { params, input: commitmentInput(personId('a', index * 20 + 1)) });
  await past.direct({ type: 'close' }, ({ sealed }) => sealed);
  const { commitments } = await founder.do('viewTeam', { params: { team: team.id } });
  const meeting = await office.open(team.id, founder);
  const round = await meeting.round('rating');
  const commitment = commitments[0]?.id;
  if (!commitment) throw new Error('The team has a commitment');
  return { meeting, desk: { team: team.id, meeting: meeting.id, round, commitment } };
}

/** The ids of a round's documents, whatever their shard. */
async function ballotsOf(store: DocumentStore, round: string): Promise<readonly string[]> {
  const { documents } = await store.scan('ballots', { after: null, limit: 1_000 });
  return documents.filter(({ place }) => place.partition.includes(round)).map(({ document }) => document.id);
}

describe('a fifth of all requests to the database going wrong', () => {
  it(
    'ST1 BL3 BL4 HT1 HT3 loses, doubles and tears nothing that was acknowledged, over kills too',
    async () => {
      const office = new Office(service.origin);
      const desks = await Promise.all(Array.from({ length: TEAMS }, (_, index) => furnish(office, index)));
      const people = await Promise.all(
        desks.flatMap(({ desk }, index) =>
          Array.from({ length: LEADERS }, async (_, i) => {
            const person = await office.person(`a${index * 20 + i + 1}`);
            return new RestlessPerson(person, desk, { tally, random });
          }),
        ),
      );

      service.faults.decide(() => (random() < SHARE ? drawFault() : null));
      const working = Promise.all(people.map((person) => person.workUntil(() => tally.calls >= CALLS)));
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const at = (CALLS * kill) / (KILLS + 1);
        while (tally.calls < at) await wait(10);
        await service.kill();
        await service.start();
      }
      if (IS_LONG) await storm();
      await working;
      const faults = service.faults.happened.length;
      service.faults.clear();

      for (const person of people) person.check(await person.look(), 'for good');
      expect(tally.unexplained).toEqual([]);
      expect(
        [...tally.failures.keys()].filter((kind) => kind !== 'service.unavailable' && !kind.startsWith('network.')),
      ).toEqual([]);
      for (const { desk, meeting } of desks) {
        const team = people.filter((person) => person.desk === desk);
        const { commitments, instruments } = await meeting.facilitator.do('viewTeam', { params: { team: desk.team } });
        const checkIns = commitments.flatMap((commitment) => commitment.checkIns.map(({ note }) => note));
        expect([...checkIns].sort()).toEqual(team.flatMap((person) => person.checkIns).sort());
        const copies = instruments.map(({ title }) => title).filter((title) => title.startsWith('Copy'));
        expect([...copies].sort()).toEqual(team.flatMap((person) => person.instruments).sort());
        const store = await service.openStore();
        const cast = team.filter(({ ballot }) => ballot !== null).length;
        expect((await ballotsOf(store, desk.round.id)).filter((id) => id.startsWith('b|'))).toHaveLength(cast);
        await meeting.direct({ type: 'close' }, ({ sealed }) => sealed);
        expect((await meeting.round('rating')).counted).toBe(cast);
        expect((await ballotsOf(store, desk.round.id)).map((id) => id.slice(0, 2))).toEqual(
          Array.from({ length: cast }, () => 's|'),
        );
        await store.close();
      }
      const failures = [...tally.failures].map(([kind, count]) => `${count} ${kind}`).join(', ');
      console.log(`${tally.calls} calls, ${faults} faults, ${KILLS} kills, failures: ${failures}`);
      expect(faults).toBeGreaterThan(CALLS * 0.1);
      if (IS_LONG) expect(tally.failures.get('service.unavailable')).toBeGreaterThan(0);
    },
    LONGEST,
  );
});
