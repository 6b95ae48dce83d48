import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { shutGates } from '@plumbline/shared/application/ballots/gate';
import { loadMeeting } from '@plumbline/shared/application/in-team';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { ballotPlace } from '@plumbline/shared/application/places';
import { castBallot } from '@plumbline/shared/application/use-cases/cast-ballot';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import { DAY, HOUR } from '@plumbline/shared/kernel/instant';
import { Company } from './company.ts';

let company: Company;
beforeEach(() => {
  company = new Company();
});
afterEach(() => company.leave());

const Q = 'al.vision.1';
const five: Answers = { [Q]: { kind: 'scale', value: 5 } };
const six: Answers = { [Q]: { kind: 'scale', value: 6 } };

describe('casting a ballot', () => {
  it('BL1 keeps one ballot a person, which can be changed and read back by its author only', async () => {
    const meeting = await company.meeting(await company.team());
    const round = await company.round(meeting, 'rating');
    const first = await company.cast(meeting, round.id, { by: 1, answers: five });
    if (!first.ok) throw new Error(first.error.kind);
    const changed = await company.cast(meeting, round.id, {
      by: 1,
      answers: six,
      basedOn: first.value.output.revision,
    });
    if (!changed.ok) throw new Error(changed.error.kind);
    const mine = await company.get('viewMine', company.person(1), { params: { meeting }, input: null });
    expect(mine.ballots).toEqual([{ round: round.id, revision: changed.value.output.revision, answers: six }]);
    const others = await company.get('viewMine', company.person(2), { params: { meeting }, input: null });
    expect(others.ballots).toEqual([]);
  });

  it('BL4 takes the same ballot twice as one, and refuses a change that is based on an older one', async () => {
    const meeting = await company.meeting(await company.team());
    const { id } = await company.round(meeting, 'rating');
    const once = await company.cast(meeting, id, { by: 1, answers: five });
    expect(await company.cast(meeting, id, { by: 1, answers: five })).toEqual(once);
    expect(await company.cast(meeting, id, { by: 1, answers: six })).toEqual({
      ok: false,
      error: { kind: 'revision.stale' },
    });
    expect(await company.cast(meeting, id, { by: 1, answers: six, basedOn: 'another' })).toEqual({
      ok: false,
      error: { kind: 'revision.stale' },
    });
  });

  it('BL1 BL2 refuses people who were not asked, answers that do not fit, rounds that are closed or not there', async () => {
    const team = await company.team();
    const meeting = await company.meeting(team);
    const late = { person: company.person(50).person, name: 'Late', title: '', role: 'leader', group: '' } as const;
    await company.get('addMember', company.person(0), { params: { team }, input: late });
    const { id } = await company.round(meeting, 'rating');
    const refused = async (by: number, answers: Answers = five) => {
      const cast = await company.cast(meeting, id, { by, answers });
      return cast.ok ? 'taken' : cast.error.kind;
    };
    expect(await refused(50)).toBe('access.denied');
    expect(await refused(0)).toBe('access.denied');
    expect(await refused(77)).toBe('thing.not-found');
    expect(await refused(1, { [Q]: { kind: 'scale', value: 9 } })).toBe('ballot.answers-refused');
    await company.moveTo(meeting, 'predicting');
    expect(await refused(1)).toBe('round.closed');
  });

  it('BL3 counts every acknowledged ballot, and no other, when the rating is closed while they come in', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const meeting = await company.meeting(await company.team(30));
      await company.moveTo(meeting, 'rating');
      const { id } = await company.round(meeting, 'rating');
      const casts = Array.from({ length: 30 }, async (_, i) => {
        for (let wait = 0; wait < i * attempt; wait += 1) await Promise.resolve();
        return company.cast(meeting, id, { by: i + 1, answers: five });
      });
      const closing = (async () => {
        for (let tries = 0; tries < 20; tries += 1) {
          const ifMatch = String((await company.view(meeting)).revision);
          const input = { type: 'move', to: 'predicting' } as const;
          const closed = await company.call('directMeeting', company.person(0), {
            params: { meeting },
            input,
            ifMatch,
          });
          if (closed.ok) return;
        }
        throw new Error('the rating could not be closed');
      })();
      const taken = (await Promise.all(casts)).filter((cast) => cast.ok).length;
      await closing;
      expect((await company.round(meeting, 'rating')).counted).toBe(taken);
    }
    // Three hundred leaders are gathered first, one by one.
  });

  it('BL3 takes ballots again when a closing was cut short, once nobody can be at it any more', async () => {
    const meeting = await company.meeting(await company.team());
    const { id } = await company.round(meeting, 'rating');
    const kept = await loadMeeting(company.ports, 'tenant-1', meeting);
    const [round] = kept?.value.status === 'open' ? kept.value.rounds : [];
    if (!round) throw new Error('a meeting that was opened has a rating');
    await shutGates(company.ports, 'tenant-1', round);
    const early = await company.cast(meeting, id, { by: 1, answers: five });
    expect(early).toEqual({ ok: false, error: { kind: 'round.closed' } });
    company.now += HOUR;
    expect((await company.cast(meeting, id, { by: 1, answers: five })).ok).toBe(true);
  });

  it('BL3 takes ballots of a round from before there were gates as soon as the house was kept', async () => {
    const meeting = await company.meeting(await company.team());
    const { id } = await company.round(meeting, 'rating');
    await company.store.delete(ballotPlace('tenant-1', id, 0), 'gate');
    expect((await company.cast(meeting, id, { by: 1, answers: five })).ok).toBe(false);
    await keepHouse(company.ports);
    expect((await company.cast(meeting, id, { by: 1, answers: five })).ok).toBe(true);
  });

  it('PV3 counts what a service that was stopped did not come to count, when the house is kept', async () => {
    const meeting = await company.meeting(await company.team());
    const { id } = await company.round(meeting, 'rating');
    const stopped = { ...company.ports, recount: () => undefined };
    for (const by of [1, 2]) {
      const input = { basedOn: null, answers: five, consent: false };
      const from = { actor: company.person(by), ifMatch: null, key: null, language: 'en' } as const;
      const call = { ...from, params: { meeting, round: id }, input };
      expect((await castBallot(stopped, call)).ok).toBe(true);
    }
    expect((await company.round(meeting, 'rating')).counted).toBe(0);
    await keepHouse(company.ports);
    expect((await company.round(meeting, 'rating')).counted).toBe(2);
  });

  it('PV3 raises a count that a crash left behind when the ballot is sent again', async () => {
    const meeting = await company.meeting(await company.team(8));
    const { id } = await company.round(meeting, 'rating');
    for (let by = 1; by <= 2; by += 1) await company.cast(meeting, id, { by, answers: five });
    const place = { container: 'core', partition: `t|tenant-1|m|${meeting}` } as const;
    const kept = await company.store.read(place, 'meeting');
    const rounds = kept?.body['rounds'];
    if (!kept || !Array.isArray(rounds)) throw new Error('the meeting has rounds');
    const behind = rounds.map((round: object) => ({ ...round, counted: 0 }));
    await company.store.put(place, { ...kept, body: { ...kept.body, rounds: behind } });
    await company.cast(meeting, id, { by: 2, answers: five });
    expect((await company.round(meeting, 'rating')).counted).toBe(2);
  });

  it('PV3 PV9 moves the count in steps, and the meeting’s revision only with them', async () => {
    const meeting = await company.meeting(await company.team(8));
    const { id } = await company.round(meeting, 'rating');
    const seen: [number, number][] = [];
    for (let by = 1; by <= 8; by += 1) {
      await company.cast(meeting, id, { by, answers: five });
      const { revision, rounds } = await company.view(meeting);
      seen.push([rounds[0]?.counted ?? -1, revision - 2]);
    }
    expect(seen).toEqual([
      [0, 0],
      [2, 1],
      [2, 1],
      [4, 2],
      [4, 2],
      [6, 3],
      [6, 3],
      [8, 4],
    ]);
  });
});

describe('voting again', () => {
  async function afterRevote(before: readonly number[], again: readonly number[]) {
    const meeting = await company.meeting(await company.team(before.length));
    await company.vote(meeting, await company.round(meeting, 'rating'), { question: Q, values: before });
    await company.moveTo(meeting, 'discussing');
    await company.direct(meeting, { type: 'choose-topics', questions: [Q] });
    await company.direct(meeting, { type: 'topic-step', question: Q, to: 're-voting' });
    await company.vote(meeting, await company.round(meeting, 're-vote'), { question: Q, values: again });
    await company.direct(meeting, { type: 'topic-step', question: Q, to: 'comparing' });
    const results = await company.get('viewResults', company.person(0), { params: { meeting }, input: null });
    return results.revotes;
  }

  it('PV3 says in steps how many voted again, also when it is closed before anybody counted', async () => {
    const meeting = await company.meeting(await company.team(6));
    await company.vote(meeting, await company.round(meeting, 'rating'), { question: Q, values: [1, 1, 6, 6, 6, 6] });
    await company.moveTo(meeting, 'discussing');
    await company.direct(meeting, { type: 'choose-topics', questions: [Q] });
    await company.direct(meeting, { type: 'topic-step', question: Q, to: 're-voting' });
    const { id } = await company.round(meeting, 're-vote');
    const uncounted = { ...company.ports, recount: () => undefined };
    for (const by of [1, 2, 3]) {
      const input = { basedOn: null, answers: { [Q]: { kind: 'scale', value: 6 } }, consent: false } as const;
      const from = { actor: company.person(by), ifMatch: null, key: null, language: 'en' } as const;
      const call = { ...from, params: { meeting, round: id }, input };
      expect((await castBallot(uncounted, call)).ok).toBe(true);
    }
    expect((await company.round(meeting, 're-vote')).counted).toBe(0);
    await company.direct(meeting, { type: 'topic-step', question: Q, to: 'comparing' });
    expect(await company.round(meeting, 're-vote')).toMatchObject({ status: 'closed', counted: 2 });
  });

  it('PV3 shows nothing new when one person changed, or nobody', async () => {
    expect(await afterRevote([1, 1, 6, 6, 6], [1, 7, 6, 6, 6])).toEqual([{ question: Q, status: 'unchanged' }]);
    expect(await afterRevote([1, 1, 6, 6, 6], [1, 1, 6, 6, 6])).toEqual([{ question: Q, status: 'unchanged' }]);
  });

  it('BL6 PV3 shows before and after when two changed; whoever does not vote again keeps the answer', async () => {
    const [moved] = await afterRevote([1, 1, 6, 6, 6, 6], [6, 6]);
    expect(moved).toMatchObject({ question: Q, status: 'moved', meter: 'closer', after: { band: 'aligned' } });
  });

  it('PV2 stays held when too few had rated', async () => {
    expect(await afterRevote([1, 1, 6, 6, 6, 6].slice(0, 5), [2, 2])).toMatchObject([{ status: 'moved' }]);
    const meeting = await company.meeting(await company.team(6));
    await company.vote(meeting, await company.round(meeting, 'rating'), { question: Q, values: [1, 2] });
    await company.moveTo(meeting, 'revealing');
    const results = await company.get('viewResults', company.person(1), { params: { meeting }, input: null });
    expect(results.rating?.questions.find(({ question }) => question === Q)?.result).toEqual({
      status: 'held',
      needed: 3,
    });
  });
});

describe('meetings that end by themselves', () => {
  it('MT11 closes a meeting 24 hours after its last activity, and saves its results', async () => {
    const meeting = await company.meeting(await company.team());
    await company.vote(meeting, await company.round(meeting, 'rating'), { question: Q, values: [1, 2, 3, 4, 5, 6] });
    await company.moveTo(meeting, 'rating');
    company.now += DAY - HOUR;
    await keepHouse(company.ports);
    expect((await company.view(meeting)).status).toBe('open');
    company.now += HOUR;
    await keepHouse(company.ports);
    expect(await company.view(meeting)).toMatchObject({ status: 'closed', sealed: true });
    const results = await company.get('viewResults', company.person(1), { params: { meeting }, input: null });
    expect(results.rating?.ballots).toBe(6);
  });

  it('MT11 closes a meeting that never began 30 days after it was to begin', async () => {
    const meeting = await company.meeting(await company.team());
    company.now += 30 * DAY - HOUR;
    await keepHouse(company.ports);
    expect((await company.view(meeting)).status).toBe('open');
    company.now += HOUR;
    await keepHouse(company.ports);
    expect(await company.view(meeting)).toMatchObject({ status: 'closed', sealed: true });
  });

  it('MT8 lets another leader take the controls, and tells everybody', async () => {
    const meeting = await company.meeting(await company.team());
    const ifMatch = String((await company.view(meeting)).revision);
    const taken = await company.get('takeControls', company.person(2), { params: { meeting }, input: null, ifMatch });
    expect(taken.facilitator.person).toBe(company.person(2).person);
    expect(taken.log).toEqual([{ kind: 'handed-over', at: company.now, to: 'Person 2' }]);
    const late = await company.call('takeControls', company.person(1), { params: { meeting }, input: null, ifMatch });
    expect(late).toEqual({ ok: false, error: { kind: 'revision.stale' } });
  });

  it('MT11 closes a pulse at its time', async () => {
    const meeting = await company.meeting(await company.team(), company.now + DAY);
    await company.vote(meeting, await company.round(meeting, 'rating'), { question: Q, values: [1, 2, 3, 4, 5, 6] });
    company.now += DAY;
    await keepHouse(company.ports);
    expect(await company.view(meeting)).toMatchObject({ format: 'pulse', status: 'closed', sealed: true });
  });
});
