import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { useCases } from '@plumbline/shared/application/use-cases/index';
import { Company } from '../application/company.ts';
import { makeDatabase, type TestDatabase } from './database.ts';
import { unitsOfAll } from './request-units.ts';

let database: TestDatabase;
let company: Company;

beforeAll(async () => {
  database = await makeDatabase();
  const store = await database.open({ feedEvery: 600_000 });
  company = new Company(undefined, () => store);
});

afterAll(async () => {
  await company.leave();
  await database.close();
});

/** What something costs. */
async function costOf(act: () => Promise<unknown>): Promise<number> {
  const from = database.line.exchanges.length;
  await act();
  return unitsOfAll(database.line.exchanges.slice(from));
}

it('costs on paper what a meeting of 12 was planned with, by the sizes of its real requests', async () => {
  const team = await company.team(12);
  let meeting = await company.meeting(team);
  const opening = await costOf(async () => {
    meeting = await company.meeting(team);
  });
  const [round] = (await company.view(meeting)).rounds;
  if (!round) throw new Error('The meeting has no round.');
  const scales = round.questions.filter(
    ({ kind }) => kind === 'agreement' || kind === 'frequency' || kind === 'rating',
  );
  const answers = Object.fromEntries(scales.map(({ id }) => [id, { kind: 'scale' as const, value: 4 }]));
  const cast = async (by: number): Promise<void> => {
    const reply = await useCases.castBallot(company.ports, {
      actor: company.person(by),
      params: { meeting, round: round.id },
      input: { basedOn: null, answers, consent: false },
      ifMatch: null,
      key: `cast-${by}`,
      language: 'en',
    });
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  };
  // What was read a moment ago serves ballots and looks; on a busy machine the moment may be over.
  const least = (costs: readonly number[]): number => Math.min(...costs);
  const everybody = Array.from({ length: 13 }, (_, n) => company.person(n));
  const ballots: number[] = [];
  const counts: number[] = [];
  const refreshes: number[] = [];
  for (let by = 1; by <= 8; by += 1) {
    ballots.push(await costOf(() => cast(by)));
    counts.push(await costOf(() => company.count()));
    // The count may have moved: everybody looks, the coach too.
    refreshes.push(await costOf(() => Promise.all(everybody.map((person) => company.view(meeting, person)))));
  }
  const [counted, moved] = [least(counts), Math.max(...counts)];
  const [still, refreshed] = [least(refreshes), Math.max(...refreshes)];
  console.log(
    [
      'Request units on paper, in a meeting of 12:',
      `  compose and open it                  ${opening}`,
      `  a ballot of ${scales.length} answers               ${least(ballots)}`,
      `  a count that moves nothing           ${counted}`,
      `  a count that moves                   ${moved}`,
      `  13 screens refresh after it moved    ${refreshed}`,
      `  13 screens refresh otherwise         ${still}`,
    ].join('\n'),
  );

  expect(opening).toBeLessThanOrEqual(80);
  expect(least(ballots)).toBeLessThanOrEqual(6);
  // One query, whoever looks and however many ballots came in its quarter of a second.
  expect(counted).toBeLessThanOrEqual(2.5);
  expect(refreshed / 13).toBeLessThanOrEqual(1);
  expect(still).toBe(0);
});
