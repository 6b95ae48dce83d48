import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { dyingAfter } from '../../application/dying-store.ts';
import { guessesAt, scoresOf } from './attacker.ts';
import { tagOf } from './clues.ts';
import { ENGINES } from './engines.ts';
import { answersIn, ballotsOf, type Evidence } from './evidence.ts';
import { close, holdMeeting, randomFrom, Room, TENANT, type Between, type Held } from './room.ts';

const VOTERS = 14;
/** Writes that closing takes before it seals: those may be killed too, and are not what is looked at here. */
const MOST_WRITES = 200;

/** A program that is killed after so many writes, of keys too. */
function killedAfter(writes: { left: number }): Between {
  return {
    store: (store) => dyingAfter(writes, store),
    keys: (keys) => ({
      ...keys,
      destroy(round) {
        if (writes.left <= 0) return Promise.reject(new Error('killed'));
        writes.left -= 1;
        return keys.destroy(round);
      },
    }),
  };
}

describe.each(ENGINES)('a service that is killed while it seals, on %s', (engine) => {
  const rooms: Room[] = [];
  const writes = { left: Number.POSITIVE_INFINITY };
  let held: Held;

  beforeAll(async () => {
    const room = await Room.open(engine, 17, killedAfter(writes));
    rooms.push(room);
    held = await holdMeeting(room, { voters: VOTERS });
  });

  afterAll(async () => {
    for (const room of rooms) await room.leave();
  });

  function found(room: Room, evidence: Evidence): readonly string[] {
    return held.rounds.flatMap((round) => {
      const truth = room.truth.get(round) ?? new Map<string, string>();
      const scores = scoresOf(guessesAt(evidence, round), { truth, random: randomFrom(3) });
      return scores.filter(({ beatsChance }) => beatsChance).map(({ clue }) => clue);
    });
  }

  /** Whether a ballot that was rewritten already lies under a tag, by the keys that are left or were copied. */
  function tiedAfterRewriting({ papers, keys, stolenKeys, asked }: Evidence): number {
    return held.rounds.flatMap((round) => {
      const rewritten = ballotsOf(papers, round).filter(({ id }) => id.startsWith('s|'));
      const known = [keys.get(round), stolenKeys.get(round)].filter((key) => key !== undefined);
      const tags = known.flatMap((key) => asked.map((person) => tagOf(key, { tenant: TENANT, person })));
      return rewritten.filter(({ id, body }) => tags.some((tag) => id.includes(tag) || body.includes(tag)));
    }).length;
  }

  it('PV6 ties no ballot that it has rewritten, says that it is sealed when nothing ties, and is finished later', async () => {
    const [room] = rooms;
    if (!room) throw new Error('there is no room');
    const { company } = room;
    let isSealed = false;
    let halfway = 0;
    let kills = 0;
    for (; !isSealed && kills < MOST_WRITES; kills += 1) {
      writes.left = kills;
      const trying = (await statusOf(room)) === 'open' ? close(room, held) : keepHouse(company.ports);
      const told = company.faults.length;
      const died = await trying.then(
        () => company.faults.length > told,
        () => true,
      );
      writes.left = Number.POSITIVE_INFINITY;
      company.now += 120_000;
      const evidence = room.evidence();
      const ballots = held.rounds.flatMap((round) => ballotsOf(evidence.papers, round));
      expect(ballots).toHaveLength(2 * VOTERS);
      expect(new Set(ballots.map(answersIn)).size).toBe(2 * VOTERS);
      expect(tiedAfterRewriting(evidence)).toBe(0);
      if (new Set(ballots.map(({ id }) => id.slice(0, 2))).size === 2) halfway += 1;
      if ((await company.view(held.meeting)).sealed) expect(found(room, evidence)).toEqual([]);
      isSealed = !died && (await statusOf(room)) === 'closed';
    }
    expect(halfway).toBeGreaterThan(0);
    expect(kills).toBeGreaterThan(10);
    expect(await company.view(held.meeting)).toMatchObject({ status: 'closed', sealed: true });
    expect(room.evidence().keys.size).toBe(0);
    expect(found(room, room.evidence())).toEqual([]);
  });

  async function statusOf({ company }: Room): Promise<string> {
    return (await company.view(held.meeting)).status;
  }
});
