import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { DAY, HOUR, MINUTE } from '@plumbline/shared/kernel/instant';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';
import { BotCompany } from './office.ts';

let company: BotCompany;
let team: TeamId;
let meeting: MeetingId;

/** Thursday at nine; a pulse of the coach's opens by itself at ten. */
beforeEach(async () => {
  company = new BotCompany();
  company.now = Date.parse('2026-11-26T09:00:00Z');
  team = await company.team(5);
  await company.chats(0, 5);
  const opensAt = company.now + HOUR;
  const input = { format: 'pulse', composition: { ...COMPOSITION, title: 'How we decide' } } as const;
  meeting = (await company.get('composeMeeting', company.person(0), { params: { team }, input })).id;
  const planned = { params: { meeting }, input: { opensAt, closesAt: opensAt + 5 * DAY }, ifMatch: '1' };
  await company.get('planOpening', company.person(0), planned);
});

afterEach(() => company.leave());

async function remove(number: number): Promise<void> {
  const { revision } = await company.get('viewTeam', company.person(1), { params: { team }, input: null });
  const params = { team, person: company.person(number).person };
  await company.get('removeMember', company.person(1), { params, input: null, ifMatch: String(revision) });
}

async function keepHouseIn(time: number): Promise<void> {
  company.now += time;
  await keepHouse(company.ports);
  await company.pass(5 * MINUTE);
}

it('OT3 tells whoever planned it, and nobody else, within minutes and once', async () => {
  await remove(5);
  await keepHouseIn(HOUR);
  expect(company.told).toEqual(['0 not-opened']);
  const about = { team, teamName: 'Team', meeting, title: 'How we decide', format: 'pulse' };
  expect(company.line.sent[0]?.letter.nudges).toEqual([{ kind: 'not-opened', ...about, because: 'too-few' }]);
  await keepHouse(company.ports);
  await company.passUntil('2026-11-30T12:00:00', HOUR);
  expect(company.told).toHaveLength(1);
});

it('OT3 tells whoever has lost the team that it did not open, and not what', async () => {
  await remove(0);
  await keepHouseIn(HOUR);
  expect(company.line.sent.map(({ to, letter }) => [to, letter.nudges])).toEqual([
    [0, [{ kind: 'not-yours-to-open', meeting }]],
  ]);
});

it('OT3 says nothing of it once it was opened, thrown away or set to another moment', async () => {
  await remove(5);
  company.now += HOUR;
  await keepHouse(company.ports);
  const { revision } = await company.view(meeting);
  await company.get('discardDraft', company.person(0), {
    params: { meeting },
    input: null,
    ifMatch: String(revision),
  });
  await company.passUntil('2026-11-30T12:00:00', HOUR);
  expect(company.told).toEqual([]);
});

it('OT2 NU1 asks everybody, and nobody is told of a failure, where it opened', async () => {
  await keepHouseIn(HOUR);
  expect(company.told.toSorted()).toEqual([1, 2, 3, 4, 5].map((one) => `${one} invitation`));
});
