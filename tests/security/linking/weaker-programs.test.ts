import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guessesAt, scoresOf } from './attacker.ts';
import { ENGINES } from './engines.ts';
import { answersIn, ballotsOf, type Evidence } from './evidence.ts';
import { close, holdMeeting, lookAround, randomFrom, Room, type Between, type Held } from './room.ts';
import { separation, tellsOf } from './whereabouts.ts';
import * as weaker from './weaker-programs.ts';

const VOTERS = 20;
const SILENT = 8;
const NO_KEYS: ReadonlyMap<string, Buffer> = new Map();
/** Of chance less than once in 10,000, also over the forty tells that there are. */
const FAR = 5;

describe.each(ENGINES)('somebody with all evidence, on %s', (engine) => {
  const rooms: Room[] = [];
  let held: Held;
  let truths: ReadonlyMap<string, ReadonlyMap<string, string>>;
  let open: Evidence;
  /** What the real program leaves, once closed. */
  let real: Evidence;

  beforeAll(async () => {
    const room = await Room.open(engine, 7);
    rooms.push(room);
    held = await holdMeeting(room, { voters: VOTERS, silent: SILENT });
    truths = room.truth;
    open = room.evidence();
    real = await closed({});
  });

  afterAll(async () => {
    for (const room of rooms) await room.leave();
  });

  /** The same meeting, closed by a program with something between it and its store or keys. */
  async function closed(between: Between): Promise<Evidence> {
    const [room] = rooms;
    if (!room) throw new Error('there is no room');
    const again = await room.again(11 + rooms.length, between);
    rooms.push(again);
    await close(again, held);
    await lookAround(again, held);
    return again.evidence();
  }

  /** What does better than chance, over all rounds. */
  function found(evidence: Evidence): readonly string[] {
    return held.rounds.flatMap((round) => {
      const truth = truths.get(round) ?? new Map<string, string>();
      expect(ballotsOf(evidence.papers, round)).toHaveLength(VOTERS);
      const scores = scoresOf(guessesAt(evidence, round), { truth, random: randomFrom(3) });
      return scores.filter(({ beatsChance }) => beatsChance).map(({ clue }) => clue);
    });
  }

  function withoutStolenKeys(evidence: Evidence): Evidence {
    return { ...evidence, stolenKeys: NO_KEYS };
  }

  function authorsIn(round: string): ReadonlyMap<string, string> {
    return new Map([...(truths.get(round) ?? [])].map(([person, wrote]) => [wrote, person]));
  }

  function everyRound(change: (evidence: Evidence, round: string) => Evidence): Evidence {
    return held.rounds.reduce(change, withoutStolenKeys(real));
  }

  it('PV6 ties ballots while the meeting is open, which is why it is called confidential', () => {
    expect(found(open)).toContain('tags under the key');
    expect(found({ ...open, keys: NO_KEYS, stolenKeys: NO_KEYS })).toContain(
      'words that stand elsewhere beside one person',
    );
  });

  it('PV6 ties no ballot once it is closed, not even with keys that were copied before', () => {
    expect(real.stolenKeys.size).toBeGreaterThan(1);
    expect(real.keys.size).toBe(0);
    expect(found(real)).toEqual([]);
  });

  it('PV6 PV3 PV9 does not come to know who answered, from anything that is kept or from the stream', () => {
    expect(whoAnswered(real)).toEqual([]);
  });

  it.each(['auditingBallots', 'countingEach'] as const)('would come to know who answered from %s', (name) => {
    expect(whoAnswered(everyRound(weaker[name]))).not.toEqual([]);
  });

  function whoAnswered(evidence: Evidence): readonly string[] {
    return held.rounds.flatMap((round) => {
      const answered = new Set(truths.get(round)?.keys());
      const tells = tellsOf(evidence, round);
      return tells.filter((tell) => separation(tell, evidence.asked, answered) >= FAR).map(({ clue }) => clue);
    });
  }

  it('would tie ballots that keep their ids, to whoever copied a key before', async () => {
    const evidence = await closed(weaker.KEEPS_IDS);
    expect(found(evidence)).toContain('tags under the stolen key');
    expect(found(withoutStolenKeys(evidence))).toEqual([]);
  });

  it('would tie ballots that keep their ids with keys that are left, and nothing with keys alone', async () => {
    const evidence = await closed(weaker.together(weaker.KEEPS_KEYS, weaker.KEEPS_IDS));
    expect(found(withoutStolenKeys(evidence))).toContain('tags under the key');
    expect(found({ ...real, keys: real.stolenKeys, stolenKeys: NO_KEYS })).toEqual([]);
  });

  it('would tie the ballots of a copy from while it was open with keys that are left', () => {
    expect(found({ ...real, papers: open.papers, keys: open.keys, stolenKeys: NO_KEYS })).toContain(
      'tags under the key',
    );
    const destroyed = found({ ...real, papers: open.papers, stolenKeys: NO_KEYS, told: [] });
    // What Cosmos DB adds to documents tells in which order they came, until they are rewritten.
    const isInOrder = engine === 'Cosmos DB';
    expect(destroyed.some((clue) => clue.includes('tags'))).toBe(false);
    expect(destroyed.length > 0).toBe(isInOrder);
  });

  it('would tie ballots by the order of their tags if they were not shuffled, where the engine tells an order', async () => {
    const evidence = await closed(weaker.DOES_NOT_SHUFFLE);
    const clues = found(evidence);
    if (engine === 'Cosmos DB') expect(clues).toContain('the feed of changes and their tags under the stolen key');
    else expect(clues).toEqual([]);
  });

  it('would tie ballots that are left as they were cast, by the revisions that people were shown', async () => {
    const evidence = withoutStolenKeys(await closed(weaker.DOES_NOT_REWRITE));
    expect(found(evidence)).toContain('words that stand elsewhere beside one person');
    const byOrder = found({ ...evidence, told: [] });
    if (engine === 'Cosmos DB') expect(byOrder).toContain('the feed of changes and when they sent');
  });

  it('would tie ballots by what lies in the bytes of files, if these were not scrubbed', async () => {
    const clues = found(withoutStolenKeys(await closed(weaker.DOES_NOT_SCRUB)));
    if (engine === 'Cosmos DB') expect(clues).toEqual([]);
    else expect(clues.some((clue) => clue.includes('bytes'))).toBe(true);
  });

  it('would tie ballots that keep their etags', () => {
    const evidence = everyRound((sofar, round) => {
      const before = ballotsOf(open.papers, round).map((ballot): [string, string] => [answersIn(ballot), ballot.etag]);
      return weaker.keepingEtags(sofar, round, new Map(before));
    });
    expect(found(evidence)).toContain('words that stand elsewhere beside one person');
  });

  it('would tie the ballots of a copy from while it was open if etags were counted up, also without keys', () => {
    const copied: Evidence = { ...withoutStolenKeys(real), papers: open.papers, told: [] };
    const counted = held.rounds.reduce<Evidence>((sofar, round) => {
      const ids = new Map(ballotsOf(open.papers, round).map((ballot) => [answersIn(ballot), ballot.id]));
      const inOrder = open.sent.get(round)?.map(({ person }) => ids.get(truths.get(round)?.get(person) ?? '') ?? '');
      return weaker.countingEtags(sofar, inOrder ?? []);
    }, copied);
    expect(found(copied)).not.toContain('etags and when they sent');
    expect(found(counted)).toContain('etags and when they sent');
  });

  it('would tie ballots that keep the second in which they came', () => {
    const evidence = everyRound((sofar, round) => {
      const sent = new Map(sofar.sent.get(round)?.map(({ person, at }) => [person, at]));
      const of = (person: string) => ({ second: Math.floor((sent.get(person) ?? 0) / 1_000) });
      return weaker.keepingBeside(sofar, round, { authors: authorsIn(round), of });
    });
    expect(found(evidence)).toContain('the second kept in ballots and when they sent');
  });

  it('would tie ballots to entries that remember what was sent', () => {
    const evidence = everyRound((sofar, round) => weaker.rememberingCalls(sofar, truths.get(round) ?? new Map()));
    expect(found(evidence)).toContain('digests of answers that stand beside one person');
  });
});
