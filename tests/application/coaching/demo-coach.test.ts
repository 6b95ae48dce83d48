import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PEOPLE, DEMO_TENANT } from '@plumbline/infra/local/demo/people';
import { seedDemo } from '@plumbline/infra/local/demo/seed';
import type { Actor } from '@plumbline/shared/application/use-case';
import { makeId, type TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../company.ts';

const company = new Company();
let team: TeamId;

beforeAll(async () => {
  await seedDemo(company.ports);
  const home = await company.get('viewHome', somebody('ruth'), { params: {}, input: null });
  const [executives] = home.teams.filter(({ name }) => name === 'Executive team');
  if (!executives) throw new Error('the demo company has no executive team');
  team = executives.id;
});
afterAll(() => company.leave());

function somebody(id: string): Actor {
  const found = DEMO_PEOPLE.find((person) => person.id === id);
  if (!found) throw new Error(`the demo company has no ${id}`);
  return { tenant: DEMO_TENANT, person: makeId('person', found.oid), name: found.name, administers: false };
}

describe('the demo company’s coach', () => {
  it('CO24 sees of one intervention what was measured before and after, and of another when it will be', async () => {
    const { interventions } = await company.get('viewInterventions', somebody('ruth'), {
      params: { team },
      input: null,
    });
    expect(interventions.map(({ dimension, helped }) => [dimension.id, helped.status])).toEqual([
      ['priorities', 'missing'],
      ['roles', 'compared'],
    ]);
    const [waiting, compared] = interventions.map(({ helped }) => helped);
    expect(waiting).toMatchObject({ missing: 'after', next: { because: 'planned' } });
    expect(compared).toMatchObject({
      before: { title: 'Alignment meeting, second quarter', ballots: 8 },
      after: { title: 'Alignment meeting, third quarter', ballots: 8 },
      direction: 'better',
      cautions: [],
    });
  });

  it('CO22 CO25 CO28 has notes for herself, and with the leaders incidents and a plan', async () => {
    const seen = async (who: string) => {
      const notes = { params: { team, tag: 'dynamics', period: 'all' }, input: null };
      const found = await company.call('viewObservations', somebody(who), notes);
      const all = { params: { team, kind: 'all', period: 'all' }, input: null };
      const { incidents } = await company.get('viewIncidents', somebody(who), all);
      const { sessions } = await company.get('viewSessions', somebody(who), { params: { team }, input: null });
      return [found.ok && found.value.output.total, incidents.length, sessions.map(({ minutes }) => minutes)];
    };
    expect(await seen('ruth')).toEqual([3, 3, [90]]);
    expect(await seen('maya')).toEqual([false, 3, [90]]);
  });
});
