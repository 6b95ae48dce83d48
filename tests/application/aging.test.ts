import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { Ports } from '@plumbline/shared/application/use-case';
import type { MeetingId, RoundId, TeamId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';
import { Company } from './company.ts';
import { placesOf } from './everything-kept.ts';

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

describe('a private note on a meeting', () => {
  const TEXT = 'Only for me.';
  const ANALYST = 6;

  /** Kept by a member whom the meeting does not ask, and who is in the team no more. */
  async function keptByOneWhoLeft() {
    const team = await company.team(5, ['analyst']);
    const { id: meeting } = await closedMeeting(team);
    const analyst = company.person(ANALYST);
    const told: string[] = [];
    company.store.watch(({ id }) => told.push(id));
    await company.get('keepNote', analyst, { params: { meeting, question: 'al.roles.1' }, input: { text: TEXT } });
    expect(told).toEqual([]);
    const { revision } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    const params = { team, person: analyst.person };
    await company.get('removeMember', company.person(0), { params, input: null, ifMatch: String(revision) });
    expect(await placesOf(company.store, TEXT)).toHaveLength(1);
    return { team, meeting };
  }

  it('DL7 goes with the team, also of somebody who had left', async () => {
    const { team, meeting } = await keptByOneWhoLeft();
    await company.get('deleteTeam', company.person(0), { params: { team }, input: { name: 'Team' } });
    expect([await placesOf(company.store, TEXT), await placesOf(company.store, meeting)]).toEqual([[], []]);
  });

  it('DL8 goes with the meeting, also of somebody who had left', async () => {
    const { meeting } = await keptByOneWhoLeft();
    company.keptMonths = 1;
    company.now += 40 * DAY;
    await keepHouse(company.ports);
    expect(await placesOf(company.store, TEXT)).toEqual([]);
    expect((await placesOf(company.store, meeting)).filter((place) => !place.includes('audit'))).toEqual([]);
  });

  it('DL9 goes with a plan that is thrown away', async () => {
    const team = await company.team(5, ['analyst']);
    const composing = { params: { team }, input: { format: 'meeting', composition: COMPOSITION } } as const;
    const { id: meeting } = await company.get('composeMeeting', company.person(0), composing);
    const note = { params: { meeting, question: 'al.roles.1' }, input: { text: TEXT } };
    await company.get('keepNote', company.person(ANALYST), note);
    await company.get('discardDraft', company.person(0), { params: { meeting }, input: null, ifMatch: '1' });
    expect((await placesOf(company.store, meeting)).filter((place) => !place.includes('audit'))).toEqual([]);
  });

  it('DL2 is nowhere said to be there once its author has deleted what is theirs', async () => {
    await keptByOneWhoLeft();
    await company.get('deleteMine', company.person(ANALYST), { params: {}, input: { confirmed: true } });
    expect(await placesOf(company.store, company.person(ANALYST).person)).toEqual([]);
  });
});

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
