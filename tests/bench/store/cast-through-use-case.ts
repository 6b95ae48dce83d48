import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drawAnswers } from '../../running/running-meeting.ts';
import { quantile, type Line } from '../figures.ts';
import { monotonic } from '../watchers.ts';
import { Callers } from './use-cases.ts';

const LEADERS = 400;
const ROUNDS = 15;
/** What the goal of 60% of the reference's rate is as a ratio of times. */
const MOST = 1 / 0.6;

/**
 * Casts ballots through the use case into SQLite: token, access, answers, tag, gate, one durable write. Beside it, in
 * turns, bare transactions of two rows of the same size in better-sqlite3 with the same pragmas.
 */
export async function measureCasting(): Promise<Line> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const callers = await Callers.open({ dataDir: join(folder, 'data') });
  const bare = openBare(join(folder, 'bare.db'));
  try {
    const team = await callers.team(LEADERS);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let n = 0; n <= ROUNDS; n += 1) {
      const { meeting, round } = await callers.openPulse(team);
      const params = { meeting, round: round.id };
      const ballots = Array.from({ length: LEADERS }, (_, i) => ({
        by: i + 1,
        answers: drawAnswers(round.questions, Math.random),
      }));
      const from = monotonic();
      for (const { by, answers } of ballots) {
        const input = { basedOn: null, answers, consent: false };
        await callers.call('castBallot', callers.person(by), { params, input });
      }
      const between = monotonic();
      for (const { by, answers } of ballots) bare.write(`${n} ${by}`, JSON.stringify(answers));
      // The first time everything is compiled.
      if (n === 0) continue;
      ours.push(between - from);
      theirs.push(monotonic() - between);
    }
    const [mine, reference] = [quantile(ours, 0.5), quantile(theirs, 0.5)];
    const perSecond = (took: number) => ((LEADERS / took) * 1_000).toFixed(0);
    return {
      what: 'SQLite: ballots cast through the use case, one after the other: a second',
      ours: perSecond(mine),
      reference: perSecond(reference),
      ratio: mine / reference,
      goal: Number(MOST.toFixed(2)),
    };
  } finally {
    bare.close();
    await callers.ports.store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function openBare(path: string) {
  const database = new Sqlite(path);
  for (const pragma of ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON']) {
    database.pragma(pragma);
  }
  database.exec('CREATE TABLE rows (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID');
  const insert = database.prepare('INSERT INTO rows VALUES (?, ?)');
  const write = database.transaction((id: string, body: string) => {
    insert.run(`gate ${id}`, '{}');
    insert.run(`ballot ${id}`, body);
  });
  return { write, close: () => database.close() };
}
