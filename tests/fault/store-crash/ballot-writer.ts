import { createHash } from 'node:crypto';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { BALLOTS, CAMP, GROUP } from './ballots.ts';

/**
 * Writes ballots to the database given as the first argument until it is killed, from the number given as the second.
 * Each turn casts a ballot, edits the one before and writes a group in one batch; a turn is acknowledged by its number on
 * a line of stdout when all three have resolved.
 */
const [path = '', from = '0'] = process.argv.slice(2);
const store = openSqliteStore({ path });

for (let turn = Number(from); ; turn += 1) {
  await store.put(BALLOTS, ballot(`ballot-${turn}`, turn));
  if (turn > 0) await store.put(BALLOTS, ballot(`ballot-${turn - 1}`, turn));
  await store.batch(
    CAMP,
    Array.from({ length: GROUP }, (_, place) => ({ type: 'put', document: ballot(`place-${place}`, turn) }) as const),
  );
  // Where nobody reads for a while, lines would wait in here and die with the process: a turn is told before the next begins.
  await new Promise((written) => process.stdout.write(`${turn}\n`, written));
}

/** A ballot of 0.5 to 20 KB, so that many lie over several pages, with a sum by which a torn one is known. */
function ballot(id: string, turn: number) {
  const answers = `${turn} `.repeat(200 + ((turn * 7919) % 3000));
  return { id, schema: 1, body: { turn, answers, sum: createHash('sha256').update(answers).digest('hex') } };
}
