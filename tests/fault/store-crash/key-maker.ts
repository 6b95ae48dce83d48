import { openFileRoundKeys } from '@plumbline/bot/stores/round-keys/file-round-keys';
import { makeId } from '@plumbline/shared/kernel/ids';

/** Says that it is ready, waits for a line, makes the number of keys given after the folder, and prints their tags as JSON. */
const [folder = '', count = '0'] = process.argv.slice(2);
const keys = openFileRoundKeys(folder);
process.stdout.write('ready\n');
process.stdin.once('data', () => {
  void makeAll().then((tags) => {
    process.stdout.write(JSON.stringify(tags));
    process.stdin.destroy();
  });
});

async function makeAll(): Promise<(string | null)[]> {
  const tags: (string | null)[] = [];
  for (let n = 0; n < Number(count); n += 1) {
    const round = makeId('round', String(n));
    await keys.create(round);
    tags.push(await keys.authorTag(round, { tenant: 'acme', person: 'anna' }));
  }
  return tags;
}
