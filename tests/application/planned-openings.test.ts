import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { PLANNED_OPENINGS } from '@plumbline/shared/application/places';
import { remember } from '@plumbline/shared/application/recent';
import type { Ports } from '@plumbline/shared/application/use-case';
import type { MeetingView } from '@plumbline/shared/contract/views';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { DAY, HOUR, MINUTE, type Instant } from '@plumbline/shared/kernel/instant';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';
import { Company } from './company.ts';
import { placesOf } from './everything-kept.ts';

let company: Company;
let team: TeamId;
let nine: Instant;

beforeEach(async () => {
  company = new Company();
  nine = company.now + 3 * DAY;
  team = await company.team(5);
});
afterEach(() => company.leave());

async function plan(opensAt = nine, by = 0): Promise<MeetingId> {
  const composition = { ...COMPOSITION, scheduledFor: null };
  const sent = { params: { team }, input: { format: 'pulse', composition } } as const;
  const { id } = await company.get('composeMeeting', company.person(by), sent);
  await set(id, opensAt, by);
  return id;
}

async function set(meeting: MeetingId, opensAt: Instant, by = 0): Promise<MeetingView> {
  const { revision } = await company.view(meeting, company.person(by));
  const input = { opensAt, closesAt: opensAt + 2 * DAY };
  return company.get('planOpening', company.person(by), { params: { meeting }, input, ifMatch: String(revision) });
}

async function remove(number: number): Promise<void> {
  const { revision } = await company.get('viewTeam', company.person(1), { params: { team }, input: null });
  const params = { team, person: company.person(number).person };
  await company.get('removeMember', company.person(1), { params, input: null, ifMatch: String(revision) });
}

async function keepHouseAt(now: Instant): Promise<void> {
  company.now = now;
  await keepHouse(company.ports);
}

/** How often a meeting was opened, as the log of its team says. */
async function timesOpened(): Promise<readonly string[]> {
  const { entries } = await company.get('viewAudit', company.person(1), {
    params: { team, page: 'first' },
    input: null,
  });
  return entries.flatMap(({ act, by }) => (act === 'openMeeting' ? [by.person] : []));
}

describe('a plan that opens by itself', () => {
  it('OT1 is shown as one, opens at its moment and not before, once, as whoever planned it', async () => {
    const meeting = await plan();
    const by = { person: company.person(0).person, name: 'Person 0' };
    const expected = { opensAt: nine, closesAt: nine + 2 * DAY, by, notOpened: null };
    expect(await company.view(meeting, company.person(1))).toMatchObject({ status: 'draft', opening: expected });
    const { meetings } = await company.get('viewTeam', company.person(1), { params: { team }, input: null });
    expect(meetings).toMatchObject([{ status: 'draft', opening: { at: nine, missed: false } }]);
    await keepHouseAt(nine - 1);
    expect((await company.view(meeting)).status).toBe('draft');
    await keepHouseAt(nine);
    await keepHouseAt(nine + MINUTE);
    const open = { status: 'open', openedAt: nine, closesAt: nine + 2 * DAY, opening: null, leaders: 5 };
    expect(await company.view(meeting, company.person(1))).toMatchObject(open);
    expect(await timesOpened()).toEqual([company.person(0).person]);
    expect(await company.store.list(PLANNED_OPENINGS, { prefix: '', limit: 9 })).toMatchObject({ documents: [] });
  });

  it('OT1 opens once where several instances look at the same moment, each with a memory of its own', async () => {
    const meeting = await plan();
    company.now = nine;
    const other = (): Ports => ({ ...company.ports, ...remember(company.store, () => company.now) });
    await Promise.all([company.ports, other(), other()].map((ports) => keepHouse(ports)));
    expect((await company.view(meeting)).status).toBe('open');
    expect(await timesOpened()).toHaveLength(1);
    expect(company.faults).toEqual([]);
  });

  it('OT1 follows the moment that was set last, also within the same minute', async () => {
    const meeting = await plan();
    await set(meeting, nine + 20_000, 1);
    await keepHouseAt(nine + 10_000);
    expect((await company.view(meeting)).status).toBe('draft');
    await set(meeting, nine + HOUR);
    await keepHouseAt(nine + 30_000);
    expect((await company.view(meeting)).status).toBe('draft');
    await keepHouseAt(nine + HOUR);
    expect((await company.view(meeting)).status).toBe('open');
  });

  it('OT1 does not open once it was called off, thrown away or opened by somebody', async () => {
    const [calledOff, discarded, opened] = [await plan(), await plan(), await plan()];
    const coach = company.person(0);
    await company.get('callOffOpening', coach, { params: { meeting: calledOff }, input: null, ifMatch: '2' });
    await company.get('discardDraft', coach, { params: { meeting: discarded }, input: null, ifMatch: '2' });
    await company.get('openMeeting', coach, { params: { meeting: opened }, input: { closesAt: null }, ifMatch: '2' });
    await keepHouseAt(nine);
    expect(await company.view(calledOff)).toMatchObject({ status: 'draft', opening: null });
    expect(await company.view(opened)).toMatchObject({ status: 'open', openedAt: nine - 3 * DAY, closesAt: null });
    expect(await timesOpened()).toHaveLength(1);
    expect(await placesOf(company.store, 'planned-openings')).toEqual([]);
  });

  it('OT1 takes no moment that has passed, lies more than a year ahead, or comes after the closing', async () => {
    const meeting = await plan();
    const at = async (opensAt: Instant, closesAt: Instant) => {
      const sent = { params: { meeting }, input: { opensAt, closesAt }, ifMatch: '2' };
      const reply = await company.call('planOpening', company.person(0), sent);
      return reply.ok ? 'planned' : reply.error.kind;
    };
    expect(await at(company.now, company.now + DAY)).toBe('opening.not-ahead');
    expect(await at(company.now + 367 * DAY, company.now + 368 * DAY)).toBe('opening.not-ahead');
    expect(await at(nine, nine)).toBe('opening.closes-first');
    expect(await at(nine, nine + 1)).toBe('planned');
  });

  it('OT2 opens late by less than a day, with the time to answer that is left', async () => {
    const meeting = await plan();
    await keepHouseAt(nine + DAY - 1);
    const open = { status: 'open', openedAt: nine + DAY - 1, closesAt: nine + 2 * DAY };
    expect(await company.view(meeting)).toMatchObject(open);
  });

  it('OT2 does not open a day late, nor ever after that, until it is set to another moment', async () => {
    const meeting = await plan();
    await keepHouseAt(nine + DAY);
    await keepHouseAt(nine + DAY + MINUTE);
    expect(await company.view(meeting)).toMatchObject({ status: 'draft', opening: { notOpened: 'late' } });
    await set(meeting, nine + 2 * DAY);
    expect(await company.view(meeting)).toMatchObject({ opening: { notOpened: null } });
    await keepHouseAt(nine + 2 * DAY);
    expect((await company.view(meeting)).status).toBe('open');
  });

  it('OT1 OT2 opens once when the clock is set back after it opened, and at its moment when it was set back before', async () => {
    const [early, late] = [await plan(), await plan(nine + HOUR)];
    await keepHouseAt(nine);
    await keepHouseAt(nine - DAY);
    await keepHouseAt(nine);
    expect(await company.view(early)).toMatchObject({ status: 'open', openedAt: nine });
    expect((await company.view(late)).status).toBe('draft');
    await keepHouseAt(nine + HOUR);
    expect((await company.view(late)).status).toBe('open');
    expect(await timesOpened()).toHaveLength(2);
  });

  it('OT3 opens nothing for a coach who is in the team no more, or by a role that may not', async () => {
    const [left, analyst] = [await plan(), await plan(nine, 2)];
    await remove(0);
    const { revision } = await company.get('viewTeam', company.person(1), { params: { team }, input: null });
    const role = { params: { team, person: company.person(2).person }, input: { role: 'analyst' } } as const;
    await company.get('changeRole', company.person(1), { ...role, ifMatch: String(revision) });
    await keepHouseAt(nine);
    for (const meeting of [left, analyst]) {
      const view = await company.view(meeting, company.person(1));
      expect(view).toMatchObject({ status: 'draft', rounds: [], opening: { notOpened: 'not-yours' } });
    }
    expect(await timesOpened()).toEqual([]);
  });

  it('OT3 MT3 opens nothing where the team has become too small, and leaves no key and no open meeting behind', async () => {
    const meeting = await plan();
    await remove(5);
    await keepHouseAt(nine);
    expect(await company.view(meeting)).toMatchObject({ status: 'draft', opening: { notOpened: 'too-few' } });
    expect(await placesOf(company.store, 'open-meetings')).toEqual([]);
  });

  it('OT3 DL2 leaves the moment to others when whoever chose it deletes what is theirs', async () => {
    const meeting = await plan(nine, 2);
    await company.get('deleteMine', company.person(2), { params: {}, input: { confirmed: true } });
    expect(await placesOf(company.store, company.person(2).person)).toEqual([]);
    await keepHouseAt(nine);
    expect(await company.view(meeting)).toMatchObject({ status: 'draft', opening: { notOpened: 'not-yours' } });
  });
});
