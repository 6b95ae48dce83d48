import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { ResultsView } from '@plumbline/shared/contract/views';
import type { MeetingId, PersonId, RoundId, TeamId } from '@plumbline/shared/kernel/ids';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';
import { Company } from './company.ts';
import { dyingAfter } from './dying-store.ts';
import { everythingIn, placesOf, type Kept } from './everything-kept.ts';

const Q = 'al.roles.1';
const DAY = 86_400_000;

let company: Company;
beforeEach(() => {
  company = new Company();
});
afterEach(() => company.leave());

function deleteMine(by: number) {
  return company.call('deleteMine', company.person(by), { params: {}, input: { confirmed: true } });
}

function deleteTeam(by: number, team: TeamId, name = 'Team') {
  return company.call('deleteTeam', company.person(by), { params: { team }, input: { name } });
}

interface Held {
  readonly team: TeamId;
  readonly meeting: MeetingId;
  readonly rating: RoundId;
}

/** A meeting of seven leaders in which leader 1 did whatever can be done, up to the message. */
async function busyMeeting(mode: 'anonymous' | 'named' = 'anonymous'): Promise<Held> {
  const team = await company.team(7, ['coach']);
  const meeting = await company.meeting(team, null, { mode });
  const round = await company.round(meeting, 'rating');
  for (const [i, value] of [1, 2, 3, 5, 6, 7, 7].entries()) {
    await company.cast(meeting, round.id, { by: i + 1, answers: { [Q]: { kind: 'scale', value } }, consent: true });
  }
  const leader = company.person(1);
  await company.get('keepNote', leader, { params: { meeting, question: Q }, input: { text: 'Only for me.' } });
  await company.moveTo(meeting, 'discussing');
  const question = (await company.view(meeting)).topics[0]?.question ?? '';
  await company.direct(meeting, { type: 'topic-step', question, to: 'talking' });
  await company.get('releaseComment', leader, { params: { meeting }, input: { question, text: 'Said.', named: true } });
  await company.moveTo(meeting, 'committing');
  const promise = {
    sentence: 'We do it.',
    owner: leader.person,
    due: '2026-12-01',
    evidence: 'Done.',
    displaces: '',
    question: Q,
  };
  await company.get('proposeCommitment', leader, { params: { meeting }, input: promise });
  await company.moveTo(meeting, 'messaging');
  await company.get('putSentence', leader, { params: { meeting }, input: { text: 'Leader 1 says so.' } });
  return { team, meeting, rating: round.id };
}

/** The same, closed, and checked in on, in a team whose coach has an engagement that leader 1 said yes to. */
async function pastMeeting(mode: 'anonymous' | 'named' = 'anonymous'): Promise<Held> {
  const held = await busyMeeting(mode);
  const params = { team: held.team };
  const begun = { sponsor: null, purpose: 'Decide once.', occasion: 'none' } as const;
  await company.get('beginEngagement', company.person(0), { params, input: begun });
  await company.get('draftContract', company.person(0), { params, input: {}, ifMatch: '1' });
  await company.get('acceptContract', company.person(1), { params, input: { version: 1 } });
  await company.direct(held.meeting, { type: 'close' });
  const [commitment] = (await company.get('viewTeam', company.person(1), { params: { team: held.team }, input: null }))
    .commitments;
  if (!commitment) throw new Error('there is no commitment');
  const input = { status: 'on-track', note: 'Half of it.' } as const;
  await company.get('checkIn', company.person(1), { params: { team: held.team, commitment: commitment.id }, input });
  return held;
}

/** A pulse that asks people beside the team's leaders, and has told them. */
async function openPulse(team: TeamId, people: readonly PersonId[]): Promise<MeetingId> {
  const coach = company.person(0);
  const planned = await company.view(await company.meeting(team));
  const { id } = await company.get('composeMeeting', coach, {
    params: { team },
    input: { format: 'pulse', composition: planned.composition },
  });
  await company.get('nameParticipants', coach, { params: { meeting: id }, input: { people } });
  const ifMatch = String((await company.view(id)).revision);
  await company.get('openMeeting', coach, {
    params: { meeting: id },
    input: { closesAt: company.now + 7 * DAY },
    ifMatch,
  });
  await keepHouse(company.ports);
  return id;
}

/** Everywhere that a person's id or name is still to be found. */
async function tracesOf(number: number): Promise<readonly string[]> {
  const { person, name } = company.person(number);
  return [...(await placesOf(company.store, person)), ...(await placesOf(company.store, name))];
}

/** The bodies of a round's snapshots, as they are kept. */
async function snapshots(meeting: MeetingId): Promise<readonly string[]> {
  const place = { container: 'core', partition: `t|tenant-1|m|${meeting}` } as const;
  return (await company.store.list(place, { prefix: 'snapshot|' })).documents.map(({ body }) => JSON.stringify(body));
}

function results(meeting: MeetingId, by: number): Promise<ResultsView> {
  return company.get('viewResults', company.person(by), { params: { meeting }, input: null });
}

describe('deleting what is one’s own', () => {
  it('DL2 DL3 leaves neither name nor id anywhere, and what was anonymous byte for byte as it was', async () => {
    const { team, meeting } = await pastMeeting();
    expect((await tracesOf(1)).length).toBeGreaterThan(5);
    const before = await snapshots(meeting);
    const seen = await results(meeting, 2);
    expect(await deleteMine(1)).toEqual({
      ok: true,
      value: { output: { deleted: true, openMeetings: 0 }, revision: null },
    });
    expect(await tracesOf(1)).toEqual([]);
    expect(await placesOf(company.store, 'Only for me.')).toEqual([]);
    expect(await snapshots(meeting)).toEqual(before);
    expect(await results(meeting, 2)).toEqual(seen);
    const page = await company.get('viewTeam', company.person(2), { params: { team }, input: null });
    expect(page.members.map(({ name }) => name)).not.toContain('Person 1');
    expect(page.commitments.map(({ sentence, owner, checkIns }) => [sentence, owner.name, checkIns[0]?.by])).toEqual([
      ['We do it.', '', ''],
    ]);
    const closed = await company.view(meeting);
    expect([closed.leaders, closed.comments.map(({ text, name }) => [text, name])]).toEqual([7, [['Said.', null]]]);
  });

  it('DL3 stands for a person by another alias in each team, and after each deletion', async () => {
    const [one, other] = [await pastMeeting(), await pastMeeting()];
    await deleteMine(1);
    const again = company.person(1);
    const input = { person: again.person, name: again.name, title: '', role: 'leader', group: '' } as const;
    await company.get('addMember', company.person(0), { params: { team: one.team }, input });
    const third = await company.meeting(one.team);
    await company.direct(third, { type: 'close' });
    await deleteMine(1);
    expect(await tracesOf(1)).toEqual([]);
    const known = new Set(Array.from({ length: 9 }, (_, i) => company.person(i).person as string));
    const aliases = (await everythingIn(company.store)).flatMap(({ document: { id, body } }) => {
      const { terms } = body;
      if (id !== 'meeting' || typeof terms !== 'object' || terms === null || !('leaders' in terms)) return [];
      return [terms['leaders']].flat().filter((leader) => typeof leader === 'string' && !known.has(leader));
    });
    expect(aliases).toHaveLength(3);
    expect(new Set(aliases).size).toBe(3);
    expect(other.team).not.toBe(one.team);
  });

  it('DL3 a named meeting keeps who answered what, as a former member, and every figure', async () => {
    const { meeting } = await pastMeeting('named');
    const before = await results(meeting, 2);
    await deleteMine(1);
    expect(await tracesOf(1)).toEqual([]);
    const after = await results(meeting, 2);
    expect({ ...after, named: null }).toEqual({ ...before, named: null });
    const values = (view: ResultsView) =>
      view.named[0]?.answers.map(({ name, answers }) => [name, JSON.stringify(answers[Q])]).sort();
    expect(values(after)).toEqual(
      values(before)
        ?.map(([name = '', answer]) => [name === 'Person 1' ? '' : name, answer])
        .sort(),
    );
  });

  it('DL4 takes back the ballot of a round that takes ballots and a wording that nobody marks yet', async () => {
    const team = await company.team(7, ['coach']);
    const meeting = await company.meeting(team);
    const round = await company.round(meeting, 'rating');
    await company.vote(meeting, round, { question: Q, values: [1, 2, 3, 5, 6, 7, 7] });
    expect((await company.round(meeting, 'rating')).counted).toBe(7);
    expect((await deleteMine(1)).ok).toBe(true);
    const ballots = (await everythingIn(company.store)).filter(({ document }) => document.id.startsWith('b|'));
    expect(ballots).toHaveLength(6);
    await keepHouse(company.ports);
    expect(await company.round(meeting, 'rating')).toMatchObject({ counted: 4, invited: 7 });
    await company.direct(meeting, { type: 'close' });
    expect((await results(meeting, 2)).rating?.ballots).toBe(6);
  });

  it('DL4 leaves a round that is over as it was until its meeting is, and then nothing', async () => {
    const { meeting, rating } = await busyMeeting();
    const shown = await results(meeting, 2);
    expect(await placesOf(company.store, 'Leader 1 says so.')).toHaveLength(1);
    const reply = await deleteMine(1);
    expect(reply.ok && reply.value.output.openMeetings).toBe(1);
    expect(await placesOf(company.store, 'Leader 1 says so.')).toEqual([]);
    expect(await placesOf(company.store, 'Person 1')).toEqual(['deletions tenant-1|person_p1']);
    expect(await results(meeting, 2)).toEqual(shown);
    await company.direct(meeting, { type: 'close' });
    await keepHouse(company.ports);
    expect(await tracesOf(1)).toEqual([]);
    const sealed = (await everythingIn(company.store)).filter(({ place }) => place.partition.includes(rating));
    expect(sealed).toHaveLength(7);
    expect((await results(meeting, 2)).rating).toEqual(shown.rating);
  });

  it('DL5 is refused to the last who leads, and to whoever runs an open meeting, with nothing done', async () => {
    const team = await company.team(5);
    const meeting = await company.meeting(team);
    const kept = async () => (await everythingIn(company.store)).map(({ place, document }) => ({ place, document }));
    const before = await kept();
    expect(await deleteMine(0)).toEqual({ ok: false, error: { kind: 'person.runs-a-meeting', meeting: 'Alignment' } });
    const alone = {
      name: 'Alone',
      organisation: 'Org',
      scope: 'team',
      intact: false,
      myTitle: '',
      myRole: 'leader',
    } as const;
    const other = await company.get('foundTeam', company.person(1), { params: {}, input: alone });
    expect(await deleteMine(1)).toEqual({ ok: false, error: { kind: 'person.last-to-lead', team: 'Alone' } });
    const after = await kept();
    const ofOther = ({ place, document }: Kept) => `${place.partition} ${document.id}`.includes(other.id);
    expect(after.filter((one) => !ofOther(one) && !one.place.partition.endsWith('p1'))).toEqual(
      before.filter(({ place }) => !place.partition.endsWith('p1')),
    );
    await deleteTeam(1, other.id, 'Alone');
    await company.direct(meeting, { type: 'hand-over', to: company.person(2).person });
    expect([(await deleteMine(1)).ok, (await deleteMine(0)).ok]).toEqual([true, true]);
  });

  it('DL2 finds what is theirs in a team that they have left', async () => {
    const { team } = await pastMeeting();
    const ifMatch = String(
      (await company.get('viewTeam', company.person(0), { params: { team }, input: null })).revision,
    );
    await company.get('removeMember', company.person(0), {
      params: { team, person: company.person(1).person },
      input: null,
      ifMatch,
    });
    expect((await deleteMine(1)).ok).toBe(true);
    expect(await tracesOf(1)).toEqual([]);
  });

  it('DL2 DL4 takes somebody from the people whom a pulse asks beside its team, with their answers', async () => {
    const team = await company.team(5);
    const asked = [20, 21, 22, 23].map((number) => company.person(number).person);
    const meeting = await openPulse(team, asked);
    const round = await company.round(meeting, 'rating');
    const stranger = company.person(20);
    const answers = { [Q]: { kind: 'scale', value: 5 } } as const;
    expect((await company.cast(meeting, round.id, { by: 20, answers })).ok).toBe(true);
    const mine = await company.get('exportMine', stranger, { params: {}, input: null });
    expect([mine.teams, mine.meetings.map(({ id, invited }) => [id, invited]), mine.ballots[0]?.answers]).toEqual([
      [],
      [[meeting, true]],
      answers,
    ]);
    expect((await deleteMine(20)).ok).toBe(true);
    expect((await everythingIn(company.store)).filter(({ document }) => document.id.startsWith('b|'))).toEqual([]);
    expect(await placesOf(company.store, stranger.person)).toEqual([`deletions tenant-1|${stranger.person}`]);
    expect((await company.round(meeting, 'rating')).invited).toBe(9);
    await company.direct(meeting, { type: 'close' });
    await keepHouse(company.ports);
    expect(await tracesOf(20)).toEqual([]);
    company.now += 40 * DAY;
    await keepHouse(company.ports);
    expect(await placesOf(company.store, company.person(21).person)).not.toContainEqual(
      expect.stringContaining('participants|'),
    );
  });

  it('DL6 is finished when it was killed after any of its writes, by the next call or by keeping house', async () => {
    await company.leave();
    const ready = async (writes: { left: number }) => {
      company = new Company((store) => dyingAfter(writes, store));
      return pastMeeting('named');
    };
    const endless = { left: Number.POSITIVE_INFINITY };
    await ready(endless);
    endless.left = 1_000;
    await deleteMine(1);
    const needed = 1_000 - endless.left;
    expect(needed).toBeGreaterThan(10);
    for (let kill = 0; kill < needed; kill += 5) {
      await company.leave();
      const writes = { left: Number.POSITIVE_INFINITY };
      const { meeting } = await ready(writes);
      writes.left = kill;
      await expect(deleteMine(1)).rejects.toThrow('killed');
      writes.left = Number.POSITIVE_INFINITY;
      // One that was killed before it was written down was never begun.
      if (kill % 2 === 0) expect((await deleteMine(1)).ok).toBe(true);
      else await keepHouse(company.ports);
      expect(await tracesOf(1)).toEqual([]);
      expect((await results(meeting, 2)).rating?.ballots).toBe(7);
      const log = (await everythingIn(company.store)).filter(({ document }) => document.body['act'] === 'deleteMine');
      expect(log).toHaveLength(1);
    }
  });
});

describe('a deletion that cannot be finished', () => {
  it('DL6 is told to whoever runs the service, and stays on the list until it can be', async () => {
    await company.leave();
    const writes = { left: Number.POSITIVE_INFINITY };
    company = new Company((store) => dyingAfter(writes, store));
    await pastMeeting();
    writes.left = 3;
    await expect(deleteMine(1)).rejects.toThrow('killed');
    writes.left = 0;
    await keepHouse(company.ports).catch(() => undefined);
    expect(company.faults).toEqual([new Error('killed')]);
    writes.left = Number.POSITIVE_INFINITY;
    await keepHouse(company.ports);
    expect(await tracesOf(1)).toEqual([]);
  });
});

describe('deleting a team', () => {
  it('DL7 takes its name, no open meeting, and a leader or coach', async () => {
    const team = await company.team(5, ['sponsor']);
    const meeting = await company.meeting(team);
    const refusal = async (by: number, name?: string) => {
      const reply = await deleteTeam(by, team, name);
      return reply.ok ? 'deleted' : reply.error.kind;
    };
    expect(await refusal(6)).toBe('access.denied');
    expect(await refusal(9)).toBe('thing.not-found');
    expect(await refusal(0, 'Tema')).toBe('team.name-differs');
    expect(await refusal(0)).toBe('team.meeting-open');
    await company.direct(meeting, { type: 'close' });
    expect(await refusal(0)).toBe('deleted');
    expect(await refusal(0)).toBe('thing.not-found');
  });

  it('DL7 leaves nothing of it, nothing of its meetings, and tells whoever watches', async () => {
    const { team, meeting, rating } = await pastMeeting();
    const draft = await company.get('composeMeeting', company.person(0), {
      params: { team },
      input: { format: 'meeting', composition: (await company.view(meeting)).composition },
    });
    const gone: string[] = [];
    company.store.watch(({ id, document }) => {
      if (document === null) gone.push(id);
    });
    expect((await deleteTeam(0, team)).ok).toBe(true);
    const left = await everythingIn(company.store);
    const own = left.filter(({ place }) => place.partition.includes('audit'));
    expect(own.map(({ document }) => document.body['act'])).toEqual(['deleteTeam']);
    for (const id of [team, meeting, draft.id, rating]) expect(await placesOf(company.store, id)).toEqual([]);
    expect(await placesOf(company.store, 'Only for me.')).toEqual([]);
    expect(gone).toEqual(expect.arrayContaining(['team', 'meeting']));
    const home = await company.get('viewHome', company.person(1), { params: {}, input: null });
    expect(home.teams).toEqual([]);
  });

  it('DL6 DL7 is finished by keeping house when it was killed after any of its writes', async () => {
    await company.leave();
    const ready = async (writes: { left: number }) => {
      company = new Company((store) => dyingAfter(writes, store));
      return pastMeeting();
    };
    const endless = { left: Number.POSITIVE_INFINITY };
    const whole = await ready(endless);
    endless.left = 1_000;
    await deleteTeam(0, whole.team);
    const needed = 1_000 - endless.left - 1;
    expect(needed).toBeGreaterThan(20);
    for (let kill = 1; kill < needed; kill += 9) {
      await company.leave();
      const writes = { left: Number.POSITIVE_INFINITY };
      const { team, meeting, rating } = await ready(writes);
      writes.left = kill;
      await expect(deleteTeam(0, team)).rejects.toThrow('killed');
      writes.left = Number.POSITIVE_INFINITY;
      await keepHouse(company.ports);
      for (const id of [team, meeting, rating]) expect(await placesOf(company.store, id)).toEqual([]);
    }
  });
});

describe('what an organisation keeps', () => {
  it('DL9 is with a plan that is thrown away that it was planned, so that whoever sends it again plans it anew', async () => {
    const team = await company.team(6);
    const sent = {
      params: { team },
      input: { format: 'pulse', composition: COMPOSITION },
      key: 'the same',
    } as const;
    const first = await company.get('composeMeeting', company.person(0), sent);
    const discard = { params: { meeting: first.id }, input: null, ifMatch: String(first.revision) };
    await company.get('discardDraft', company.person(0), discard);
    const again = await company.get('composeMeeting', company.person(0), sent);
    expect(again).toMatchObject({ status: 'draft', composition: { title: COMPOSITION.title } });
    expect((await company.get('composeMeeting', company.person(0), sent)).id).toBe(again.id);
  });

  it('DL9 is for seven days what makes a call that is sent again count once', async () => {
    await company.team(2);
    const { documents } = await company.store.scan('teams', { after: null, limit: 500 });
    const days = documents
      .filter(({ document }) => document.id.startsWith('idem|'))
      .map(({ secondsLeft }) => Math.round((secondsLeft ?? 0) / 86_400));
    expect(days).toEqual([7, 7, 7]);
  });

  it('DL8 is everything, where no time is set', async () => {
    const { team } = await pastMeeting();
    company.now += 4_000 * DAY;
    await keepHouse(company.ports);
    const page = await company.get('viewTeam', company.person(1), { params: { team }, input: null });
    expect([page.trend.length, page.meetings.length, page.commitments.length]).toEqual([1, 1, 1]);
  });

  it('DL8 closed meetings go whole once they are older, and commitments once nobody works on them', async () => {
    const { team, meeting, rating } = await pastMeeting();
    const page = () => company.get('viewTeam', company.person(1), { params: { team }, input: null });
    expect((await company.view(meeting)).keptMonths).toBeNull();
    company.keptMonths = 12;
    expect((await company.view(meeting)).keptMonths).toBe(12);
    company.now += 364 * DAY;
    await keepHouse(company.ports);
    expect((await page()).trend).toHaveLength(1);
    company.now += 3 * DAY;
    await keepHouse(company.ports);
    const after = await page();
    expect([after.trend, after.meetings]).toEqual([[], []]);
    expect(await placesOf(company.store, rating)).toEqual([]);
    expect(await placesOf(company.store, 'Only for me.')).toEqual([]);
    expect((await company.call('viewMeeting', company.person(1), { params: { meeting }, input: null })).ok).toBe(false);
    const [commitment] = after.commitments;
    if (!commitment) throw new Error('the open commitment is gone');
    const input = { status: 'done', note: '' } as const;
    await company.get('checkIn', company.person(1), { params: { team, commitment: commitment.id }, input });
    company.now += 2 * DAY;
    await keepHouse(company.ports);
    expect((await page()).commitments).toEqual([]);
    company.now += 2 * DAY;
    await keepHouse(company.ports);
    expect((await everythingIn(company.store)).filter(({ place }) => place.partition === 'aging-meetings')).toEqual([]);
  });
});
