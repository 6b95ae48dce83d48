import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { Person } from '../running/person.ts';
import { drawAnswers, type RunningMeeting } from '../running/running-meeting.ts';
import { quantile, type Line } from './figures.ts';
import { monotonic } from './watchers.ts';

const ROUNDS = 5;

/**
 * Lets everybody cast a ballot at the same moment, and then change it at the same moment a few times; beside it as many
 * bare transactions of two rows each, one after the other, with the same safety.
 */
export async function measureBallots(
  meeting: RunningMeeting,
  leaders: readonly Person[],
  scratch: string,
): Promise<readonly Line[]> {
  const round = await meeting.round('rating');
  const params = { meeting: meeting.id, round: round.id };
  const revisions = new Map<string, string>();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let n = 0; n <= ROUNDS; n += 1) {
    const ballots = leaders.map((leader) => ({ leader, answers: drawAnswers(round.questions, Math.random) }));
    const from = monotonic();
    await Promise.all(
      ballots.map(async ({ leader, answers }) => {
        const input = { basedOn: revisions.get(leader.name) ?? null, answers };
        const reply = await leader.insist('castBallot', { params, input });
        if (!reply.ok) throw new Error(`A ballot was refused: ${JSON.stringify(reply.error)}`);
        revisions.set(leader.name, reply.value.value.revision);
      }),
    );
    const took = monotonic() - from;
    const bare = bareTransactions(join(scratch, `bare-${n}.db`), JSON.stringify(ballots[0]?.answers), leaders.length);
    // Connections that were closed meanwhile are noticed before the next round.
    await wait(100);
    // The first time every connection is new.
    if (n === 0) continue;
    ours.push((leaders.length / took) * 1_000);
    theirs.push((leaders.length / bare) * 1_000);
  }
  const [mine, reference] = [quantile(ours, 0.5), quantile(theirs, 0.5)];
  return [
    {
      what: `${leaders.length} ballots at once, all acknowledged: a second`,
      ours: mine.toFixed(0),
      reference: reference.toFixed(0),
      ratio: reference / mine,
      goal: null,
    },
  ];
}

/** How long so many durable transactions of two rows take, in milliseconds. */
function bareTransactions(path: string, body: string, count: number): number {
  const database = new Sqlite(path);
  for (const pragma of ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON']) {
    database.pragma(pragma);
  }
  database.exec('CREATE TABLE rows (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID');
  const insert = database.prepare('INSERT INTO rows VALUES (?, ?)');
  const two = database.transaction((n: number) => {
    insert.run(`gate ${n}`, '{}');
    insert.run(`ballot ${n}`, body);
  });
  const from = monotonic();
  for (let n = 0; n < count; n += 1) two(n);
  const took = monotonic() - from;
  database.close();
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  return took;
}
