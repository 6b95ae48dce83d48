import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { Mode } from '@plumbline/shared/domain/meeting/meeting';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from './company.ts';

let company: Company;
beforeEach(() => {
  company = new Company();
});
afterEach(() => company.leave());

/** Puts leaders from one number to another into a group. */
async function group(team: TeamId, name: string, [from, to]: readonly [number, number]): Promise<void> {
  for (let number = from; number <= to; number += 1) {
    const { person } = company.person(number);
    const { revision } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    const sent = { params: { team, person }, input: { group: name }, ifMatch: String(revision) };
    await company.get('changeGroup', company.person(0), sent);
  }
}

/** A meeting that everybody but some has answered, at the reveal. */
async function answered(team: TeamId, leaders: number, { mode = 'anonymous', silent = [] }: Answering = {}) {
  const meeting = await company.meeting(team, null, { mode });
  await company.moveTo(meeting, 'rating');
  const { id, questions } = await company.round(meeting, 'rating');
  for (let by = 1; by <= leaders; by += 1) {
    if (silent.includes(by)) continue;
    const value = (place: number) => ((by + place) % 2 === 0 ? 5 : 6);
    const answers: Answers = Object.fromEntries(
      questions.flatMap((question, place) =>
        question.kind === 'agreement' ? [[question.id, { kind: 'scale' as const, value: value(place) }]] : [],
      ),
    );
    const cast = await company.cast(meeting, id, { by, answers, consent: mode === 'named' });
    if (!cast.ok) throw new Error(cast.error.kind);
  }
  await company.moveTo(meeting, 'revealing');
  return meeting;
}

interface Answering {
  readonly mode?: Mode;
  readonly silent?: readonly number[];
}

async function groupsShownTo(person: number, meeting: MeetingId) {
  const { rating } = await company.get('viewResults', company.person(person), { params: { meeting }, input: null });
  return rating?.groups.map((one) => ({ group: one.group, is: one.status === 'shown' ? one.ballots : one.because }));
}

/** Everything that the store holds of a meeting's team, meeting and rounds, as text. */
async function kept(meeting: MeetingId): Promise<string> {
  const place = { container: 'core' as const, partition: `t|tenant-1|m|${meeting}` };
  return JSON.stringify(await company.store.list(place, { prefix: 'snapshot|', limit: 100 }));
}

describe('results by group', () => {
  it('CU2 CU3 are shown where the group and everybody else are enough, in words and nothing finer', async () => {
    const team = await company.team(12);
    await group(team, 'Operations', [1, 6]);
    await group(team, 'Sales', [7, 12]);
    const meeting = await answered(team, 12);
    expect(await groupsShownTo(1, meeting)).toEqual([
      { group: 'Operations', is: 6 },
      { group: 'Sales', is: 6 },
    ]);
    const { rating } = await company.get('viewResults', company.person(1), { params: { meeting }, input: null });
    const [first] = rating?.groups ?? [];
    expect(first?.status === 'shown' && first.dimensions[0]).toEqual({
      dimension: 'vision',
      title: 'Vision',
      result: { status: 'shown', band: 'aligned', together: 5 / 6, shape: 'aligned-high' },
    });
  });

  it('CU2 CU3 keep nothing of a group that too few answered, and hold its only sibling with it', async () => {
    const team = await company.team(12);
    await group(team, 'Operations', [1, 5]);
    await group(team, 'Sales', [6, 12]);
    const meeting = await answered(team, 12, { silent: [1] });
    expect(await groupsShownTo(0, meeting)).toEqual([
      { group: 'Operations', is: 'too-small' },
      { group: 'Sales', is: 'rest-too-small' },
    ]);
    const stored = await kept(meeting);
    expect(stored).toContain('"groups":[{"status":"held","group":"Operations","because":"too-small"}');
    expect(stored).not.toContain('person_');
  });

  it('CU1 follow the groups that the terms froze, whatever is changed afterwards', async () => {
    const team = await company.team(12);
    await group(team, 'Operations', [1, 6]);
    const meeting = await company.meeting(team);
    await group(team, 'Operations', [7, 8]);
    await group(team, '', [1, 4]);
    const { groups } = await company.view(meeting, company.person(1));
    expect(groups).toEqual([{ group: 'Operations', people: 6, held: null, mine: true }]);
    expect((await company.view(meeting, company.person(7))).groups[0]?.mine).toBe(false);
  });

  it('CU6 say before the first answer which groups could be shown at all, and the sample shows them so', async () => {
    const team = await company.team(11);
    await group(team, 'Operations', [1, 6]);
    await group(team, 'Legal', [7, 8]);
    const meeting = await company.meeting(team);
    expect((await company.view(meeting, company.person(7))).groups).toEqual([
      { group: 'Legal', people: 2, held: 'too-small', mine: true },
      { group: 'Operations', people: 6, held: null, mine: false },
    ]);
    const sample = await company.get('viewSample', company.person(1), { params: { meeting }, input: null });
    const shownTo = Object.fromEntries(
      sample.views.map(({ role, results }) => [role, results?.rating?.groups.map(({ status }) => status)]),
    );
    expect(shownTo).toEqual({ leader: ['held', 'shown'], coach: ['held', 'shown'], sponsor: [] });
  });

  it('CU6 a group that people were told would not be shown is not, also where another one did not answer at all', async () => {
    const team = await company.team(15);
    await group(team, 'Operations', [1, 7]);
    await group(team, 'Sales', [8, 12]);
    await group(team, 'Legal', [13, 15]);
    const meeting = await answered(team, 15, { silent: [13, 14, 15] });
    const { groups } = await company.view(meeting, company.person(8));
    expect(groups.flatMap(({ group: name, held }) => (held === null ? [] : [name]))).toEqual(['Legal', 'Sales']);
    expect(await groupsShownTo(0, meeting)).toEqual([
      { group: 'Legal', is: 'too-small' },
      { group: 'Operations', is: 7 },
      { group: 'Sales', is: 'with-others' },
    ]);
  });

  it('CU5 sponsors see the whole only, in the meeting and on the time line', async () => {
    const team = await company.team(12, ['sponsor']);
    await group(team, 'Operations', [1, 6]);
    const meeting = await answered(team, 12);
    await company.direct(meeting, { type: 'close' });
    expect(await groupsShownTo(13, meeting)).toEqual([]);
    expect(await groupsShownTo(1, meeting)).toEqual([{ group: 'Operations', is: 6 }]);
    const trendFor = async (person: number) =>
      (await company.get('viewTeam', company.person(person), { params: { team }, input: null })).trend[0]?.groups;
    expect(await trendFor(13)).toEqual([]);
    expect((await trendFor(1))?.map(({ group: name, status }) => [name, status])).toEqual([['Operations', 'shown']]);
  });

  it('CU7 a named meeting shows every group of two or more answers, as exactly as they are', async () => {
    const team = await company.team(4);
    await group(team, 'Operations', [1, 3]);
    await group(team, 'Sales', [4, 4]);
    const meeting = await answered(team, 4, { mode: 'named' });
    expect(await groupsShownTo(1, meeting)).toEqual([
      { group: 'Operations', is: 3 },
      { group: 'Sales', is: 'too-small' },
    ]);
    const { rating } = await company.get('viewResults', company.person(1), { params: { meeting }, input: null });
    const [first] = rating?.groups ?? [];
    const vision = first?.status === 'shown' ? first.dimensions[0]?.result : undefined;
    expect(vision?.status === 'shown' && vision.together).toBeCloseTo(0.87, 1);
  });
});
