import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommitmentView } from '@plumbline/shared/contract/views';
import type { CommitmentId, MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';
import { Company } from './company.ts';

const Q = 'al.roles.1';
const APART = [1, 2, 3, 5, 6, 7];
const TOGETHER = [6, 6, 6, 6, 6, 6];
const ANALYST = 7;
const SPONSOR = 8;

let company: Company;
let team: TeamId;
beforeEach(async () => {
  company = new Company();
  team = await company.team(6, ['analyst', 'sponsor']);
});
afterEach(() => company.leave());

async function answered(meeting: MeetingId, values: readonly number[]): Promise<MeetingId> {
  await company.vote(meeting, await company.round(meeting, 'rating'), { question: Q, values });
  return meeting;
}

async function close(meeting: MeetingId): Promise<MeetingId> {
  company.now += DAY;
  await company.direct(meeting, { type: 'close' });
  company.now += DAY;
  return meeting;
}

/** A meeting that is closed with a commitment to move the question. */
async function promised(values: readonly number[], sentence = 'We do it.'): Promise<MeetingId> {
  const meeting = await answered(await company.meeting(team), values);
  await company.moveTo(meeting, 'committing');
  const { person } = company.person(1);
  const input = { sentence, owner: person, due: '2027-12-01', evidence: 'Done.', displaces: '', question: Q };
  await company.get('proposeCommitment', company.person(1), { params: { meeting }, input });
  await company.moveTo(meeting, 'messaging');
  await company.get('putSentence', company.person(2), { params: { meeting }, input: { text: 'We go together.' } });
  return close(meeting);
}

async function pulse(): Promise<MeetingId> {
  return company.meeting(team, company.now + 7 * DAY);
}

async function onPage(by = 1): Promise<readonly CommitmentView[]> {
  const page = await company.get('viewTeam', company.person(by), { params: { team }, input: null });
  return page.commitments;
}

async function movedFor(by = 1): Promise<CommitmentView['moved'] | undefined> {
  return (await onPage(by))[0]?.moved;
}

async function done(commitment: CommitmentId | undefined): Promise<CommitmentView> {
  if (commitment === undefined) throw new Error('there is no commitment');
  const input = { status: 'done' as const, note: '' };
  return company.get('checkIn', company.person(1), { params: { team, commitment }, input });
}

async function lastTime(meeting: MeetingId) {
  return (await company.view(meeting)).lastTime.map(({ commitment, moved }) => [commitment.sentence, moved]);
}

describe('CM3 whether the question of a commitment moved since it was made', () => {
  it('is said by the latest meeting or pulse since that is closed, wherever the commitment is shown', async () => {
    await promised(APART);
    expect(await movedFor()).toBeNull();
    const since = await answered(await pulse(), TOGETHER);
    expect(await movedFor()).toBeNull();
    await close(since);
    expect(await movedFor()).toBe('closer');
    const home = await company.get('viewHome', company.person(1), { params: {}, input: null });
    expect(home.commitments.map(({ moved }) => moved)).toEqual(['closer']);
    const next = await company.view(await company.meeting(team));
    expect(next.lastTime.map(({ commitment, moved }) => [commitment.moved, moved])).toEqual([['closer', null]]);
    expect((await done(home.commitments[0]?.id)).moved).toBe('closer');
    await close(await answered(await pulse(), APART));
    expect(await movedFor()).toBe('settled');
  });

  it('is said to those who see questions, and not to a sponsor', async () => {
    await promised(TOGETHER);
    await close(await answered(await pulse(), APART));
    expect([await movedFor(0), await movedFor(ANALYST), await movedFor(SPONSOR)]).toEqual([
      'further-apart',
      'further-apart',
      null,
    ]);
  });

  it('PV2 is not said by a pulse that too few answered, and stays as one before it showed', async () => {
    await promised(APART);
    await close(await answered(await pulse(), [6, 6, 6, 6]));
    expect(await movedFor()).toBeNull();
    await close(await answered(await pulse(), TOGETHER));
    await close(await answered(await pulse(), [1, 2]));
    expect(await movedFor()).toBe('closer');
  });

  it('is not said by answers from before it was made', async () => {
    const early = await answered(await pulse(), TOGETHER);
    await promised(APART);
    await close(early);
    expect(await movedFor()).toBeNull();
  });

  it('is not said by what people beside the leaders were asked, also not in their pulse', async () => {
    await promised(APART);
    const input = { format: 'pulse' as const, composition: COMPOSITION };
    const { id } = await company.get('composeMeeting', company.person(0), { params: { team }, input });
    const people = [20, 21, 22].map((number) => company.person(number).person);
    await company.get('nameParticipants', company.person(0), { params: { meeting: id }, input: { people } });
    const { revision } = await company.view(id);
    await company.get('openMeeting', company.person(0), {
      params: { meeting: id },
      input: { closesAt: company.now + 7 * DAY },
      ifMatch: String(revision),
    });
    await close(await answered(id, TOGETHER));
    expect(await movedFor()).toBeNull();
    expect(await lastTime(id)).toEqual([['We do it.', null]]);
  });
});

describe('CM3 the commitments that a meeting opens with', () => {
  it('stay those of before it, with what it showed of them, when others are made and these are done', async () => {
    await promised(APART, 'The first.');
    const second = await promised(TOGETHER, 'The second.');
    expect(await lastTime(second)).toEqual([['The first.', 'closer']]);
    const third = await promised(APART, 'The third.');
    for (const { id } of await onPage()) await done(id);
    expect(await lastTime(second)).toEqual([['The first.', 'closer']]);
    expect(await lastTime(third)).toEqual([
      ['The second.', 'further-apart'],
      ['The first.', 'settled'],
    ]);
  });

  it('are those of the meeting before, done or not, when a pulse came between', async () => {
    await promised(APART);
    await done((await onPage())[0]?.id);
    await close(await answered(await pulse(), TOGETHER));
    company.now += DAY;
    expect(await lastTime(await company.meeting(team))).toEqual([['We do it.', null]]);
  });
});
