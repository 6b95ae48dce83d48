import { openServiceSecret } from '@plumbline/bot/service-secret';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { databaseIn } from '@plumbline/bot/open-ports';
import type { Place } from '@plumbline/shared/application/ports/document-store';

/**
 * Writes pairs of documents into the data folder given as the first argument until it is killed, each pair in one batch and
 * then again in one batch, and scrubs the store now and then. A pair is acknowledged by its number on a line of stdout.
 */
const [folder = ''] = process.argv.slice(2);
const store = openSqliteStore({ path: databaseIn(folder) });
openServiceSecret(folder);
const place: Place = { container: 'ballots', partition: 't|acme|r|round_1|0' };

for (let n = 0; ; n += 1) {
  for (const version of [0, 1]) {
    const body = { n, version, text: `${n} `.repeat(50 + ((n * 7919) % 400)) };
    await store.batch(place, [
      { type: 'put', document: { id: `left|${n}`, schema: 1, body } },
      { type: 'put', document: { id: `right|${n}`, schema: 1, body } },
    ]);
  }
  if (n % 40 === 39) await store.scrub();
  process.stdout.write(`${n}\n`);
}
