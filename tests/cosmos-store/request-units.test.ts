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
  company = new Company(() => store);
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
    });
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  };
  // What was read of the meeting a moment ago serves a ballot; on a busy machine the moment may be over.
  const least = (costs: readonly number[]): number => Math.min(...costs);
  const first = await costOf(() => cast(1));
  const others: number[] = [];
  const looks: number[] = [];
  const counts: number[] = [];
  for (let by = 2; by <= 8; by += 1) {
    others.push(await costOf(() => cast(by)));
    // A call counts what ballots asked for; the same call again has nothing to count.
    const withCount = await costOf(() => company.view(meeting));
    const look = await costOf(() => company.view(meeting));
    looks.push(look);
    counts.push(withCount - look);
  }
  console.log(
    [
      'Request units on paper, in a meeting of 12:',
      `  compose and open it        ${opening}`,
      `  a ballot of ${scales.length} answers     ${least(others)}`,
      `  the first after a change   ${first}`,
      `  a count that moves nothing ${least(counts).toFixed(2)}`,
      `  a count that moves         ${Math.max(...counts).toFixed(2)}`,
      `  a look at the meeting      ${least(looks)}`,
    ].join('\n'),
  );

  expect(opening).toBeLessThanOrEqual(80);
  // 1.00 for the gate and 4.95 for a KB; a whole sheet is a little more.
  expect(least(others)).toBeLessThanOrEqual(6.1);
  expect(least(counts)).toBeLessThanOrEqual(4);
});
