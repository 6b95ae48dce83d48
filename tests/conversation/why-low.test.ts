import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { DAY } from '@plumbline/shared/kernel/instant';
import { makeId, type TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../application/company.ts';
import { Chat } from './chat.ts';

let company: Company;
let team: TeamId;

beforeEach(async () => {
  company = new Company();
  team = await company.team(6, ['analyst']);
});
afterEach(() => company.leave());

const ANALYST = 7;

function chatOf(number: number): Chat {
  return new Chat(company, company.person(number));
}

/** A pulse of a built-in instrument that is over; everybody says the same. */
async function closedPulse(instrument: string, value: number): Promise<void> {
  const meeting = await company.meeting(team, company.now + DAY, {
    instrument: { id: makeId('instrument', instrument), version: 1 },
  });
  const round = await company.round(meeting, 'rating');
  for (const by of [1, 2, 3, 4, 5, 6]) {
    const scales = round.questions.filter(({ kind }) => kind === 'agreement' || kind === 'frequency');
    const answers = Object.fromEntries(scales.map(({ id }) => [id, { kind: 'scale' as const, value }]));
    await company.cast(meeting, round.id, { by, answers });
  }
  company.now += 2 * DAY;
  await keepHouse(company.ports);
}

async function happened(kind: string, day: string, text: string): Promise<void> {
  await company.get('logIncident', company.person(1), { params: { team }, input: { kind, day, text } });
}

describe('CV21 why a dimension is low', () => {
  it('shows its questions, the symptoms that go with it, and what happened of such kinds in the last six months', async () => {
    await closedPulse('alignment', 2);
    await closedPulse('symptoms-organisation', 3);
    await happened('so.speed.1', '2026-11-13', 'The pricing decision came back.');
    await happened('so.speed.2', '2026-10-02', 'The tender closed before we had decided.');
    await happened('so.speed.1', '2026-02-01', 'Long ago.');
    await happened('st.support.1', '2026-11-13', 'Of another kind.');
    const { read } = await chatOf(0).say('why is strategy low');
    expect(read).toContain('Symptoms that go with it');
    expect(read).toContain('A decision we thought was made came back to the table.');
    expect(read).toContain('2 incidents of such kinds in the last six months');
    expect(read).toMatch(/pricing decision came back\.[^]*tender closed before/);
    expect(read).not.toMatch(/Long ago|Of another kind|Leaders applied the same policy/);
    expect(read).toContain('Why, only the team can say.');
  });

  it('tells of symptoms that were asked at different times, each as it was answered last', async () => {
    await closedPulse('symptoms-organisation', 3);
    await closedPulse('symptoms-team', 1);
    await closedPulse('alignment', 2);
    const { read } = await chatOf(1).say('why is goals low');
    expect(read).toContain('Staff cannot say how their work serves our goals.');
    expect(read).toContain('Two of us worked toward aims that cancelled out.');
  });

  it('tells an analyst of no incident, and nobody of symptoms that were not asked', async () => {
    await closedPulse('alignment', 2);
    await closedPulse('symptoms-organisation', 3);
    await happened('so.speed.1', '2026-11-13', 'The pricing decision came back.');
    const analyst = await chatOf(ANALYST).say('why is strategy low');
    expect(analyst.read).toContain('Symptoms that go with it');
    expect(analyst.read).not.toMatch(/incident|pricing/);
    const roles = await chatOf(1).say('why is responsibilities low');
    expect(roles.read).toContain('1 incident of such a kind in the last six months');
    expect(roles.read).not.toContain('Two of us found we were doing the same work.');
  });
});
