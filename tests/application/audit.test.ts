import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import { auditRules } from '@plumbline/shared/application/lifecycle/audit-rules';
import { operations } from '@plumbline/shared/contract/operations';
import type { AuditView } from '@plumbline/shared/contract/my-data';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from './company.ts';
import { everythingIn } from './everything-kept.ts';

const Q = 'al.vision.1';
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

let company: Company;
beforeEach(() => {
  company = new Company();
});
afterEach(() => company.leave());

function log(team: TeamId, page = 'first', by = 0): Promise<AuditView> {
  return company.get('viewAudit', company.person(by), { params: { team, page }, input: null });
}

async function acts(team: TeamId): Promise<readonly string[]> {
  return (await log(team)).entries.map(({ act, by }) => `${by.name} ${act}`);
}

/** Everything that a log holds, as it is stored. */
/** What the log keeps, but for how long it still has, which every second changes. */
async function stored(): Promise<readonly string[]> {
  const kept = (await everythingIn(company.store)).filter(({ place }) => place.partition.includes('audit'));
  return kept.map(({ place, document }) => JSON.stringify([place, document]));
}

async function look(meeting: MeetingId, by: number): Promise<void> {
  await company.get('viewResults', company.person(by), { params: { meeting }, input: null });
}

describe('the log of a team', () => {
  it('AU1 has one entry for each change: who, as what, when to the minute, and about what, newest first', async () => {
    const team = await company.team(5);
    company.now += 3 * MINUTE + 17_345;
    const meeting = await company.meeting(team);
    company.now += MINUTE;
    await company.direct(meeting, { type: 'hand-over', to: company.person(2).person });
    const { entries } = await log(team);
    const [handed, ...planned] = entries.slice(0, 3);
    const [composed, opened] = planned.toSorted((a, b) => (a.act < b.act ? -1 : 1));
    const added = entries.find((entry) => entry.about?.name === 'Person 5');
    const by = { person: company.person(0).person, name: 'Person 0' };
    const about = { id: meeting, title: 'Alignment' };
    const to = { person: company.person(2).person, name: 'Person 2' };
    const base = { id: expect.any(String), role: 'coach', by };
    expect(handed).toEqual({ ...base, act: 'directMeeting', at: expect.any(Number), meeting: about, about: to });
    expect(opened).toMatchObject({ ...base, act: 'openMeeting', meeting: about, about: null });
    expect(composed).toMatchObject({ ...base, act: 'composeMeeting', meeting: about });
    expect(added).toMatchObject({ ...base, act: 'addMember', about: { name: 'Person 5' }, meeting: null });
    expect([handed?.at, opened?.at].map((at) => (at ?? 1) % MINUTE)).toEqual([0, 0]);
    expect(await acts(team)).toContain('Person 0 foundTeam');
  });

  it('AU1 has a rule for every operation', () => {
    expect(Object.keys(auditRules).sort()).toEqual(Object.keys(operations).sort());
  });

  it('AU1 says once what was sent twice, and nothing of what was refused', async () => {
    const team = await company.team(5);
    const person = company.person(30);
    const sent = {
      params: { team },
      input: { person: person.person, name: person.name, title: '', role: 'leader', group: '' },
      key: 'the-same',
    } as const;
    await company.get('addMember', company.person(0), sent);
    await company.get('addMember', company.person(0), sent);
    expect((await company.call('addMember', company.person(1), sent)).ok).toBe(false);
    const added = (await log(team)).entries.filter(({ about }) => about?.person === person.person);
    expect(added.map(({ act }) => act)).toEqual(['addMember']);
  });

  it('AU1 has none for a page that is turned', async () => {
    const meeting = await company.meeting(await company.team(5));
    await company.moveTo(meeting, 'revealing');
    const before = await stored();
    await company.direct(meeting, { type: 'show', page: { kind: 'guesses' } });
    expect(await stored()).toEqual(before);
  });

  it('AU2 says nothing of ballots, notes, wordings or words for the stage, nor that somebody looked at their own', async () => {
    const team = await company.team(5);
    const meeting = await company.meeting(team);
    const round = await company.round(meeting, 'rating');
    const before = await stored();
    const leader = company.person(1);
    const own = { params: { meeting }, input: null };
    await company.vote(meeting, round, { question: Q, values: [1, 3, 5, 6, 7] });
    await company.get('keepNote', leader, { params: { meeting, question: Q }, input: { text: 'A note.' } });
    for (const name of ['viewMine', 'viewMeeting', 'viewSample', 'viewResults'] as const) {
      await company.get(name, leader, own);
    }
    await company.get('viewHome', leader, { params: {}, input: null });
    expect(await stored()).toEqual(before);
    await company.moveTo(meeting, 'discussing');
    const question = (await company.view(meeting)).topics[0]?.question ?? '';
    await company.direct(meeting, { type: 'topic-step', question, to: 'talking' });
    const directed = await stored();
    for (const named of [true, false]) {
      await company.get('releaseComment', leader, { params: { meeting }, input: { question, text: 'Said.', named } });
    }
    expect(await stored()).toEqual(directed);
    await company.moveTo(meeting, 'messaging');
    const moved = await stored();
    await company.get('putSentence', leader, { params: { meeting }, input: { text: 'We go.' } });
    expect(await stored()).toEqual(moved);
  });

  it('AU2 says nothing of a consent, nor of its withdrawal', async () => {
    const team = await company.team(3);
    const meeting = await company.meeting(team, null, { mode: 'named' });
    const { id: round } = await company.round(meeting, 'rating');
    const before = await stored();
    await company.cast(meeting, round, { by: 1, answers: { [Q]: { kind: 'scale', value: 5 } }, consent: true });
    await company.get('withdrawBallot', company.person(1), { params: { meeting, round }, input: null });
    expect(await stored()).toEqual(before);
  });

  it('AU1 holds no answer, title, word or name', async () => {
    const team = await company.team(5);
    const meeting = await company.meeting(team, null, {
      title: 'A telling title',
      ownQuestions: ['A telling question.'],
    });
    await company.moveTo(meeting, 'committing');
    const owner = company.person(1).person;
    const input = {
      sentence: 'A telling promise.',
      owner,
      due: '2026-12-01',
      evidence: 'Telling.',
      displaces: '',
      question: null,
    };
    await company.get('proposeCommitment', company.person(1), { params: { meeting }, input });
    const bodies = (await everythingIn(company.store))
      .filter(({ place }) => place.partition.includes('|audit|'))
      .map(({ document }) => document.body);
    expect(bodies.length).toBeGreaterThan(8);
    expect(JSON.stringify(bodies.map((body) => ({ ...body, act: null })))).not.toMatch(
      /telling|Person \d|Team\b|Org\b/,
    );
    const fields = new Set(bodies.flatMap((body) => Object.keys(body)));
    expect([...fields].sort()).toEqual(['about', 'act', 'at', 'meeting', 'person', 'role']);
  });

  it('AU3 says once a day who looked at results, and who at names, as soon as there is anything to see', async () => {
    const team = await company.team(3);
    const meeting = await company.meeting(team, null, { mode: 'named' });
    const round = await company.round(meeting, 'rating');
    for (const by of [1, 2, 3]) {
      await company.cast(meeting, round.id, { by, answers: { [Q]: { kind: 'scale', value: by } }, consent: true });
    }
    await look(meeting, 1);
    const seen = async () => (await acts(team)).filter((act) => /viewResults|seeNamed/.test(act)).sort();
    expect(await seen()).toEqual([]);
    await company.moveTo(meeting, 'revealing');
    for (const by of [1, 1, 2]) await look(meeting, by);
    const once = [
      'Person 1 seeNamedAnswers',
      'Person 1 viewResults',
      'Person 2 seeNamedAnswers',
      'Person 2 viewResults',
    ];
    expect(await seen()).toEqual(once);
    company.now += DAY;
    await look(meeting, 1);
    expect(await seen()).toEqual([
      'Person 1 seeNamedAnswers',
      ...once.slice(0, 1),
      'Person 1 viewResults',
      ...once.slice(1),
    ]);
  });

  it('AU4 is read by leaders and coaches, page by page, and that is written down too', async () => {
    const team = await company.team(40, ['analyst', 'sponsor']);
    const read = async (by: number) => {
      const reply = await company.call('viewAudit', company.person(by), {
        params: { team, page: 'first' },
        input: null,
      });
      return reply.ok ? reply.value.output.entries.length : reply.error.kind;
    };
    expect([await read(41), await read(42), await read(50)]).toEqual([
      'access.denied',
      'access.denied',
      'thing.not-found',
    ]);
    for (let minimumGroup = 6; minimumGroup < 30; minimumGroup += 1) {
      await company.get('raiseMinimumGroup', company.person(1), { params: { team }, input: { minimumGroup } });
    }
    const first = await log(team, 'first', 1);
    const rest = await log(team, first.next ?? '', 1);
    expect([first.entries.length, rest.entries.length, rest.next]).toEqual([50, 18, null]);
    expect(new Set([...first.entries, ...rest.entries].map(({ id }) => id)).size).toBe(68);
    company.now += DAY;
    expect((await log(team, 'first', 1)).entries[0]?.act).not.toBe('viewAudit');
    expect((await acts(team)).slice(0, 1)).toEqual(['Person 1 viewAudit']);
  });

  it('AU4 shows to each person, in their own data, what it says about them', async () => {
    const team = await company.team(5);
    const mine = await company.get('exportMine', company.person(3), { params: {}, input: null });
    expect(mine.log.map(({ team: of, act, own }) => ({ of, act, own }))).toEqual([
      { of: team, act: 'addMember', own: false },
    ]);
    const again = await company.get('exportMine', company.person(3), { params: {}, input: null });
    expect(again.log[0]).toMatchObject({ team: null, act: 'exportMine', own: true });
    expect(await acts(team)).not.toContain('Person 3 exportMine');
  });

  it('AU5 that cannot be written loses nobody’s action, and whoever runs the service is told', async () => {
    await company.leave();
    const refusing = (store: DocumentStore): DocumentStore => ({
      ...store,
      put: (place, document) =>
        place.partition.includes('|audit|') ? Promise.reject(new Error('no')) : store.put(place, document),
    });
    company = new Company(refusing);
    const team = await company.team(5);
    const page = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    expect([page.members.length, company.faults.length]).toEqual([6, 6]);
  });

  it('AU6 ends by itself: after two years, or sooner where an organisation keeps less', async () => {
    await company.leave();
    const lifetimes: (number | undefined)[] = [];
    company = new Company((store) => ({
      ...store,
      put: (place, document) => {
        if (place.partition.includes('|audit|')) lifetimes.push(document.lifetime);
        return store.put(place, document);
      },
    }));
    await company.team(0);
    company.keptMonths = 12;
    await company.team(0);
    company.keptMonths = 60;
    await company.team(0);
    const days = lifetimes.map((seconds) => Math.round((seconds ?? 0) / 86_400));
    expect(days).toEqual([731, 365, 731]);
  });
});
