import { afterEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { MeetingId, RoundId, TeamId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { Company } from './company.ts';
import { dyingAfter } from './dying-store.ts';

let company: Company;
afterEach(() => company.leave());

const Q = 'al.roles.1';
const VALUES = [1, 2, 3, 5, 6, 7];

async function readyToClose(): Promise<{ team: TeamId; meeting: MeetingId; rating: RoundId }> {
  const team = await company.team(VALUES.length);
  const meeting = await company.meeting(team);
  const round = await company.round(meeting, 'rating');
  await company.vote(meeting, round, { question: Q, values: VALUES });
  await company.moveTo(meeting, 'committing');
  const input = {
    sentence: 'We do it.',
    owner: company.person(1).person,
    due: '2026-12-01',
    evidence: 'Done.',
    displaces: '',
    question: Q,
  };
  await company.get('proposeCommitment', company.person(1), { params: { meeting }, input });
  await company.moveTo(meeting, 'messaging');
  const wording = { params: { meeting }, input: { text: 'We go together.' } };
  await company.get('putSentence', company.person(2), wording);
  return { team, meeting, rating: round.id };
}

async function close(meeting: MeetingId): Promise<void> {
  await company.direct(meeting, { type: 'close' });
}

async function ballotIds(round: RoundId): Promise<readonly string[]> {
  const place = { container: 'ballots', partition: `t|tenant-1|r|${round}|0` } as const;
  return (await company.store.list(place, { prefix: '' })).documents.map(({ id }) => id);
}

async function answersOf(round: RoundId): Promise<readonly Answers[]> {
  const place = { container: 'ballots', partition: `t|tenant-1|r|${round}|0` } as const;
  const { documents } = await company.store.list(place, { prefix: 's|' });
  return documents.map(({ body }) => body['answers'] as Answers);
}

describe('closing a meeting', () => {
  it('PV6 leaves the answers under random ids and no key that could tell whose they were', async () => {
    company = new Company();
    const { meeting, rating } = await readyToClose();
    const before = await ballotIds(rating);
    const tag = await company.ports.roundKeys.authorTag(rating, {
      tenant: 'tenant-1',
      person: company.person(1).person,
    });
    expect(before).toContain(`b|${tag ?? ''}`);
    await close(meeting);
    const after = await ballotIds(rating);
    expect(after).toHaveLength(VALUES.length);
    expect(after.filter((id) => before.includes(id) || !id.startsWith('s|'))).toEqual([]);
    expect(
      await company.ports.roundKeys.authorTag(rating, { tenant: 'tenant-1', person: company.person(1).person }),
    ).toBeNull();
    const values = (await answersOf(rating)).map((answers) => answers[Q]);
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(VALUES.length);
    const mine = await company.get('viewMine', company.person(1), { params: { meeting }, input: null });
    expect(mine).toEqual({ consented: false, ballots: [], notes: {}, sentence: null });
  });

  it('CM3 gives the commitments to the team, and the next meeting opens with them', async () => {
    company = new Company();
    const { team, meeting } = await readyToClose();
    await close(meeting);
    const next = await company.view(await company.meeting(team));
    expect(next.lastTime.map(({ commitment, moved }) => [commitment.sentence, commitment.meeting, moved])).toEqual([
      ['We do it.', meeting, null],
    ]);
  });

  it('CM3 says whether the question moved, once the new rating is shown', async () => {
    company = new Company();
    const { team, meeting } = await readyToClose();
    await close(meeting);
    const again = await company.meeting(team);
    await company.vote(again, await company.round(again, 'rating'), { question: Q, values: [6, 6, 6, 6, 6, 6] });
    await company.moveTo(again, 'predicting');
    expect((await company.view(again)).lastTime[0]?.moved).toBeNull();
    await company.moveTo(again, 'revealing');
    expect((await company.view(again)).lastTime[0]?.moved).toBe('closer');
  });

  it('PV6 BL3 is finished later when it is killed after any of its writes, and is then the same', async () => {
    const whole = async (writes: { left: number }) => {
      company = new Company((store) => dyingAfter(writes, store));
      writes.left = Number.POSITIVE_INFINITY;
      return readyToClose();
    };
    const count = { left: 0 };
    const { meeting } = await whole(count);
    count.left = 1_000;
    await close(meeting);
    // The last writes down that it was done; one that fails is told to whoever runs the service, and to nobody else.
    const needed = 1_000 - count.left - 1;
    expect(needed).toBeGreaterThan(10);
    await company.leave();

    for (let kill = 0; kill < needed; kill += 1) {
      const writes = { left: 0 };
      const made = await whole(writes);
      writes.left = kill;
      const closing = close(made.meeting);
      await expect(closing).rejects.toThrow('killed');
      writes.left = Number.POSITIVE_INFINITY;
      const halfway = await company.view(made.meeting);
      if (halfway.status === 'open') {
        company.now += 2 * 60_000;
        await close(made.meeting);
      } else {
        await keepHouse(company.ports);
      }
      expect(await company.view(made.meeting)).toMatchObject({ status: 'closed', sealed: true });
      expect(await answersOf(made.rating)).toHaveLength(VALUES.length);
      expect((await ballotIds(made.rating)).every((id) => id.startsWith('s|'))).toBe(true);
      const page = await company.get('viewTeam', company.person(1), { params: { team: made.team }, input: null });
      expect([page.commitments.length, page.trend.length, page.trend[0]?.ballots]).toEqual([1, 1, VALUES.length]);
      await company.leave();
    }
    company = new Company();
    // A whole meeting for each write, over the wire where the engine is there.
  });

  it('MT11 PV6 goes on with other meetings when one cannot be sealed now, tells of it, and comes back to it', async () => {
    company = new Company();
    const rounds: RoundId[] = [];
    for (let n = 0; n < 2; n += 1) {
      const meeting = await company.meeting(await company.team());
      rounds.push((await company.round(meeting, 'rating')).id);
    }
    const { roundKeys } = company.ports;
    const refuse = (round: RoundId): Promise<void> =>
      round === rounds[0] ? Promise.reject(new Error('no vault')) : roundKeys.destroy(round);
    company.now += 60 * DAY;
    await keepHouse({ ...company.ports, roundKeys: { ...roundKeys, destroy: refuse } });
    const author = { tenant: 'tenant-1', person: company.person(1).person };
    const tagged = async () =>
      Promise.all(rounds.map(async (round) => (await roundKeys.authorTag(round, author)) !== null));
    expect(await tagged()).toEqual([true, false]);
    expect(company.faults).toEqual([new Error('no vault')]);
    await keepHouse(company.ports);
    expect(await tagged()).toEqual([false, false]);
  });
});
