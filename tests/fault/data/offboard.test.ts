import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '@plumbline/infra/data/run';
import { everythingIn } from '../../application/everything-kept.ts';
import { furnishTeam } from '../../security/furnish.ts';
import { Office } from '../../security/office.ts';
import type { Things } from '../../security/requests.ts';
import { persona } from '../../running/person.ts';
import { RunningService, TWO_TENANTS } from '../../running/running-service.ts';
import { nameOf, TENANTS } from '../../running/tenant-people.ts';
import type { TestStore } from '../../running/test-store.ts';

const MAIN = fileURLToPath(new URL('../../../infra/data/main.ts', import.meta.url));
const KILLS = 2;
const [GONE, STAYS] = TENANTS;

describe.each<TestStore>(['sqlite', 'cosmos'])('offboarding an organisation on %s', (store) => {
  const service = new RunningService({ entry: TWO_TENANTS, store });
  let stays: Things;

  beforeAll(async () => {
    await service.start();
    const office = new Office(service.origin);
    await furnishTeam(office, { letter: 'a', from: 0 });
    stays = await furnishTeam(office, { letter: 'b', from: 0 });
  });
  afterAll(() => service.remove());

  /** Runs the command here, and answers what it asks. */
  async function offboard(
    words: readonly string[],
    {
      answer = null,
      env = {},
    }: { readonly answer?: string | null; readonly env?: Readonly<Record<string, string>> } = {},
  ): Promise<readonly [number, string]> {
    let said = '';
    const write = (text: string): void => void (said += text);
    const ask = (question: string) => (write(question), Promise.resolve(answer));
    const around = { from: '.', out: { write }, screen: { write }, ask };
    const code = await run(['offboard', ...words], { env: { ...service.dataVariables, ...env }, ...around });
    return [code, said];
  }

  /** Runs it in a process of its own, which is killed as soon as it deletes. */
  async function cutShort(): Promise<number | null> {
    const child = spawn(process.execPath, ['--conditions=plumbline:source', MAIN, 'offboard', GONE, '--yes', GONE], {
      env: { ...process.env, ...service.dataVariables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('deleted')) child.kill('SIGKILL');
    });
    child.stdout.resume();
    const [code] = (await once(child, 'close')) as [number | null];
    return code;
  }

  /** Every document that is not of the organisation that goes. */
  async function others(): Promise<readonly string[]> {
    const opened = await service.openStore();
    const all = (await everythingIn(opened)).map(({ place, document }) => JSON.stringify([place, document]));
    await opened.close();
    return all.filter((text) => text.includes(STAYS)).sort();
  }

  it('DL10 is refused while the organisation is let in, or its id is not given twice, and deletes nothing', async () => {
    const env = { ENTRA_TENANTS: `${STAYS}, ${GONE.toUpperCase()}` };
    expect(await offboard([GONE, '--yes', GONE], { env })).toEqual([
      1,
      expect.stringContaining('take it out and deploy'),
    ]);
    if (store === 'sqlite') {
      expect(await offboard([GONE, '--yes', GONE])).toEqual([
        1,
        expect.stringContaining('is in use by another process'),
      ]);
    }
    await service.stop();
    const before = await others();
    for (const answer of [null, '', STAYS]) {
      const [code, said] = await offboard([GONE], { answer });
      expect([code, said]).toEqual([1, expect.stringContaining('was not given a second time, or another one was')]);
      expect(said).toMatch(/ of aaaaaaaa-\S+, Org:\n +1 teams\n/);
    }
    expect(await offboard([GONE, '--yes', STAYS])).toEqual([1, expect.stringContaining('nothing was deleted')]);
    expect(await offboard([GONE], { env: { DATA_DIR: join(service.dataDir, 'elsewhere') } })).toEqual([
      1,
      expect.stringContaining('say with DATA_DIR which folder the service uses'),
    ]);
    expect(await others()).toEqual(before);
  });

  it(`DL10 goes on after ${KILLS} kills until nothing is left, and leaves the other organisation to work on`, async () => {
    const before = await others();
    expect(before.length).toBeGreaterThan(50);
    // A kill may come when all is done: then the next run finds nothing, and ends well.
    for (let kill = 0; kill < KILLS; kill += 1) expect([null, 0]).toContain(await cutShort());
    const [code, said] = await offboard([GONE.toUpperCase()], { answer: GONE });

    expect([code, said]).toEqual([0, expect.stringMatching(new RegExp(`Nothing is kept of ${GONE}`))]);
    expect(await offboard([GONE])).toEqual([0, `Nothing is kept of ${GONE}.\n`]);
    expect(await others()).toEqual(before);
    if (store === 'sqlite') {
      const files = readdirSync(service.dataDir).filter((name) => name.startsWith('plumbline.db'));
      const bytes = files.map((name) => readFileSync(join(service.dataDir, name)).toString('latin1')).join('');
      expect([GONE, nameOf('a', 1)].filter((text) => bytes.includes(text))).toEqual([]);
      expect(bytes).toContain(nameOf('b', 1));
    }
    await service.start();
    const [stranger, coach] = [await persona(service.origin, 'a0'), await persona(service.origin, 'b0')];
    expect((await stranger.do('viewHome', { params: {} })).teams).toEqual([]);
    const team = await coach.do('viewTeam', { params: { team: stays.team } });
    expect(team.meetings.length).toBeGreaterThan(1);
  });
});
