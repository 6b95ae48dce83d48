import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Operations } from '@plumbline/shared/contract/operations';
import type { InputOf } from '@plumbline/shared/contract/operation';
import type { InterventionView } from '@plumbline/shared/contract/practice-views';
import type { Mode } from '@plumbline/shared/domain/meeting/meeting';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { dayOf } from '@plumbline/shared/kernel/instant';
import { Company } from '../company.ts';

type Logged = InputOf<Operations['logIntervention']>;

const DAY = 86_400_000;
const ROLES = ['al.roles.1', 'al.roles.2', 'al.roles.3'];

let company: Company;
let team: TeamId;
beforeEach(async () => {
  company = new Company();
  team = await company.team(6, ['coach', 'sponsor', 'analyst']);
});
afterEach(() => company.leave());

function log(input: Partial<Logged> = {}, by = 0) {
  const own: Logged = {
    title: '',
    entry: 'role-charter',
    dimension: 'roles',
    day: dayOf(company.now),
    measureOn: null,
  };
  return company.call('logIntervention', company.person(by), { params: { team }, input: { ...own, ...input } });
}

async function logged(input: Partial<Logged> = {}): Promise<InterventionView> {
  const reply = await log(input);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value.output;
}

async function listed(by = 0): Promise<readonly InterventionView[]> {
  return (await company.get('viewInterventions', company.person(by), { params: { team }, input: null })).interventions;
}

/** A closed meeting in which six leaders give each question on roles the same six answers. */
async function measure(values: readonly number[], mode: Mode = 'anonymous'): Promise<MeetingId> {
  const meeting = await company.meeting(team, null, { mode });
  const round = await company.round(meeting, 'rating');
  for (const [i, value] of values.entries()) {
    const answers = Object.fromEntries(ROLES.map((question) => [question, { kind: 'scale', value } as const]));
    await company.cast(meeting, round.id, { by: i + 1, answers, consent: true });
  }
  await company.direct(meeting, { type: 'close' });
  return meeting;
}

describe('what was tried', () => {
  it('CO23 is kept with its dimension and its day to measure again, the latest first, for every coach', async () => {
    const first = await logged({ day: '2026-01-05' });
    expect(first).toMatchObject({
      title: 'Role on a card',
      entry: { id: 'role-charter' },
      dimension: { id: 'roles', title: 'Roles' },
      measureOn: '2026-02-16',
      measureBecause: 'six-weeks',
      by: { name: 'Person 0' },
      helped: { status: 'missing', missing: 'both', next: null },
      revision: 1,
    });
    await logged({ title: 'Our own way', entry: null, day: '2026-01-09', measureOn: '2026-01-23' });
    const seen = await listed(7);
    expect(seen.map(({ title, measureOn, measureBecause }) => [title, measureOn, measureBecause])).toEqual([
      ['Our own way', '2026-01-23', 'chosen'],
      ['Role on a card', '2026-02-16', 'six-weeks'],
    ]);
  });

  it('CO23 is measured again with the next meeting or pulse that is planned', async () => {
    const planned = company.now + 20 * DAY;
    const composition = (await company.view(await company.meeting(team))).composition;
    await company.get('composeMeeting', company.person(0), {
      params: { team },
      input: { format: 'pulse', composition: { ...composition, scheduledFor: planned } },
    });
    const { measureOn, measureBecause, helped } = await logged();
    expect([measureOn, measureBecause]).toEqual([dayOf(planned), 'planned']);
    expect(helped).toMatchObject({ next: { day: dayOf(planned), because: 'planned' } });
  });

  it('CO23 is of a dimension that there is, and of no day to come', async () => {
    expect(await log({ dimension: 'no-such' })).toEqual({
      ok: false,
      error: { kind: 'goal.dimension-unknown', dimension: 'no-such' },
    });
    expect(await log({ day: '2099-01-01' })).toEqual({
      ok: false,
      error: { kind: 'practice.day-ahead', day: '2099-01-01' },
    });
  });

  it('CO23 HT4 is taken back by a coach who names the revision that was seen', async () => {
    const { id } = await logged();
    const withdraw = (ifMatch: string) =>
      company.call('withdrawIntervention', company.person(7), {
        params: { team, intervention: id },
        input: null,
        ifMatch,
      });
    expect(await withdraw('2')).toEqual({ ok: false, error: { kind: 'revision.stale' } });
    expect((await withdraw('1')).ok).toBe(true);
    expect(await withdraw('1')).toEqual({ ok: false, error: { kind: 'thing.not-found' } });
    expect(await listed()).toEqual([]);
  });

  it('CO23 AU1 is told by the log without what it was', async () => {
    const { id } = await logged({ title: 'A secret plan' });
    await company.get('withdrawIntervention', company.person(0), {
      params: { team, intervention: id },
      input: null,
      ifMatch: '1',
    });
    const page = await company.get('viewAudit', company.person(1), { params: { team, page: 'first' }, input: null });
    expect(
      page.entries
        .map(({ act }) => act)
        .filter((act) => act.endsWith('Intervention'))
        .sort(),
    ).toEqual(['logIntervention', 'withdrawIntervention']);
    expect(JSON.stringify(page)).not.toContain('secret plan');
  });
});

describe('did it help', () => {
  it('CO24 puts what was shown before beside what was shown after, with answers and dates', async () => {
    const before = await measure([2, 2, 3, 3, 2, 3]);
    company.now += DAY;
    const chosen = dayOf(company.now + 20 * DAY);
    await logged({ measureOn: chosen });
    expect((await listed())[0]?.helped).toEqual({
      status: 'missing',
      missing: 'after',
      next: { day: chosen, because: 'set' },
    });
    company.now += 20 * DAY;
    const after = await measure([6, 6, 5, 6, 5, 6]);
    const [one] = await listed();
    expect(one?.helped).toMatchObject({
      status: 'compared',
      before: { meeting: before, ballots: 6, invited: 6, grain: 'coarse' },
      after: { meeting: after, ballots: 6, invited: 6, closedAt: company.now },
      direction: 'better',
      cautions: [],
      reading: 'association-not-proof',
    });
  });

  it('CO24 tells no figure that the team’s own page does not show', async () => {
    await measure([2, 2, 3, 3, 2, 3]);
    company.now += DAY;
    await logged();
    company.now += 20 * DAY;
    await measure([7, 6, 5, 6, 5, 6]);
    const { trend } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    const shown = trend.map(({ dimensions }) => dimensions.find(({ dimension }) => dimension === 'roles')?.result);
    const [one] = await listed();
    if (one?.helped.status !== 'compared') throw new Error('nothing is compared');
    for (const [i, side] of [one.helped.before, one.helped.after].entries()) {
      const { grain, level, together, band, shape } = side;
      expect(shown[i]).toMatchObject({ status: 'shown', grain, level, together, band, shape });
    }
    const levels = shown.map((result) => (result?.status === 'shown' ? (result.level ?? 0) : 0));
    expect(one.helped.level).toBe(Math.round(((levels[1] ?? 0) - (levels[0] ?? 0)) * 100));
  });

  it('CO24 takes a measurement that is held for none', async () => {
    await measure([2, 2, 3, 3]);
    company.now += DAY;
    await logged();
    company.now += 20 * DAY;
    await measure([6, 6, 5, 6, 5, 6]);
    expect((await listed())[0]?.helped).toEqual({ status: 'missing', missing: 'before', next: null });
  });

  it('CO24 warns where members, the way of asking or what else was tried changed', async () => {
    await measure([2, 2, 3, 3, 2, 3]);
    company.now += DAY;
    await logged();
    company.now += DAY;
    await logged({ entry: 'orphan-hunt' });
    const { person, name } = company.person(30);
    await company.get('addMember', company.person(0), {
      params: { team },
      input: { person, name, title: '', role: 'leader', group: '' },
    });
    company.now += 20 * DAY;
    await measure([6, 6, 5, 6, 5, 6], 'named');
    const [, first] = await listed();
    expect(first?.helped).toMatchObject({
      status: 'compared',
      cautions: ['members', 'mode', 'grain', 'other-interventions'],
    });
  });
});

describe('what could be tried', () => {
  it('CO21 goes by how the latest results show that the team divides, and says which results', async () => {
    const meeting = await measure([2, 2, 2, 2, 2, 2]);
    const suggested = await company.get('suggestInterventions', company.person(0), {
      params: { team },
      input: { dimension: 'roles', shape: null, minutes: 30 },
    });
    expect(suggested).toMatchObject({
      dimension: { id: 'roles' },
      shape: 'aligned-low',
      shownBy: { meeting, ballots: 6, invited: 6, closedAt: company.now },
    });
    expect(suggested.suggestions).toHaveLength(3);
    for (const { intervention, because } of suggested.suggestions) {
      expect(intervention.dimensions).toContain('roles');
      expect(intervention.shapes).toContain('aligned-low');
      expect(because).toEqual(expect.arrayContaining(['dimension', 'people', 'minutes', 'shape']));
    }
  });

  it('CO21 knows no shape without results, and puts behind what was tried lately', async () => {
    const ask = () =>
      company.get('suggestInterventions', company.person(0), {
        params: { team },
        input: { dimension: 'roles', shape: null, minutes: null },
      });
    const before = await ask();
    expect([before.shape, before.shownBy]).toEqual([null, null]);
    const [first] = before.suggestions;
    await logged({ entry: first?.intervention.id ?? '' });
    const after = await ask();
    expect(after.suggestions.map(({ intervention }) => intervention.id)).not.toContain(first?.intervention.id);
    company.now += 60 * DAY;
    expect((await ask()).suggestions.map(({ intervention }) => intervention.id)).toContain(first?.intervention.id);
  });
});
