import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { Ports } from '@plumbline/shared/application/use-case';
import type { MeetingId, RoundId, TeamId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { Company } from './company.ts';

let company: Company;
beforeEach(() => {
  company = new Company();
});
afterEach(() => company.leave());

/** Ports whose keys of one round cannot be destroyed, as where somebody deleted its secret by hand. */
function withStuck(round: () => RoundId | null): Ports {
  const { roundKeys } = company.ports;
  const destroy = (id: RoundId): Promise<void> =>
    id === round() ? Promise.reject(new Error('deleted by hand')) : roundKeys.destroy(id);
  return { ...company.ports, roundKeys: { ...roundKeys, destroy } };
}

async function closedMeeting(team: TeamId): Promise<{ readonly id: MeetingId; readonly rating: RoundId }> {
  const id = await company.meeting(team);
  const { id: rating } = await company.round(id, 'rating');
  await company.direct(id, { type: 'close' });
  return { id, rating };
}

describe('what is too old', () => {
  it('DL8 goes though something before it cannot be deleted, which is told and tried again a day later', async () => {
    const [mine, other] = [await company.team(5), await company.team(5)];
    const params = { team: other };
    const begun = { sponsor: null, purpose: 'Decide once.', occasion: 'none' } as const;
    await company.get('beginEngagement', company.person(0), { params, input: begun });
    await company.get('endEngagement', company.person(0), { params, input: null, ifMatch: '1' });
    const first = await closedMeeting(mine);
    company.now += DAY;
    const second = await closedMeeting(other);
    let stuck: RoundId | null = first.rating;
    const ports = withStuck(() => stuck);
    company.keptMonths = 1;
    company.now += 40 * DAY;
    const isThere = async (meeting: MeetingId) =>
      (await company.call('viewMeeting', company.person(1), { params: { meeting }, input: null })).ok;
    const engagement = () => company.call('viewEngagement', company.person(0), { params, input: null });
    await keepHouse(ports);
    await keepHouse(ports);
    expect([await isThere(first.id), await isThere(second.id)]).toEqual([true, false]);
    expect(await engagement()).toMatchObject({ ok: false, error: { kind: 'engagement.none' } });
    expect(company.faults).toEqual([new Error('deleted by hand')]);
    stuck = null;
    company.now += DAY;
    await keepHouse(ports);
    expect([await isThere(first.id), company.faults.length]).toEqual([false, 1]);
  });
});
