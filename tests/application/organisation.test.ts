import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { OrganisationTeams } from '@plumbline/shared/contract/organisation-operations';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from './company.ts';
import { placesOf } from './everything-kept.ts';

const Q = 'al.vision.1';
const DAY = 86_400_000;
const FIRST = { params: { page: 'first' }, input: null } as const;

let company: Company;
beforeEach(() => {
  company = new Company();
});
afterEach(() => company.leave());

/** In no team of the company. */
const admin = () => company.administrator(90);

function teamsPage(page = 'first', by = admin()): Promise<OrganisationTeams> {
  return company.get('viewOrganisationTeams', by, { params: { page }, input: null });
}

async function line(team: TeamId) {
  const found = (await teamsPage()).teams.find(({ id }) => id === team);
  if (!found) throw new Error('the team is not on the list');
  return found;
}

function log(page = 'first', by = admin()) {
  return company.get('viewOrganisationLog', by, { params: { page }, input: null });
}

async function appoint(team: TeamId, number: number, by = admin()) {
  const input = { person: company.person(number).person, role: 'coach' } as const;
  const reply = await company.call('appointLead', by, { params: { team }, input });
  return reply.ok ? reply.value.output.lead.name : reply.error.kind;
}

/** A meeting in which so many leaders rate one question, closed. */
async function held(team: TeamId, values: readonly number[]): Promise<void> {
  const meeting = await company.meeting(team);
  await company.vote(meeting, await company.round(meeting, 'rating'), { question: Q, values });
  await company.direct(meeting, { type: 'close' });
}

describe('whoever administers the organisation', () => {
  it('OA1 is who the identity provider says, and nobody by what is stored', async () => {
    const team = await company.team(5);
    for (const by of [company.person(0), company.person(1), company.person(90)]) {
      for (const name of ['viewOrganisationTeams', 'viewOrganisationLog'] as const) {
        expect(await company.call(name, by, FIRST)).toEqual({ ok: false, error: { kind: 'access.denied' } });
      }
      const reply = await company.call('viewOrganisation', by, { params: {}, input: null });
      expect(reply).toEqual({ ok: false, error: { kind: 'access.denied' } });
    }
    expect(await appoint(team, 1, company.person(1))).toBe('access.denied');
    expect(await appoint(team, 1, company.person(90))).toBe('thing.not-found');
    const home = (by: typeof admin) => company.get('viewHome', by(), { params: {}, input: null });
    expect([(await home(admin)).administers, (await home(() => company.person(0))).administers]).toEqual([true, false]);
  });

  it('OA2 sees teams, who leads them, when they were active and how many meetings they have', async () => {
    const team = await company.team(6, ['analyst', 'sponsor']);
    await held(team, [1, 2, 3, 4, 5, 6]);
    const open = await company.meeting(team);
    await company.get('composeMeeting', company.person(0), {
      params: { team },
      input: { format: 'meeting', composition: (await company.view(open)).composition },
    });
    const names = Array.from({ length: 7 }, (_, number) => `Person ${number}`);
    expect(await line(team)).toEqual({
      id: team,
      name: 'Team',
      organisation: 'Org',
      scope: 'team',
      people: 9,
      leads: names.map((name, i) => ({ person: company.person(i).person, name, role: i === 0 ? 'coach' : 'leader' })),
      activeOn: new Date(company.now).toISOString().slice(0, 10),
      meetings: { draft: 1, open: 1, closed: 1 },
      candidates: [],
    });
    company.keptMonths = 6;
    const about = await company.get('viewOrganisation', admin(), { params: {}, input: null });
    expect(about).toEqual({
      service: { version: '1.2.3', teamsListed: false },
      retention: { meetings: 6, logs: 6 },
    });
  });

  it('OA2 is shown no answer, question, title, note, word, commitment or coaching', async () => {
    const team = await company.team(6, ['sponsor']);
    const meeting = await company.meeting(team, null, { title: 'Telling title', purpose: 'Telling purpose' });
    await company.vote(meeting, await company.round(meeting, 'rating'), { question: Q, values: [1, 1, 2, 6, 7, 7] });
    const leader = company.person(1);
    await company.get('keepNote', leader, { params: { meeting, question: Q }, input: { text: 'Telling note' } });
    await company.moveTo(meeting, 'committing');
    const promise = {
      sentence: 'Telling promise',
      owner: leader.person,
      due: '2026-12-01',
      evidence: 'x',
      displaces: '',
      question: Q,
    };
    await company.get('proposeCommitment', leader, { params: { meeting }, input: promise });
    const params = { team };
    const begun = { sponsor: null, purpose: 'Telling coaching', occasion: 'none' } as const;
    await company.get('beginEngagement', company.person(0), { params, input: begun });
    await company.get('draftContract', company.person(0), { params, input: {}, ifMatch: '1' });
    await company.direct(meeting, { type: 'close' });
    await company.get('viewResults', leader, { params: { meeting }, input: null });
    const seen = JSON.stringify([await teamsPage(), await log()]);
    expect(seen).not.toMatch(/Telling|al\.|meeting_|Engagement|Contract|commitment_/);
    expect(seen).toContain('"viewResults"');
    expect(seen).toContain('"proposeCommitment"');
  });

  it('OA2 is to everything of a team what anybody else is', async () => {
    const team = await company.team(6);
    const meeting = await company.meeting(team);
    const { id: round } = await company.round(meeting, 'rating');
    const gone = { ok: false, error: { kind: 'thing.not-found' } };
    const by = admin();
    const of = { params: { team }, input: null };
    expect(await company.call('viewTeam', by, of)).toEqual(gone);
    expect(await company.call('viewEngagement', by, of)).toEqual(gone);
    expect(await company.call('viewAudit', by, { params: { team, page: 'first' }, input: null })).toEqual(gone);
    for (const name of ['viewMeeting', 'viewResults', 'viewMine', 'viewSample', 'takeControls'] as const) {
      const reply = await company.call(name, by, { params: { meeting }, input: null, ifMatch: '1' });
      expect([name, reply]).toEqual([name, gone]);
    }
    const input = { basedOn: null, answers: {}, consent: false };
    expect(await company.call('castBallot', by, { params: { meeting, round }, input })).toEqual(gone);
  });

  it('OA3 counts who answered only where the minimum group did, and all but one as all', async () => {
    const team = await company.team(8);
    const usage = async () => (await teamsPage()).usage;
    await held(team, [1, 2, 3, 4]);
    expect(await usage()).toEqual([{ month: '2026-11', meetings: 1, pulses: 0, asked: 0, answered: 0 }]);
    await held(team, [1, 2, 3, 4, 5]);
    expect((await usage())[0]).toMatchObject({ meetings: 2, asked: 8, answered: 5 });
    await held(team, [1, 2, 3, 4, 5, 6, 7]);
    expect((await usage())[0]).toMatchObject({ meetings: 3, asked: 16, answered: 13 });
    company.now += 40 * DAY;
    await held(team, [1, 2, 3, 4, 5, 6, 7, 7]);
    expect((await usage()).map(({ month, asked, answered }) => [month, asked, answered])).toEqual([
      ['2026-12', 8, 8],
      ['2026-11', 16, 13],
    ]);
    company.now += 340 * DAY;
    expect((await usage()).map(({ month }) => month)).toEqual(['2026-12']);
  });

  it('OA3 counts a named meeting no finer than an anonymous one', async () => {
    const team = await company.team(8);
    const meeting = await company.meeting(team, null, { mode: 'named' });
    const { id } = await company.round(meeting, 'rating');
    for (const by of [1, 2, 3]) {
      await company.cast(meeting, id, { by, answers: { [Q]: { kind: 'scale', value: by } }, consent: true });
    }
    await company.direct(meeting, { type: 'close' });
    expect((await teamsPage()).usage[0]).toMatchObject({ meetings: 1, asked: 0, answered: 0 });
  });

  it('OA4 gives the lead of a team that nobody leads any more to a member, and the team is told', async () => {
    const team = await company.team(5, ['analyst', 'sponsor']);
    expect(await appoint(team, 6)).toBe('lead.is-there');
    company.now += 15 * DAY;
    expect((await line(team)).candidates.map(({ name }) => name)).toEqual(['Person 6', 'Person 7']);
    expect(await appoint(team, 1)).toBe('lead.leads-already');
    expect(await appoint(team, 44)).toBe('team.member-unknown');
    expect(await appoint(team, 6)).toBe('Person 6');
    const page = await company.get('viewTeam', company.person(3), { params: { team }, input: null });
    expect(page.appointed).toEqual({ name: 'Person 6', role: 'coach', at: company.now });
    expect(page.members.find(({ name }) => name === 'Person 6')?.role).toBe('coach');
    const { entries } = await company.get('viewAudit', company.person(6), {
      params: { team, page: 'first' },
      input: null,
    });
    expect(entries[0]).toMatchObject({
      act: 'appointLead',
      role: null,
      by: { person: admin().person, name: '' },
      about: { name: 'Person 6' },
    });
    // What Person 6 does now is what a coach does; the administrator is still nobody here.
    expect((await company.call('viewTeam', admin(), { params: { team }, input: null })).ok).toBe(false);
  });

  it('OA4 never gives it to the administrator, also as a member of the team', async () => {
    const team = await company.team(5, ['analyst']);
    company.now += 15 * DAY;
    expect(await appoint(team, 6, company.administrator(6))).toBe('lead.oneself');
  });

  it('OA4 leaves a team alone in which anybody who leads it was active in the last two weeks', async () => {
    const team = await company.team(5, ['analyst']);
    company.now += 15 * DAY;
    // An analyst's look is no lead's.
    await company.get('viewTeam', company.person(6), { params: { team }, input: null });
    await company.get('raiseMinimumGroup', company.person(2), { params: { team }, input: { minimumGroup: 6 } });
    company.now += 13 * DAY;
    expect(await appoint(team, 6)).toBe('lead.is-there');
    company.now += 2 * DAY;
    expect(await appoint(team, 6)).toBe('Person 6');
  });

  it('OA5 sees the teams of their own organisation, page by page, from the founding to the deletion', async () => {
    const founded: TeamId[] = [];
    for (let i = 0; i < 27; i += 1) founded.push(await company.team(1));
    const first = await teamsPage();
    const second = await teamsPage(first.next ?? '');
    expect([first.teams.length, second.teams.length, second.next]).toEqual([25, 2, null]);
    const shown = [...first.teams, ...second.teams].map(({ id }) => id);
    expect(shown.toSorted()).toEqual(founded.toSorted());
    const [gone] = founded;
    if (gone === undefined) throw new Error('no team was founded');
    await company.get('deleteTeam', company.person(0), { params: { team: gone }, input: { name: 'Team' } });
    expect((await teamsPage()).teams.map(({ id }) => id)).not.toContain(gone);
    expect((await teamsPage('first', company.administrator(90, 'tenant-2'))).teams).toEqual([]);
    expect((await log('first', company.administrator(90, 'tenant-2'))).entries).toEqual([]);
    expect(await appoint(founded[1] ?? gone, 1, company.administrator(90, 'tenant-2'))).toBe('thing.not-found');
  });

  it('OA5 sees teams from before there was a list once the house was kept, and those that an older version founds beside', async () => {
    const [team, later] = [await company.team(5), await company.team(5)];
    const unlist = (id: TeamId) =>
      company.store.delete({ container: 'private', partition: 't|tenant-1|organisation' }, `team|${id}`);
    await unlist(team);
    await unlist(later);
    expect((await teamsPage()).teams).toEqual([]);
    await keepHouse(company.ports);
    expect((await teamsPage()).teams.map(({ id }) => id).toSorted()).toEqual([team, later].toSorted());
    const about = await company.get('viewOrganisation', admin(), { params: {}, input: null });
    expect(about.service.teamsListed).toBe(true);
    await unlist(later);
    company.now += DAY / 2;
    await keepHouse(company.ports);
    expect((await teamsPage()).teams.map(({ id }) => id)).toEqual([team]);
    company.now += DAY;
    await keepHouse(company.ports);
    expect((await teamsPage()).teams.length).toBe(2);
    await unlist(later);
    company.now += 2 * DAY;
    await keepHouse(company.ports);
    expect((await teamsPage()).teams.length).toBe(1);
  });

  it('OA6 reads the logs of all teams as one, newest first, page by page, and that is in their own data once a day', async () => {
    const teams = [await company.team(30), await company.team(40)];
    const pages = [await log()];
    for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null)
      pages.push(await log(next));
    const entries = pages.flatMap((page) => page.entries);
    expect(entries.length).toBe(72);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(72);
    expect(entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id).toSorted());
    expect(new Set(entries.map(({ team }) => team.id))).toEqual(new Set(teams));
    await company.get('viewOrganisation', admin(), { params: {}, input: null });
    await company.get('viewOrganisation', admin(), { params: {}, input: null });
    const mine = async () =>
      (await company.get('exportMine', admin(), { params: {}, input: null })).log.map(({ act }) => act).toSorted();
    expect(await mine()).toEqual(['viewOrganisation', 'viewOrganisationLog']);
    company.now += DAY;
    await log();
    expect((await mine()).filter((act) => act === 'viewOrganisationLog').length).toBe(2);
  });

  it('OA6 DL1 DL2 finds in their own data what a team’s log says of them, and leaves no trace when they delete it', async () => {
    const team = await company.team(5, ['analyst']);
    company.now += 15 * DAY;
    await appoint(team, 6);
    await teamsPage();
    await log();
    const mine = await company.get('exportMine', admin(), { params: {}, input: null });
    expect(mine.log.find(({ act }) => act === 'appointLead')).toMatchObject({ team, own: true });
    expect([mine.teams, mine.meetings]).toEqual([[], []]);
    await company.get('deleteMine', admin(), { params: {}, input: { confirmed: true } });
    expect(await placesOf(company.store, admin().person)).toEqual([]);
    const { entries } = await company.get('viewAudit', company.person(6), {
      params: { team, page: 'first' },
      input: null,
    });
    const acts = entries.map(({ act }) => act);
    expect(acts).toContain('appointLead');
    expect(acts).not.toContain('deleteMine');
  });

  it('DL2 DL7 goes from the team’s page with whoever was given the lead, and from everywhere with the team', async () => {
    const team = await company.team(5, ['analyst']);
    company.now += 15 * DAY;
    await appoint(team, 6);
    await company.get('deleteMine', company.person(6), { params: {}, input: { confirmed: true } });
    expect(await placesOf(company.store, company.person(6).person)).toEqual([]);
    await company.get('deleteTeam', company.person(0), { params: { team }, input: { name: 'Team' } });
    expect(await placesOf(company.store, team)).toEqual([]);
  });
});
