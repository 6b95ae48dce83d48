import { afterEach, describe, expect, it } from '@jest/globals';
import { Company } from './company.ts';

let company: Company;
afterEach(() => company.leave());

const Q = 'al.roles.1';
const VALUES = [1, 2, 3, 5, 6, 7];

describe('an open round that was restored without its key', () => {
  it('BL1 BL3 counts what was answered, takes nothing more, and says why', async () => {
    company = new Company();
    const team = await company.team(VALUES.length + 1);
    const meeting = await company.meeting(team);
    const round = await company.round(meeting, 'rating');
    await company.vote(meeting, round, { question: Q, values: VALUES });
    // What a restore does with a round whose key it does not find.
    await company.ports.roundKeys.destroy(round.id);

    const input = { answers: { [Q]: { kind: 'scale', value: 4 } }, basedOn: null, consent: false } as const;
    for (const person of [company.person(1), company.person(VALUES.length + 1)]) {
      const cast = await company.call('castBallot', person, { params: { meeting, round: round.id }, input });
      expect(cast).toEqual({ ok: false, error: { kind: 'round.keyless' } });
    }
    await company.moveTo(meeting, 'revealing');
    await company.direct(meeting, { type: 'close' });
    expect(await company.view(meeting)).toMatchObject({ status: 'closed', sealed: true });
    const page = await company.get('viewTeam', company.person(1), { params: { team }, input: null });
    expect(page.trend[0]?.ballots).toBe(VALUES.length);

    const late = await company.call('castBallot', company.person(1), { params: { meeting, round: round.id }, input });
    expect(late).toMatchObject({ ok: false, error: { kind: 'meeting.not-open' } });
  });
});
