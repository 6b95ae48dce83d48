import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Company } from './company.ts';

let company: Company;
beforeEach(() => {
  company = new Company();
});
afterEach(() => company.leave());

const Q = 'al.vision.1';

describe('running a meeting', () => {
  it('MT12 refuses a command that was decided on an older state, and changes nothing', async () => {
    const meeting = await company.meeting(await company.team());
    const seen = String((await company.view(meeting)).revision);
    await company.direct(meeting, { type: 'move', to: 'opening' });
    const before = await company.view(meeting);
    const late = await company.call('directMeeting', company.person(0), {
      params: { meeting },
      input: { type: 'move', to: 'rating' },
      ifMatch: seen,
    });
    expect(late).toEqual({ ok: false, error: { kind: 'revision.stale' } });
    expect(await company.view(meeting)).toEqual(before);
  });

  it('BL5 comes to the same snapshot whatever the order of the ballots', async () => {
    const snapshots = [];
    for (const order of [
      [1, 2, 3, 4, 5, 6],
      [6, 4, 2, 5, 3, 1],
    ]) {
      const meeting = await company.meeting(await company.team());
      const { id } = await company.round(meeting, 'rating');
      for (const by of order) {
        const cast = await company.cast(meeting, id, { by, answers: { [Q]: { kind: 'scale', value: by } } });
        expect(cast.ok).toBe(true);
      }
      await company.moveTo(meeting, 'predicting');
      const place = { container: 'core', partition: `t|tenant-1|m|${meeting}` } as const;
      const { documents } = await company.store.list(place, { prefix: 'snapshot|' });
      snapshots.push(documents.map(({ body }) => body['tally']));
    }
    expect(snapshots[0]).toHaveLength(1);
    expect(snapshots[0]).toEqual(snapshots[1]);
  });

  it('MT2 keeps asking those who were invited, whoever joins or leaves the team', async () => {
    const team = await company.team();
    const meeting = await company.meeting(team);
    const { revision } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    const params = { team, person: company.person(6).person };
    await company.get('removeMember', company.person(0), { params, input: null, ifMatch: String(revision) });
    expect((await company.view(meeting)).leaders).toBe(6);
  });
});

describe('what could they see', () => {
  it('PV7 PV8 shows each role’s view, made like the real one, before anybody has answered', async () => {
    const meeting = await company.meeting(await company.team(8, ['sponsor']));
    const sample = await company.get('viewSample', company.person(1), { params: { meeting }, input: null });
    expect([sample.minimumGroup, sample.invited]).toEqual([5, 8]);
    const [leader, coach, sponsor] = sample.views;
    expect([leader, coach, sponsor].map((view) => [view?.role, view?.when, view?.results?.depth])).toEqual([
      ['leader', 'from-the-reveal', 'full'],
      ['coach', 'from-the-reveal', 'full'],
      ['sponsor', 'after-closing', 'dimensions'],
    ]);
    const shapes = leader?.results?.rating?.questions
      .slice(0, 3)
      .map(({ result }) => (result.status === 'shown' ? result.shape : result.status));
    expect(new Set(shapes).size).toBeGreaterThan(1);
    expect(leader?.results?.rating?.questions.every(({ result }) => result.status === 'shown')).toBe(true);
    expect(sponsor?.results?.rating).toMatchObject({ questions: [], rankings: [], ballots: 8 });
    const real = await company.get('viewResults', company.person(9), { params: { meeting }, input: null });
    expect(real).toMatchObject({ depth: 'dimensions', rating: null });
  });
});
