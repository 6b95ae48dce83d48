import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IncidentView } from '@plumbline/shared/contract/practice-views';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../company.ts';

const INCIDENT = { kind: 'st.coordination.1', day: '2026-03-02', text: 'Two of us built the same report.' };

let company: Company;
let team: TeamId;
beforeEach(async () => {
  company = new Company();
  // 0 coaches, 1 to 5 lead; 6 is another coach, 7 the sponsor, 8 the analyst.
  team = await company.team(5, ['coach', 'sponsor', 'analyst']);
});
afterEach(() => company.leave());

async function logged(by: number, input: Partial<typeof INCIDENT> = {}): Promise<IncidentView> {
  const sent = { params: { team }, input: { ...INCIDENT, ...input } };
  return company.get('logIncident', company.person(by), sent);
}

function view(by: number, kind = 'all', period = 'all') {
  return company.call('viewIncidents', company.person(by), { params: { team, kind, period }, input: null });
}

function withdraw(by: number, incident: IncidentView, ifMatch = '1') {
  const params = { team, incident: incident.id };
  return company.call('withdrawIncident', company.person(by), { params, input: null, ifMatch });
}

describe('incidents', () => {
  it('CO25 are dated, of a symptom kind, and seen by leaders and coaches with who told them', async () => {
    await logged(1);
    await logged(0, { kind: 'so.speed.1', day: '2026-04-01', text: 'The budget came back.' });
    const reply = await view(2);
    expect(
      reply.ok && reply.value.output.incidents.map(({ kind, day, by, mine }) => [kind.text, day, by.name, mine]),
    ).toEqual([
      ['A decision we thought was made came back to the table.', '2026-04-01', 'Person 0', false],
      ['Two of us found we were doing the same work.', '2026-03-02', 'Person 1', false],
    ]);
    const own = await view(1);
    expect(own.ok && own.value.output.incidents.map(({ mine }) => mine)).toEqual([false, true]);
  });

  it('CO25 are found by kind and period, and counted by kind', async () => {
    for (const day of ['2026-03-02', '2026-03-20', '2026-05-01']) await logged(1, { day });
    await logged(1, { kind: 'so.speed.1' });
    const found = async (kind: string, period: string) => {
      const reply = await view(0, kind, period);
      if (!reply.ok) throw new Error(reply.error.kind);
      const { incidents, kinds } = reply.value.output;
      return [incidents.map(({ day }) => day), kinds.map(({ kind: { id }, count }) => [id, count])];
    };
    expect(await found('st.coordination.1', '2026-03-01..2026-03-31')).toEqual([
      ['2026-03-20', '2026-03-02'],
      [
        ['so.speed.1', 1],
        ['st.coordination.1', 2],
      ],
    ]);
    expect(await found('st.friction.1', 'all')).toEqual([[], expect.anything()]);
  });

  it('CO25 are never the sponsor’s or an analyst’s, also in the log they cannot read', async () => {
    await logged(1);
    for (const by of [7, 8]) expect(await view(by)).toEqual({ ok: false, error: { kind: 'access.denied' } });
    expect(await view(20)).toEqual({ ok: false, error: { kind: 'thing.not-found' } });
    const sponsor = company.person(7);
    const seen = JSON.stringify([
      await company.call('viewTeam', sponsor, { params: { team }, input: null }),
      await company.call('viewAsSponsor', sponsor, { params: { team }, input: null }),
      await company.call('exportMine', sponsor, { params: {}, input: null }),
    ]);
    expect(seen).not.toContain('same report');
    const log = await company.get('viewAudit', company.person(0), { params: { team, page: 'first' }, input: null });
    const told = log.entries.find(({ act }) => act === 'logIncident');
    expect(told).toMatchObject({ by: { name: 'Person 1' }, role: 'leader', about: null, meeting: null });
    expect(JSON.stringify(log)).not.toContain('same report');
  });

  it('CO25 are taken back by whoever told them or by a coach, as they were seen', async () => {
    const [one, other] = [await logged(1), await logged(1)];
    expect(await withdraw(2, one)).toEqual({ ok: false, error: { kind: 'access.denied' } });
    expect(await withdraw(1, one, '7')).toEqual({ ok: false, error: { kind: 'revision.stale' } });
    expect((await withdraw(1, one)).ok).toBe(true);
    expect((await withdraw(6, other)).ok).toBe(true);
    const left = await view(0);
    expect(left.ok && left.value.output).toEqual({ incidents: [], total: 0, kinds: [] });
  });

  it('CO25 are of no day to come', async () => {
    const sent = { params: { team }, input: { ...INCIDENT, day: '2099-01-01' } };
    expect(await company.call('logIncident', company.person(1), sent)).toEqual({
      ok: false,
      error: { kind: 'practice.day-ahead', day: '2099-01-01' },
    });
  });
});
