import { afterEach, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { shardOf } from '@plumbline/shared/domain/ballot/shards';
import { DAY } from '@plumbline/shared/kernel/instant';
import { guessesAt, scoresOf } from './attacker.ts';
import { tagOf } from './clues.ts';
import { ballotsOf, type Busy, type Evidence } from './evidence.ts';
import { holdPulse, randomFrom, Room, TENANT } from './room.ts';
import { KEEPS_IDS } from './weaker-programs.ts';

const PEOPLE = 3_300;

/** What concerns one shard, for an attacker who knows by a copied key whose ballots are in it. */
function shardIn(evidence: Evidence, round: string, shard: number): Evidence {
  const key = evidence.stolenKeys.get(round) ?? Buffer.alloc(0);
  const isIn = ({ person }: Busy) => shardOf(tagOf(key, { tenant: TENANT, person }), 2) === shard;
  return {
    ...evidence,
    papers: evidence.papers.filter(({ container, partition }) => {
      return container !== 'ballots' || partition.endsWith(`|${shard}`);
    }),
    sent: new Map([...evidence.sent].map(([one, sent]) => [one, sent.filter(isIn)])),
  };
}

const rooms: Room[] = [];
afterEach(async () => {
  for (const room of rooms.splice(0)) await room.leave();
});

it.each([
  { engine: 'SQLite, a large file', voters: 400 },
  { engine: 'Cosmos DB', voters: 80 },
] as const)(
  'PV6 PU1 ties no ballot of a pulse in several shards to anybody, on $engine',
  async ({ engine, voters }) => {
    const room = await Room.open(engine, 23);
    rooms.push(room);
    const held = await holdPulse(room, { people: PEOPLE, voters });
    const weaker = await room.again(29, KEEPS_IDS);
    rooms.push(weaker);
    for (const one of [room, weaker]) {
      one.company.now += 2 * DAY;
      await keepHouse(one.company.ports);
    }
    const [round] = held.rounds;
    if (round === undefined) throw new Error('there is no round');
    const truth = room.truth.get(round) ?? new Map<string, string>();
    const found = (evidence: Evidence) => {
      const scores = scoresOf(guessesAt(evidence, round), { truth, random: randomFrom(3) });
      return scores.filter(({ beatsChance }) => beatsChance).map(({ clue }) => clue);
    };
    expect(await room.company.view(held.meeting)).toMatchObject({ sealed: true });
    const evidence = room.evidence();
    expect(ballotsOf(evidence.papers, round)).toHaveLength(voters);
    expect(found({ ...evidence, stolenKeys: new Map() })).toEqual([]);
    // A key that was copied tells in which shard somebody's ballot is; which of them it is, it does not.
    for (const shard of [0, 1]) {
      const part = shardIn(evidence, round, shard);
      expect(ballotsOf(part.papers, round).length).toBeGreaterThan(voters / 4);
      expect(found(part)).toEqual([]);
    }
    expect(found({ ...weaker.evidence(), files: new Map() })).toContain('tags under the stolen key');
  },
);
