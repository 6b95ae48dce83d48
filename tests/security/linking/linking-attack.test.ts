import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@plumbline/shared/domain/team/team';
import { drawAnswers } from '../../running/running-meeting.ts';
import { RunningService, TWO_TENANTS } from '../../running/running-service.ts';
import { personId, TENANTS } from '../../running/tenant-people.ts';
import { cast, Office } from '../office.ts';
import { Recorder } from '../secrecy/recorder.ts';
import { guessesAt, scoresOf } from './attacker.ts';
import { StolenFolder, type Suspect, type Tie, type Trace } from './attack.ts';
import { keptAnswers, type Busy, type Told } from './evidence.ts';
import { randomFrom } from './room.ts';

const LEADERS = 30;
/** By chance one guess of an order is right on average; seven or more in one order of 10,000. */
const CHANCE = 6;

// On SQLite whatever the other tests run on: what a thief reads off is the database's own file.
const service = new RunningService({ entry: TWO_TENANTS, logLevel: 'debug', store: 'sqlite' });
const folder = mkdtempSync(join(tmpdir(), 'plumbline-theft-'));
const suspects: readonly Suspect[] = Array.from({ length: LEADERS }, (_, i) => ({
  tenant: TENANTS[0],
  person: personId('a', i + 1),
}));
/** What is true, which the attacker does not know: whose answers and wordings they are. */
const truth = new Map<string, string>();
const wordings = new Map<string, string>();
let order: readonly string[] = [];
/** What the service answered to whom, and what its live stream said. */
const told: Told[] = [];
const sent: Busy[] = [];
let rating = '';
let open: StolenFolder;
let sealed: StolenFolder;

beforeAll(async () => {
  await service.start();
  const office = new Office(service.origin);
  const roles = Object.fromEntries(suspects.map((_, i): [number, Role] => [i + 1, 'leader']));
  const team = await office.team('a', roles);
  const meeting = await office.open(team.id, await office.person('a0'));
  const round = await meeting.round('rating');
  rating = round.id;
  // A log that begins with the ballots, which is when it tells most.
  await service.stop();
  await service.start();
  const coach = await office.person('a0');
  const listener = new Recorder({ origin: service.origin, people: [coach], params: {} });
  await listener.listen([meeting.id]);
  const numbers = suspects.map((_, i) => i + 1).sort(() => Math.random() - 0.5);
  order = numbers.map((number) => personId('a', number));
  for (const number of numbers) {
    const answers = drawAnswers(round.questions, Math.random);
    truth.set(personId('a', number), keptAnswers(answers));
    const leader = await office.person(`a${number}`);
    sent.push({ person: personId('a', number), at: Date.now() });
    const revision = await cast(leader, { meeting: meeting.id, round: round.id }, { answers });
    told.push({ kind: 'reply', who: personId('a', number), at: Date.now(), text: revision });
  }
  open = new StolenFolder(service.dataDir, join(folder, 'open'));
  await meeting.moveTo('messaging');
  for (const number of numbers.slice(0, 12)) {
    const text = `Wording ${Math.random()}`;
    wordings.set(personId('a', number), text);
    const leader = await office.person(`a${number}`);
    await leader.do('putSentence', { params: { meeting: meeting.id }, input: { text } });
  }
  const withWordings = new StolenFolder(service.dataDir, join(folder, 'wordings'));
  expect(right(withWordings.tiesOfWordings(suspects), wordings)).toBe(12);
  await meeting.direct({ type: 'close' }, (view) => view.sealed);
  listener.stopListening();
  told.push(...listener.frames.map(({ at, text }) => ({ kind: 'frame' as const, who: null, at, text })));
  told.push(...service.written.split('\n').map((text) => ({ kind: 'line' as const, who: null, at: 0, text })));
  // Not asked to stop, so that nothing is tidied up for the thief's sake.
  await service.kill();
  sealed = new StolenFolder(service.dataDir, join(folder, 'sealed'));
});

afterAll(async () => {
  await service.remove();
  rmSync(folder, { recursive: true, force: true });
});

function right(ties: readonly Tie[], facts: ReadonlyMap<string, string> = truth): number {
  return ties.filter(({ person, wrote }) => facts.get(person) === wrote).length;
}

function rightByTrace(stolen: StolenFolder): Readonly<Record<Trace, number>> {
  const { log, file, body, id, etag } = stolen.tiesByOrder(rating, order);
  return { log: right(log), file: right(file), body: right(body), id: right(id), etag: right(etag) };
}

describe('a thief with a copy of the database and of every key', () => {
  it('ties every ballot to its author while the meeting is open, which is why it is called confidential', () => {
    expect(right(open.tiesByTags(suspects))).toBe(LEADERS);
  });

  it('reads the order of the ballots from the log while the meeting is open', () => {
    expect(rightByTrace(open).log).toBeGreaterThan(LEADERS * 0.8);
  });

  it('PV6 ties no ballot and no wording to anybody once the meeting is sealed, for there are no keys', () => {
    expect(sealed.keys()).toEqual(new Map());
    expect(sealed.tiesByTags(suspects)).toEqual([]);
    expect(sealed.tiesOfWordings(suspects)).toEqual([]);
  });

  it('PV6 finds no trace of tags or keys in any byte of any file, not even with keys that were stolen before', () => {
    const keys = open.keys();
    expect(open.remainsOf(suspects, keys)).toBeGreaterThan(LEADERS);
    expect(sealed.remainsOf(suspects, keys)).toBe(0);
    expect(sealed.tiesByTags(suspects, keys)).toEqual([]);
  });

  it('PV6 does no better than chance with any order that is left', () => {
    const hits = Object.entries(rightByTrace(sealed)).filter(([, count]) => count > CHANCE);
    expect(hits).toEqual([]);
    expect(sealed.fieldsBeside(rating)).toEqual([]);
  });

  it('PV6 PV9 does no better than chance with all evidence that there is, and with keys that were copied before', () => {
    const evidence = {
      tenant: TENANTS[0],
      asked: suspects.map(({ person }) => person),
      stolenKeys: open.keys(),
      told,
      sent: new Map([[rating, sent]]),
      busy: new Map([[rating, sent]]),
    };
    const found = (stolen: StolenFolder) => {
      const [papers, files, keys] = [stolen.papers(), stolen.files(), stolen.keys()];
      const scores = scoresOf(guessesAt({ ...evidence, papers, files, keys }, rating), {
        truth,
        random: randomFrom(3),
      });
      return scores.filter(({ beatsChance }) => beatsChance).map(({ clue }) => clue);
    };
    expect(told.filter(({ kind }) => kind === 'frame').length).toBeGreaterThan(1);
    expect(found(open)).toContain('words that stand elsewhere beside one person');
    expect(found(sealed)).toEqual([]);
  });

  it('HT7 finds nobody in the log', () => {
    const named = suspects.filter(({ person }) => service.written.includes(person.slice('person_'.length)));
    expect(named).toEqual([]);
    expect(service.written).not.toContain(rating);
  });
});
