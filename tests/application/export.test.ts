import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NOT_INCLUDED, type MyData } from '@plumbline/shared/contract/my-data';
import type { Mode } from '@plumbline/shared/domain/meeting/meeting';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from './company.ts';

const Q = 'al.roles.1';

let company: Company;
beforeEach(() => {
  company = new Company();
});
afterEach(() => company.leave());

function exported(by: number): Promise<MyData> {
  return company.get('exportMine', company.person(by), { params: {}, input: null });
}

/** A meeting in which leader 1 answers, notes, says and promises something, and puts a wording. */
async function busyMeeting(mode: Mode): Promise<{ readonly team: TeamId; readonly meeting: MeetingId }> {
  const team = await company.team(6);
  const meeting = await company.meeting(team, null, { mode });
  const round = await company.round(meeting, 'rating');
  for (const by of [1, 2, 3, 4, 5, 6]) {
    await company.cast(meeting, round.id, { by, answers: { [Q]: { kind: 'scale', value: by } }, consent: true });
  }
  const leader = company.person(1);
  await company.get('keepNote', leader, { params: { meeting, question: Q }, input: { text: 'Only for me.' } });
  await company.moveTo(meeting, 'discussing');
  const question = (await company.view(meeting)).topics[0]?.question ?? '';
  await company.direct(meeting, { type: 'topic-step', question, to: 'talking' });
  for (const by of [1, 2]) {
    const input = { question, text: `Said by ${by}.`, named: true };
    await company.get('releaseComment', company.person(by), { params: { meeting }, input });
  }
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
  for (const by of [1, 2]) {
    await company.get('putSentence', company.person(by), { params: { meeting }, input: { text: `Put by ${by}.` } });
  }
  return { team, meeting };
}

describe('a copy of what is one’s own', () => {
  it('DL1 has everything while a meeting is open, and nothing of anybody else', async () => {
    const { team, meeting } = await busyMeeting('anonymous');
    const mine = await exported(1);
    const { person, name } = company.person(1);
    expect(mine).toMatchObject({ version: 1, exportedAt: company.now, person: { id: person, name } });
    expect(mine.teams).toEqual([
      { id: team, name: 'Team', organisation: 'Org', role: 'leader', names: ['Person 1'], title: '', group: '' },
    ]);
    expect(mine.meetings).toEqual([
      { id: meeting, team, title: 'Alignment', status: 'open', facilitated: false, invited: true },
    ]);
    expect(mine.ballots).toEqual([
      {
        meeting,
        round: (await company.round(meeting, 'rating')).id,
        purpose: 'rating',
        questions: { [Q]: expect.stringMatching(/\w/) },
        answers: { [Q]: { kind: 'scale', value: 1 } },
      },
    ]);
    expect(mine.notes).toEqual([{ meeting, question: Q, text: 'Only for me.' }]);
    expect(mine.words.map(({ text, name: under }) => [text, under])).toEqual([['Said by 1.', 'Person 1']]);
    expect(mine.wordings).toEqual([{ meeting, text: 'Put by 1.' }]);
    expect(mine.notIncluded).toEqual(NOT_INCLUDED);
    expect(JSON.stringify(mine)).not.toMatch(/by 2|Person 2/);
    expect(await exported(2)).toMatchObject({ notes: [], wordings: [{ text: 'Put by 2.' }], commitments: [] });
  });

  it('DL1 has no answer of a closed anonymous meeting, for it is nobody’s, but promises and words', async () => {
    const { team, meeting } = await busyMeeting('anonymous');
    await company.direct(meeting, { type: 'close' });
    const [commitment] = (await company.get('viewTeam', company.person(1), { params: { team }, input: null }))
      .commitments;
    if (!commitment) throw new Error('there is no commitment');
    const input = { status: 'at-risk', note: 'Half of it.' } as const;
    await company.get('checkIn', company.person(1), { params: { team, commitment: commitment.id }, input });
    const mine = await exported(1);
    expect([mine.ballots, mine.namedAnswers, mine.wordings]).toEqual([[], [], []]);
    expect(mine.words.map(({ text }) => text)).toEqual(['Said by 1.']);
    expect(mine.commitments).toEqual([
      {
        id: commitment.id,
        team,
        sentence: 'We do it.',
        due: '2026-12-01',
        evidence: 'Done.',
        displaces: '',
        status: 'at-risk',
      },
    ]);
    expect(mine.checkIns).toEqual([
      { commitment: commitment.id, at: company.now, status: 'at-risk', note: 'Half of it.' },
    ]);
  });

  it('DL1 has the named answers of a closed named meeting', async () => {
    const { meeting } = await busyMeeting('named');
    await company.direct(meeting, { type: 'close' });
    const mine = await exported(1);
    expect(mine.namedAnswers.map(({ purpose, answers }) => [purpose, answers[Q]])).toEqual([
      ['rating', { kind: 'scale', value: 1 }],
    ]);
    expect((await exported(0)).namedAnswers).toEqual([]);
  });

  it('DL1 has what is theirs in a team that they have left, and nothing for a stranger', async () => {
    const { team, meeting } = await busyMeeting('anonymous');
    const ifMatch = String(
      (await company.get('viewTeam', company.person(0), { params: { team }, input: null })).revision,
    );
    const params = { team, person: company.person(1).person };
    await company.get('removeMember', company.person(0), { params, input: null, ifMatch });
    const mine = await exported(1);
    expect(mine.teams).toMatchObject([{ id: team, role: null, names: ['Person 1'] }]);
    expect([mine.meetings.length, mine.words.length, mine.ballots.map((ballot) => ballot.meeting)]).toEqual([
      1,
      1,
      [meeting],
    ]);
    expect(await exported(99)).toMatchObject({ teams: [], meetings: [], ballots: [], notes: [], words: [], log: [] });
  });
});
