import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { listAll } from '@plumbline/shared/application/documents';
import { IDS, teamPlace } from '@plumbline/shared/application/places';
import { records } from '@plumbline/shared/records/kinds';
import { decode } from '@plumbline/shared/records/record';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from './company.ts';

let company: Company;
let team: TeamId;
let meeting: MeetingId;

beforeEach(async () => {
  company = new Company();
  team = await company.team(6);
  meeting = await company.meeting(team);
  await company.moveTo(meeting, 'committing');
});
afterEach(() => company.leave());

async function propose(displaces: string): Promise<void> {
  const owner = company.person(2).person;
  const input = { sentence: 'We do it.', owner, due: '2026-12-01', evidence: 'Done.', displaces, question: null };
  await company.get('proposeCommitment', company.person(1), { params: { meeting }, input });
}

async function said(): Promise<readonly string[]> {
  const { commitments } = await company.get('viewTeam', company.person(3), { params: { team }, input: null });
  return commitments.map(({ displaces }) => displaces);
}

describe('CM7 what stops for a commitment', () => {
  it('is on the table, stays with the commitment, and is in its owner’s copy of their data', async () => {
    await propose('The weekly report.');
    expect((await company.view(meeting)).commitments).toMatchObject([{ displaces: 'The weekly report.' }]);
    await company.direct(meeting, { type: 'close' });
    expect(await said()).toEqual(['The weekly report.']);
    const mine = await company.get('exportMine', company.person(2), { params: {}, input: null });
    expect(mine.commitments).toMatchObject([{ displaces: 'The weekly report.' }]);
  });

  it('is nothing where nothing was named, and in what was kept before it was asked', async () => {
    await propose('');
    await company.direct(meeting, { type: 'close' });
    expect(await said()).toEqual(['']);
    const place = teamPlace(company.person(0).tenant, team);
    const [kept] = await listAll(company.ports, place, IDS.commitments);
    const { displaces, ...before } = kept?.body ?? {};
    expect(displaces).toBe('');
    expect(decode(records.commitment, { id: 'kept', schema: 1, body: before }).displaces).toBe('');
  });
});
