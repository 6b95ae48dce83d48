import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { records } from '@plumbline/shared/records/kinds';
import { decode } from '@plumbline/shared/records/record';
import type { ResultsView } from '@plumbline/shared/contract/views';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { MeetingId, RoundId, TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from './company.ts';

let company: Company;
beforeEach(() => {
  company = new Company();
});
afterEach(() => company.leave());

const Q = 'al.vision.1';
const OTHER = 'al.roles.1';
const scale = (value: number): Answers => ({ [Q]: { kind: 'scale', value } });

/** A team of three with an analyst (person 4) and a sponsor (person 5), and its named meeting. */
async function namedMeeting(): Promise<{ team: TeamId; meeting: MeetingId; rating: RoundId }> {
  const team = await company.team(3, ['analyst', 'sponsor']);
  const meeting = await company.meeting(team, null, { mode: 'named' });
  return { team, meeting, rating: (await company.round(meeting, 'rating')).id };
}

async function cast(meeting: MeetingId, round: RoundId, ballot: { by: number; answers: Answers }): Promise<string> {
  const reply = await company.cast(meeting, round, { ...ballot, consent: true });
  return reply.ok ? 'taken' : reply.error.kind;
}

async function withdraw(meeting: MeetingId, round: RoundId, by: number): Promise<string> {
  const reply = await company.call('withdrawBallot', company.person(by), { params: { meeting, round }, input: null });
  return reply.ok ? 'withdrawn' : reply.error.kind;
}

function results(meeting: MeetingId, by: number): Promise<ResultsView> {
  return company.get('viewResults', company.person(by), { params: { meeting }, input: null });
}

function who(number: number) {
  const { person, name } = company.person(number);
  return { person, name };
}

async function stored(round: RoundId, prefix: string) {
  const place = { container: 'ballots', partition: `t|tenant-1|r|${round}|0` } as const;
  return (await company.store.list(place, { prefix })).documents;
}

describe('consent', () => {
  it('NM3 a ballot without it is refused, one with it is kept together with it', async () => {
    const { meeting, rating } = await namedMeeting();
    const refused = await company.cast(meeting, rating, { by: 1, answers: scale(5) });
    expect(refused).toEqual({ ok: false, error: { kind: 'ballot.consent-needed' } });
    expect(await stored(rating, 'b|')).toEqual([]);
    expect(await cast(meeting, rating, { by: 1, answers: scale(5) })).toBe('taken');
    const [ballot] = await stored(rating, 'b|');
    expect(ballot && decode(records.ballot, ballot)).toEqual({ answers: scale(5), consent: true });
  });

  it('NM3 is told to the person who gave it, and to nobody else', async () => {
    const { meeting, rating } = await namedMeeting();
    await cast(meeting, rating, { by: 1, answers: scale(5) });
    const mine = (by: number) =>
      company.get('viewMine', company.person(by), { params: { meeting }, input: null }).then((view) => view.consented);
    expect(await Promise.all([mine(1), mine(2), mine(0)])).toEqual([true, false, false]);
  });

  it('NM5 means nothing in an anonymous meeting: a consent that nobody asked for is not kept', async () => {
    const meeting = await company.meeting(await company.team(5));
    const rating = (await company.round(meeting, 'rating')).id;
    for (let by = 1; by <= 5; by += 1) await cast(meeting, rating, { by, answers: scale(by) });
    expect((await stored(rating, 'b|')).map((ballot) => decode(records.ballot, ballot).consent)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
    await company.moveTo(meeting, 'revealing');
    expect((await results(meeting, 1)).named).toEqual([]);
    const place = { container: 'core', partition: `t|tenant-1|m|${meeting}` } as const;
    const snapshots = (await company.store.list(place, { prefix: 'snapshot|' })).documents;
    expect(snapshots.map((snapshot) => decode(records.snapshot, snapshot).named)).toEqual([null, null]);
    expect(JSON.stringify(snapshots)).not.toContain(company.person(1).person);
  });
});

describe('withdrawing', () => {
  it('NM4 deletes the ballot of that round: it is not counted, not named, and consent has to be asked for again', async () => {
    const { meeting, rating } = await namedMeeting();
    for (const by of [1, 2, 3]) await cast(meeting, rating, { by, answers: scale(by) });
    expect((await company.round(meeting, 'rating')).counted).toBe(3);
    expect(await withdraw(meeting, rating, 2)).toBe('withdrawn');
    expect(await withdraw(meeting, rating, 2)).toBe('withdrawn');
    expect((await company.round(meeting, 'rating')).counted).toBe(0);
    const mine = await company.get('viewMine', company.person(2), { params: { meeting }, input: null });
    expect(mine).toMatchObject({ consented: false, ballots: [] });
    await company.moveTo(meeting, 'revealing');
    const { named, rating: shown } = await results(meeting, 1);
    expect(shown?.ballots).toBe(2);
    expect(named[0]).toEqual({
      round: rating,
      purpose: 'rating',
      answers: [
        { ...who(1), answers: scale(1) },
        { ...who(2), answers: {} },
        { ...who(3), answers: scale(3) },
      ],
    });
  });

  it('NM4 lets a person answer again, and ends with the round', async () => {
    const { meeting, rating } = await namedMeeting();
    await cast(meeting, rating, { by: 1, answers: scale(1) });
    await withdraw(meeting, rating, 1);
    expect(await cast(meeting, rating, { by: 1, answers: scale(6) })).toBe('taken');
    await company.moveTo(meeting, 'predicting');
    expect(await withdraw(meeting, rating, 1)).toBe('round.closed');
    expect(await stored(rating, 'b|')).toHaveLength(1);
  });

  it('NM4 is of one’s own ballot, in a round of this meeting, while it is open and named', async () => {
    const { meeting, rating } = await namedMeeting();
    const other = await namedMeeting();
    expect(await withdraw(meeting, other.rating, 1)).toBe('round.unknown');
    expect(await Promise.all([0, 4, 5, 77].map((by) => withdraw(meeting, rating, by)))).toEqual([
      'access.denied',
      'access.denied',
      'access.denied',
      'thing.not-found',
    ]);
    await company.direct(meeting, { type: 'close' });
    expect(await withdraw(meeting, rating, 1)).toBe('meeting.not-open');
    const anonymous = await company.meeting(await company.team(5));
    const { id } = await company.round(anonymous, 'rating');
    expect(await withdraw(anonymous, id, 1)).toBe('meeting.not-named');
  });

  it('NM4 keeps no answer of a round that was closed and taken back', async () => {
    const { meeting, rating } = await namedMeeting();
    for (const by of [1, 2, 3]) await cast(meeting, rating, { by, answers: scale(by) });
    const place = { container: 'core', partition: `t|tenant-1|m|${meeting}` } as const;
    const kept = async () => (await company.store.list(place, { prefix: 'snapshot|' })).documents;
    await company.moveTo(meeting, 'predicting');
    const [counted] = await kept();
    await company.direct(meeting, { type: 'go-back' });
    expect(await withdraw(meeting, rating, 2)).toBe('withdrawn');
    expect([counted?.id, await kept()]).toEqual([expect.stringContaining(rating), []]);
    // As where a crash kept it from being deleted.
    if (counted) await company.store.put(place, counted);
    await company.direct(meeting, { type: 'close' });
    const [rest, ...others] = await kept();
    expect(rest && decode(records.snapshot, rest).named?.map(({ person }) => person)).toEqual([
      who(1).person,
      who(3).person,
    ]);
    expect(others.map((snapshot) => decode(records.snapshot, snapshot).round)).not.toContain(rating);
  });

  it('BL3 NM4 is counted or not, never half, when the round closes at the same time', async () => {
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const { meeting, rating } = await namedMeeting();
      for (const by of [1, 2, 3]) await cast(meeting, rating, { by, answers: scale(by) });
      await company.moveTo(meeting, 'rating');
      const taking = (async () => {
        for (let wait = 0; wait < attempt * 12; wait += 1) await Promise.resolve();
        return withdraw(meeting, rating, 1);
      })();
      const closing = (async () => {
        for (let tries = 0; tries < 20; tries += 1) {
          const ifMatch = String((await company.view(meeting)).revision);
          const input = { type: 'move', to: 'predicting' } as const;
          const moved = await company.call('directMeeting', company.person(0), { params: { meeting }, input, ifMatch });
          if (moved.ok) return;
        }
        throw new Error('the rating could not be closed');
      })();
      const outcome = await taking;
      await closing;
      expect((await company.round(meeting, 'rating')).counted).toBe(outcome === 'withdrawn' ? 2 : 3);
      expect(await stored(rating, 'b|')).toHaveLength(outcome === 'withdrawn' ? 2 : 3);
    }
  });
});

describe('who sees what', () => {
  async function answered() {
    const made = await namedMeeting();
    await cast(made.meeting, made.rating, { by: 2, answers: { ...scale(7), [OTHER]: { kind: 'cannot-say' } } });
    await cast(made.meeting, made.rating, { by: 1, answers: scale(6) });
    await cast(made.meeting, made.rating, { by: 3, answers: scale(2) });
    return made;
  }

  it('NM5 nothing before the reveal, and from then on leaders and coach every answer, in the order of the people', async () => {
    const { meeting, rating } = await answered();
    await company.moveTo(meeting, 'predicting');
    expect((await results(meeting, 1)).named).toEqual([]);
    await company.moveTo(meeting, 'revealing');
    const expected = {
      round: rating,
      purpose: 'rating',
      answers: [
        { ...who(1), answers: scale(6) },
        { ...who(2), answers: { ...scale(7), [OTHER]: { kind: 'cannot-say' } } },
        { ...who(3), answers: scale(2) },
      ],
    };
    for (const by of [0, 1, 3]) expect((await results(meeting, by)).named[0]).toEqual(expected);
  });

  it('NM5 NM6 analysts after closing, sponsors never: they are shown what an anonymous meeting would show', async () => {
    const { team, meeting } = await answered();
    await company.moveTo(meeting, 'revealing');
    for (const by of [4, 5]) expect(await results(meeting, by)).toMatchObject({ rating: null, named: [] });
    await company.direct(meeting, { type: 'close' });
    expect((await results(meeting, 4)).named[0]?.answers.map(({ name }) => name)).toEqual([
      'Person 1',
      'Person 2',
      'Person 3',
    ]);
    const sponsor = await results(meeting, 5);
    expect(sponsor.named).toEqual([]);
    expect(new Set(sponsor.rating?.dimensions.map(({ result }) => result.status))).toEqual(new Set(['held']));
    expect(sponsor.rating).toMatchObject({ ballots: null, minimumGroup: 5, questions: [], rankings: [] });
    const trendOf = async (by: number) => {
      const page = await company.get('viewTeam', company.person(by), { params: { team }, input: null });
      return page.trend[0]?.dimensions.find(({ dimension }) => dimension === 'vision')?.result.status;
    };
    expect([await trendOf(1), await trendOf(4), await trendOf(5)]).toEqual(['shown', 'shown', 'held']);
    const minimums = await Promise.all(
      [1, 5].map(async (by) => (await company.view(meeting, company.person(by))).minimumGroup),
    );
    expect(minimums).toEqual([2, 5]);
  });

  it('NM6 figures are exact, and a sample is made by the code that makes them', async () => {
    const { meeting } = await answered();
    await company.moveTo(meeting, 'revealing');
    const { rating } = await results(meeting, 1);
    expect(rating?.questions.find(({ question }) => question === Q)?.result).toMatchObject({
      grain: 'exact',
      level: 5,
    });
    const sample = await company.get('viewSample', company.person(1), { params: { meeting }, input: null });
    const [leader, , sponsor] = sample.views;
    expect(sample.minimumGroup).toBe(2);
    expect(leader?.results?.named[0]?.answers.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(leader?.results?.rating?.questions[0]?.result).toMatchObject({ status: 'shown', grain: 'exact' });
    expect(sponsor?.results).toMatchObject({ named: [], rating: { questions: [], ballots: null } });
  });

  it('NM6 a re-vote shows whatever changed: one person’s change, and nothing when nobody changed', async () => {
    const { meeting } = await answered();
    await company.moveTo(meeting, 'discussing');
    await company.direct(meeting, { type: 'choose-topics', questions: [Q] });
    await company.direct(meeting, { type: 'topic-step', question: Q, to: 're-voting' });
    const revote = (await company.round(meeting, 're-vote')).id;
    await cast(meeting, revote, { by: 3, answers: scale(6) });
    await cast(meeting, revote, { by: 1, answers: scale(6) });
    await company.direct(meeting, { type: 'topic-step', question: Q, to: 'comparing' });
    const { revotes, named } = await results(meeting, 2);
    expect(revotes).toMatchObject([
      { status: 'moved', meter: 'closer', before: { level: 5 }, after: { level: 6.33, shape: 'aligned-high' } },
    ]);
    expect(named.find(({ purpose }) => purpose === 're-vote')?.answers.map(({ answers }) => answers)).toEqual([
      scale(6),
      scale(7),
      scale(6),
    ]);
  });

  it('NM6 a re-vote that changes nothing shows nothing new', async () => {
    const { meeting } = await answered();
    await company.moveTo(meeting, 'discussing');
    await company.direct(meeting, { type: 'choose-topics', questions: [Q] });
    await company.direct(meeting, { type: 'topic-step', question: Q, to: 're-voting' });
    await cast(meeting, (await company.round(meeting, 're-vote')).id, { by: 3, answers: scale(2) });
    await company.direct(meeting, { type: 'topic-step', question: Q, to: 'comparing' });
    expect((await results(meeting, 2)).revotes).toEqual([{ question: Q, status: 'unchanged' }]);
  });
});

describe('after the end', () => {
  it('NM8 ballots are shuffled without their consent and keys destroyed; the snapshots still say who answered what', async () => {
    const { team, meeting, rating } = await namedMeeting();
    for (const by of [1, 2, 3]) await cast(meeting, rating, { by, answers: scale(by) });
    await company.direct(meeting, { type: 'close' });
    const sealed = await stored(rating, '');
    expect(sealed.map(({ id }) => id.slice(0, 2))).toEqual(['s|', 's|', 's|']);
    expect(sealed.map(({ body }) => Object.keys(body))).toEqual([['answers'], ['answers'], ['answers']]);
    expect(await company.ports.roundKeys.authorTag(rating, { tenant: 'tenant-1', person: who(1).person })).toBeNull();
    const names = async () => (await results(meeting, 2)).named[0]?.answers.map(({ name }) => name);
    expect(await names()).toEqual(['Person 1', 'Person 2', 'Person 3']);
    const params = { team, person: who(3).person };
    const { revision } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    await company.get('removeMember', company.person(0), { params, input: null, ifMatch: String(revision) });
    expect(await names()).toEqual(['Person 1', 'Person 2', '']);
  });
});
