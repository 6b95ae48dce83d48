import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@plumbline/shared/application/use-case';
import type { Operations } from '@plumbline/shared/contract/operations';
import type { InputOf } from '@plumbline/shared/contract/operation';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../company.ts';
import { everythingIn, placesOf } from '../everything-kept.ts';

type Noted = InputOf<Operations['noteObservation']>;

const NOTE: Noted = { text: 'CFO interrupted twice, tension all round.', day: '2026-05-04', tags: null };

let company: Company;
let team: TeamId;
let coach: Actor;
beforeEach(async () => {
  company = new Company();
  // 0 coaches, 1 to 5 lead; 6 is another coach, 7 the sponsor, 8 the analyst.
  team = await company.team(5, ['coach', 'sponsor', 'analyst']);
  coach = company.person(0);
});
afterEach(() => company.leave());

function note(input: Partial<Noted> = {}, by = coach, key?: string) {
  const sent = { params: { team }, input: { ...NOTE, ...input } };
  return company.call('noteObservation', by, key === undefined ? sent : { ...sent, key });
}

async function noted(input: Partial<Noted> = {}, by = coach) {
  const reply = await note(input, by);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value.output;
}

async function listed(tag = 'all', period = 'all', by = coach): Promise<readonly string[]> {
  const view = await company.get('viewObservations', by, { params: { team, tag, period }, input: null });
  return view.observations.map(({ text }) => text);
}

describe('a coach’s notes', () => {
  it('CO22 get their tags from their words, and say which, unless the coach chooses them', async () => {
    const first = await noted();
    expect(first.observation).toMatchObject({
      text: NOTE.text,
      day: NOTE.day,
      tags: [
        { id: 'dynamics', title: 'Dynamics' },
        { id: 'communication', title: 'Communication' },
      ],
    });
    expect(first.suggested.map(({ dimension, words }) => [dimension.id, words])).toEqual([
      ['dynamics', ['interrupt', 'tension']],
      ['communication', ['interrupt']],
    ]);
    expect((await noted({ tags: ['trust-and-mutual-commitment'] })).observation.tags).toEqual([
      { id: 'trust-and-mutual-commitment', title: 'Trust and mutual commitment' },
    ]);
    expect((await noted({ tags: [] })).observation.tags).toEqual([]);
    expect(await note({ tags: ['no-such'] })).toEqual({
      ok: false,
      error: { kind: 'goal.dimension-unknown', dimension: 'no-such' },
    });
  });

  it('CO22 are found by tag and period, the latest day first', async () => {
    await noted({ text: 'In May: a conflict.', day: '2026-05-01' });
    await noted({ text: 'In June: a decision.', day: '2026-06-30' });
    await noted({ text: 'In June: a conflict.', day: '2026-06-01' });
    expect(await listed()).toEqual(['In June: a decision.', 'In June: a conflict.', 'In May: a conflict.']);
    expect(await listed('dynamics')).toEqual(['In June: a conflict.', 'In May: a conflict.']);
    expect(await listed('dynamics', '2026-06-01..')).toEqual(['In June: a conflict.']);
    expect(await listed('all', '..2026-05-31')).toEqual(['In May: a conflict.']);
    expect(await listed('all', '2026-05-01..2026-06-01')).toEqual(['In June: a conflict.', 'In May: a conflict.']);
    expect(await listed('goals')).toEqual([]);
  });

  it('CO22 are not of a day to come', async () => {
    const ahead = await note({ day: '2099-01-01' });
    expect(ahead).toEqual({ ok: false, error: { kind: 'practice.day-ahead', day: '2099-01-01' } });
  });

  it('HT3 sent twice are one, and another under the same key is refused', async () => {
    const [first, again] = [await note({}, coach, 'same-key'), await note({}, coach, 'same-key')];
    expect(again).toEqual(first);
    expect(await listed()).toHaveLength(1);
    expect(await note({ text: 'Other.' }, coach, 'same-key')).toEqual({
      ok: false,
      error: { kind: 'idempotency.reused' },
    });
  });

  it('CO22 go when the coach forgets them, and forgetting says the same of what never was', async () => {
    const { observation } = await noted();
    const forget = (by: Actor) =>
      company.call('forgetObservation', by, { params: { team, observation: observation.id }, input: null });
    const other = await forget(company.person(6));
    expect(await listed()).toHaveLength(1);
    const own = await forget(coach);
    expect([await listed(), await placesOf(company.store, 'CFO interrupted')]).toEqual([[], []]);
    expect(other).toEqual(own);
    expect(await forget(coach)).toEqual(own);
  });

  it('CO22 reach nobody else: no role, no tenant, no log, no export, no watcher', async () => {
    const told: string[] = [];
    company.store.watch((change) => told.push(JSON.stringify(change)));
    const before = await logOf();
    const { observation } = await noted();
    await listed();
    const everybody = [1, 6, 7, 8].map((number) => company.person(number));
    const outside = [company.person(20), company.person(0, 'tenant-2')];
    for (const person of [...everybody, ...outside]) {
      const seen = await everythingSeenBy(person);
      for (const trace of ['CFO interrupted', observation.id]) expect(seen).not.toContain(trace);
    }
    expect(await listed('all', 'all', company.person(6))).toEqual([]);
    expect(told).toEqual([]);
    expect(await logOf()).toEqual(before);
    expect(await everythingSeenBy(coach)).toContain('CFO interrupted');
  });

  it('CO22 lie in the coach’s own place alone, and what says that there are some says nothing of them', async () => {
    await noted();
    const places = await placesOf(company.store, 'CFO interrupted');
    expect(places).toEqual([expect.stringMatching(/^t\|tenant-1\|u\|person_p0 observation\|/)]);
    const noters = (await everythingIn(company.store)).filter(({ document }) => document.id.startsWith('noted|'));
    expect(noters.map(({ document }) => document.body)).toEqual([{ person: coach.person }]);
  });

  it('CO22 are closed to a coach who has become something else, and stay in that person’s own data', async () => {
    await noted();
    const ifMatch = async () =>
      String((await company.get('viewTeam', company.person(1), { params: { team }, input: null })).revision);
    const params = { team, person: coach.person };
    await company.get('changeRole', company.person(1), { params, input: { role: 'leader' }, ifMatch: await ifMatch() });
    const view = { params: { team, tag: 'all', period: 'all' }, input: null };
    expect(await company.call('viewObservations', coach, view)).toEqual({
      ok: false,
      error: { kind: 'access.denied' },
    });
    const mine = await company.get('exportMine', coach, { params: {}, input: null });
    expect(mine.observations.map(({ text }) => text)).toEqual([NOTE.text]);
  });
});

/** Every answer that a person can get about the team, one after the other. */
async function everythingSeenBy(person: Actor): Promise<string> {
  const answers = [
    await company.call('viewHome', person, { params: {}, input: null }),
    await company.call('exportMine', person, { params: {}, input: null }),
    await company.call('viewTeam', person, { params: { team }, input: null }),
    await company.call('viewEngagement', person, { params: { team }, input: null }),
    await company.call('viewAudit', person, { params: { team, page: 'first' }, input: null }),
    await company.call('viewObservations', person, { params: { team, tag: 'all', period: 'all' }, input: null }),
    await company.call('viewInterventions', person, { params: { team }, input: null }),
    await company.call('viewIncidents', person, { params: { team, kind: 'all', period: 'all' }, input: null }),
    await company.call('viewSessions', person, { params: { team }, input: null }),
    await company.call('suggestInterventions', person, {
      params: { team },
      input: { dimension: 'dynamics', shape: null, minutes: null },
    }),
  ];
  return JSON.stringify(answers);
}

/** What the team's log says, without the look at it itself. */
async function logOf(): Promise<readonly string[]> {
  const { entries } = await company.get('viewAudit', company.person(1), {
    params: { team, page: 'first' },
    input: null,
  });
  return entries.filter(({ act }) => act !== 'viewAudit').map(({ act, by }) => `${act} ${by.name}`);
}
