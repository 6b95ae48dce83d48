import { afterEach, describe, expect, it } from '@jest/globals';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../../application/company.ts';

const LEADERS = 12;
/** A leader in the first group, one outside, the coach, the analyst and the sponsor. */
const WATCHERS = [1, 12, 0, 13, 14];

const companies: Company[] = [];
afterEach(async () => {
  for (const company of companies.splice(0)) await company.leave();
});

/**
 * A closed meeting of twelve whose ballots are always the same, six high and six low, dealt to the people in turn from
 * `first` on. The first `grouped` leaders are one group.
 */
async function held({ grouped, first }: { readonly grouped: number; readonly first: number }) {
  const company = new Company();
  companies.push(company);
  const coach = company.person(0);
  const team = await company.team(LEADERS, ['analyst', 'sponsor']);
  for (let number = 1; number <= grouped; number += 1) {
    const { revision } = await company.get('viewTeam', coach, { params: { team }, input: null });
    const params = { team, person: company.person(number).person };
    await company.get('changeGroup', coach, { params, input: { group: 'Operations' }, ifMatch: String(revision) });
  }
  const meeting = await company.meeting(team);
  await company.moveTo(meeting, 'rating');
  const { id, questions } = await company.round(meeting, 'rating');
  for (let by = 1; by <= LEADERS; by += 1) {
    const place = (by - 1 + first) % LEADERS;
    const value = place < 6 ? 6 + (place % 2) : 2 - (place % 2);
    const answers: Answers = Object.fromEntries(
      questions.flatMap(({ id: question, kind }) =>
        kind === 'agreement' ? [[question, { kind: 'scale' as const, value }]] : [],
      ),
    );
    const cast = await company.cast(meeting, id, { by, answers });
    if (!cast.ok) throw new Error(cast.error.kind);
  }
  await company.moveTo(meeting, 'revealing');
  const atReveal = await everythingRead(company, { team, meeting });
  await company.direct(meeting, { type: 'close' });
  return { atReveal, afterwards: await everythingRead(company, { team, meeting }) };
}

/** All that everybody can read of a meeting and its team, but each person's own ballot. */
async function everythingRead(company: Company, of: { readonly team: TeamId; readonly meeting: MeetingId }) {
  const { team, meeting } = of;
  const read = WATCHERS.map(async (number) => {
    const actor = company.person(number);
    const ofMeeting = { params: { meeting }, input: null };
    return {
      number,
      home: await company.get('viewHome', actor, { params: {}, input: null }),
      team: await company.get('viewTeam', actor, { params: { team }, input: null }),
      meeting: await company.get('viewMeeting', actor, ofMeeting),
      results: await company.get('viewResults', actor, ofMeeting),
      sample: await company.get('viewSample', actor, ofMeeting),
    };
  });
  return Promise.all(read);
}

describe('a group of which too few answered', () => {
  it('CU2 is the same to everybody, whatever its people answered', async () => {
    const allHigh = await held({ grouped: 4, first: 0 });
    expect(await held({ grouped: 4, first: 6 })).toEqual(allHigh);
    expect(await held({ grouped: 4, first: 4 })).toEqual(allHigh);
  });

  it('CU2 tells nothing of the others by being left out either', async () => {
    const eightHigh = await held({ grouped: 8, first: 0 });
    expect(await held({ grouped: 8, first: 6 })).toEqual(eightHigh);
  });

  it('CU3 and one that enough answered is not, or nothing here could be found out', async () => {
    const allHigh = await held({ grouped: 6, first: 0 });
    expect(await held({ grouped: 6, first: 6 })).not.toEqual(allHigh);
    expect(await held({ grouped: 6, first: 3 })).not.toEqual(allHigh);
  });
});
