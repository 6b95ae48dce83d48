import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';
import { resultRows, resultsCsv } from '@plumbline/shared/figures/results-file/results-file';
import type { MeetingId } from '@plumbline/shared/kernel/ids';
import { Company } from './company.ts';

let company: Company;
beforeEach(() => {
  company = new Company();
});
afterEach(() => company.leave());

const Q = 'al.vision.1';

interface Seen {
  readonly meeting: MeetingView;
  readonly results: ResultsView;
}

/** What the service sends to a person: nothing but this reaches the tab, and so the file. */
async function seenBy(meeting: MeetingId, by: number): Promise<Seen> {
  const person = company.person(by);
  const results = await company.get('viewResults', person, { params: { meeting }, input: null });
  return { meeting: await company.view(meeting, person), results };
}

const csvOf = (seen: Seen) => resultsCsv(seen, (key, values) => `${key} ${JSON.stringify(values)}`);
const sectionsOf = (seen: Seen) => [...new Set(resultRows(seen).map(({ section }) => section.key))];

/** A closed meeting of six that answered one question, with an analyst (person 7) and a sponsor (person 8). */
async function closed(values: readonly number[]): Promise<MeetingId> {
  const meeting = await company.meeting(await company.team(6, ['analyst', 'sponsor']));
  await company.vote(meeting, await company.round(meeting, 'rating'), { question: Q, values });
  await company.direct(meeting, { type: 'close' });
  return meeting;
}

describe('EX1 EX4 files of a closed meeting', () => {
  it('are the same bytes for everybody who is shown the same, and dimensions for a sponsor', async () => {
    const meeting = await closed([6, 6, 7, 2, 6, 5]);
    const [coach, leader, analyst, sponsor] = await Promise.all([0, 1, 7, 8].map((by) => seenBy(meeting, by)));
    if (!coach || !leader || !analyst || !sponsor) throw new Error('somebody is missing');
    expect(csvOf(leader)).toBe(csvOf(coach));
    expect(csvOf(analyst)).toBe(csvOf(coach));
    expect(sectionsOf(leader)).toEqual(expect.arrayContaining(['file:section.source', 'file:section.questions']));
    expect(sectionsOf(sponsor)).toEqual(['file:section.source', 'file:section.dimensions']);
    // What a sponsor's file says of dimensions stands in a leader's too: two files of two roles tell no more than one.
    const dimensions = (seen: Seen) =>
      resultRows(seen).filter(({ section }) => section.key === 'file:section.dimensions');
    expect(dimensions(sponsor)).toEqual(dimensions(leader));
  });

  it('are alike where the screens are alike, whoever gave which answer', async () => {
    const [one, other] = [await closed([6, 6, 7, 2, 6, 5]), await closed([5, 6, 2, 6, 7, 6])];
    const [first, second] = [await seenBy(one, 1), await seenBy(other, 1)];
    expect(second.results).toEqual(first.results);
    expect(csvOf({ ...second, meeting: { ...second.meeting, revision: first.meeting.revision } })).toBe(csvOf(first));
  });

  it('hold no figure of a meeting that too few answered', async () => {
    const seen = await seenBy(await closed([6, 6, 7, 2]), 1);
    const figures = resultRows(seen).filter(
      ({ section, value }) => section.key !== 'file:section.source' && typeof value === 'number',
    );
    // The ends of each scale are what was asked.
    expect(new Set(figures.map(({ measure }) => measure.key))).toEqual(
      new Set(['file:measure.low', 'file:measure.high']),
    );
    expect(csvOf(seen)).toContain('file:fewer');
  });

  it('stay as they were when the meeting is sealed and its people change', async () => {
    const meeting = await closed([6, 6, 7, 2, 6, 5]);
    const before = csvOf(await seenBy(meeting, 1));
    const { team } = await company.view(meeting);
    const { revision } = await company.get('viewTeam', company.person(0), { params: { team: team.id }, input: null });
    const params = { team: team.id, person: company.person(4).person };
    await company.get('removeMember', company.person(0), { params, input: null, ifMatch: String(revision) });
    expect(csvOf(await seenBy(meeting, 1))).toBe(before);
  });
});
