import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_TENANT } from '@plumbline/infra/local/demo/people';
import { ballotPlace, OPEN_MEETINGS } from '@plumbline/shared/application/places';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import type { MeetingView, RoundView } from '@plumbline/shared/contract/views';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import { ratingResults } from '@plumbline/shared/domain/results/rating-results';
import { tallyRound } from '@plumbline/shared/domain/results/tally-round';
import type { RoundId } from '@plumbline/shared/kernel/ids';
import { persona } from '../../running/person.ts';
import { openPlannedMeeting, type RunningMeeting } from '../../running/running-meeting.ts';
import { RunningService } from '../../running/running-service.ts';
import { RestlessLeader } from './leader.ts';

const LEADERS = ['maya', 'tomas', 'ngozi', 'daniel', 'ingrid', 'omar', 'priya', 'lukas'];

const service = new RunningService();
beforeAll(() => service.start());

afterAll(() => service.remove());

let kills = 0;

/** Kills the service so often, each time at a random moment after it took work again. */
async function killAtRandom(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    await wait(Math.random() * 400);
    await kill();
  }
  await wait(100);
}

async function kill(): Promise<void> {
  await service.kill();
  kills += 1;
  await service.start();
}

/** Lets all leaders vote while the service is killed, then closes the round while they still do. */
async function voteOverKills(
  leaders: readonly RestlessLeader[],
  {
    meeting,
    round,
    times,
    close,
  }: {
    readonly meeting: RunningMeeting;
    readonly round: RoundView;
    readonly times: number;
    readonly close: () => Promise<MeetingView>;
  },
): Promise<void> {
  const voting = Promise.all(leaders.map((leader) => leader.voteUntilClosed(meeting.id, round)));
  const closing = killAtRandom(times).then(close);
  await Promise.all([voting, closing]);
}

/** What the service keeps as each leader's ballot in a round, checked against what each was told. */
async function keptBallots(leaders: readonly RestlessLeader[], meeting: RunningMeeting, round: RoundId) {
  return Promise.all(
    leaders.map(async ({ person, ballots }): Promise<Answers> => {
      const mine = await person.do('viewMine', { params: { meeting: meeting.id } });
      const remembered = ballots.get(round);
      const kept = mine.ballots.find((ballot) => ballot.round === round)?.answers;
      const possible = [remembered?.acknowledged, remembered?.unheard].filter((answers) => answers !== null);
      expect(possible).toContainEqual(kept);
      return kept ?? {};
    }),
  );
}

/** Closes the meeting, with kills at random moments of counting, writing and sealing; resolves once it is sealed. */
async function closeOverKills(meeting: RunningMeeting): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { sealed, status, revision } = await meeting.view();
    if (sealed) return;
    const request = { params: { meeting: meeting.id }, input: { type: 'close' }, ifMatch: String(revision) } as const;
    const closing = status === 'open' ? meeting.facilitator.try('directMeeting', request) : Promise.resolve();
    if (tries < 4) {
      await wait(Math.random() * 60);
      await kill();
    }
    await closing;
  }
}

/** How many ballots lie in each round's place, by the first letters of their ids. */
async function ballotsIn(store: DocumentStore, rounds: readonly RoundView[]): Promise<readonly string[]> {
  return Promise.all(
    rounds.map(async ({ id, purpose }) => {
      const { documents } = await store.list(ballotPlace(DEMO_TENANT, id, 0), { prefix: '', limit: 100 });
      const kinds = new Set(documents.map((document) => document.id.slice(0, 2)));
      return `${purpose}: ${documents.length} ${[...kinds].join(' ')}`;
    }),
  );
}

describe('a service that is killed again and again', () => {
  it('BL3 BL4 HT3 ST1 loses and doubles nothing that it acknowledged in a whole meeting, and seals it', async () => {
    const { origin } = service;
    const facilitator = await persona(origin, 'ruth');
    const leaders = await Promise.all(LEADERS.map(async (id) => new RestlessLeader(await persona(origin, id))));
    const [first, second, third] = leaders;
    if (!first || !second || !third) throw new Error('The demo company has leaders');
    const meeting = await openPlannedMeeting(facilitator);
    const moveTo = (phase: 'rating' | 'predicting' | 'revealing' | 'choosing' | 'discussing') => () =>
      meeting.moveTo(phase);

    await moveTo('rating')();
    const rating = await meeting.round('rating');
    await voteOverKills(leaders, { meeting, round: rating, times: 3, close: moveTo('predicting') });
    const guessing = await meeting.round('prediction');
    await voteOverKills(leaders.slice(0, 6), { meeting, round: guessing, times: 1, close: moveTo('revealing') });
    await keptBallots(leaders.slice(0, 6), meeting, guessing.id);

    const rated = await keptBallots(leaders, meeting, rating.id);
    const { dimensions, minimumGroup, rounds } = await meeting.view();
    expect(rounds.map(({ purpose, counted }) => ({ purpose, counted }))).toEqual([
      { purpose: 'rating', counted: 8 },
      { purpose: 'prediction', counted: 6 },
    ]);
    const tally = tallyRound({ questions: rating.questions, ballots: rated, invited: 8, smallestSide: 5 });
    const results = await facilitator.do('viewResults', { params: { meeting: meeting.id } });
    const expected = ratingResults({ tally, questions: rating.questions, dimensions, minimumGroup });
    expect(results.rating).toEqual(JSON.parse(JSON.stringify(expected)));

    await moveTo('choosing')();
    const dots = await meeting.round('dots');
    await voteOverKills(leaders, { meeting, round: dots, times: 1, close: moveTo('discussing') });
    await keptBallots(leaders, meeting, dots.id);

    const question = (await meeting.view()).topics[0]?.question ?? '';
    await meeting.direct(
      { type: 'topic-step', question, to: 'talking' },
      ({ topics }) => topics[0]?.step === 'talking',
    );
    let isOver = false;
    const speaking = Promise.all(
      leaders.map((leader) => leader.speakUntil(() => isOver, { meeting: meeting.id, question })),
    );
    await killAtRandom(2);
    isOver = true;
    await speaking;
    const said = (await meeting.view()).comments.map(({ text }) => text).sort();
    expect(said).toEqual(leaders.flatMap(({ comments }) => comments).sort());

    await meeting.direct(
      { type: 'topic-step', question, to: 're-voting' },
      ({ topics }) => topics[0]?.step === 're-voting',
    );
    const revote = await meeting.round('re-vote');
    const compare = () =>
      meeting.direct(
        { type: 'topic-step', question, to: 'comparing' },
        ({ topics }) => topics[0]?.step === 'comparing',
      );
    await voteOverKills(leaders, { meeting, round: revote, times: 1, close: compare });
    await keptBallots(leaders, meeting, revote.id);

    await meeting.moveTo('committing');
    const due = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const owner = (await first.person.do('viewHome', { params: {} })).person.person;
    const sentences = [first, second, third].map(({ person }) => `We do what ${person.name} says.`);
    const proposing = Promise.all(
      [first, second, third].map(async ({ person }, i) => {
        await wait(i * 150);
        const input = { sentence: sentences[i] ?? '', owner, due, evidence: 'It is done.', question };
        const request = { params: { meeting: meeting.id }, input, key: randomUUID() };
        const reply = await person.insist('proposeCommitment', request);
        if (!reply.ok) throw new Error(`A commitment was refused: ${JSON.stringify(reply.error)}`);
      }),
    );
    await Promise.all([proposing, killAtRandom(1)]);
    const committed = (await meeting.view()).commitments.map(({ sentence }) => sentence).sort();
    expect(committed).toEqual(sentences.toSorted());
    const isAsked = ({ rounds: all }: MeetingView): boolean => all.at(-1)?.purpose === 'support';
    await meeting.direct({ type: 'ask-support' }, isAsked);
    const support = await meeting.round('support');
    const closeSupport = () =>
      meeting.direct({ type: 'close-support' }, ({ rounds: all }) => all.at(-1)?.status === 'closed');
    await voteOverKills(leaders, { meeting, round: support, times: 1, close: closeSupport });
    await keptBallots(leaders, meeting, support.id);

    await meeting.moveTo('messaging');
    const wordings = Promise.all(
      leaders.map(async ({ person }) => {
        const request = { params: { meeting: meeting.id }, input: { text: `As ${person.name} would say it.` } };
        const reply = await person.insist('putSentence', request);
        if (!reply.ok) throw new Error(`A wording was refused: ${JSON.stringify(reply.error)}`);
      }),
    );
    await Promise.all([wordings, killAtRandom(1)]);
    await meeting.direct({ type: 'ask-marks' }, ({ rounds: all }) => all.at(-1)?.purpose === 'marks');
    const marks = await meeting.round('marks');
    const onTheTable = marks.questions.map(({ text }) => text).sort();
    expect(onTheTable).toEqual(LEADERS.map((name) => `As ${name} would say it.`).sort());
    const closeMarks = () =>
      meeting.direct({ type: 'close-marks' }, ({ rounds: all }) => all.at(-1)?.status === 'closed');
    await voteOverKills(leaders, { meeting, round: marks, times: 1, close: closeMarks });
    await keptBallots(leaders, meeting, marks.id);

    await meeting.moveTo('closing');
    const before = await meeting.view();
    await closeOverKills(meeting);
    expect(kills).toBeGreaterThanOrEqual(12);

    const after = await meeting.view();
    const lastTime = before.lastTime.map(({ commitment, moved }) => ({ commitment: { ...commitment, moved }, moved }));
    expect({ ...after, rounds: null, me: null, entered: null, revision: 0 }).toEqual({
      ...before,
      // What the meeting showed of a commitment's question is the team's to see, once it is closed.
      lastTime,
      status: 'closed',
      phase: null,
      clock: null,
      closedAt: expect.any(Number),
      sealed: true,
      rounds: null,
      me: null,
      entered: null,
      revision: 0,
    });
    expect((await facilitator.do('viewResults', { params: { meeting: meeting.id } })).rating).toEqual(results.rating);
    for (const { person } of leaders) {
      const mine = await person.do('viewMine', { params: { meeting: meeting.id } });
      expect({ ballots: mine.ballots, sentence: mine.sentence }).toEqual({ ballots: [], sentence: null });
    }
    const team = await facilitator.do('viewTeam', { params: { team: after.team.id } });
    const made = team.commitments.filter((commitment) => commitment.meeting === meeting.id);
    expect(made.map(({ sentence }) => sentence).sort()).toEqual(sentences.toSorted());

    await service.stop();
    const keys = readdirSync(join(service.dataDir, 'round-keys'));
    expect(keys.filter((file) => !file.endsWith('.destroyed'))).toEqual([]);
    const store = await service.openStore();
    expect((await store.list(OPEN_MEETINGS, { prefix: '' })).documents).toEqual([]);
    expect(await ballotsIn(store, after.rounds)).toEqual([
      'rating: 8 s|',
      'prediction: 6 s|',
      'dots: 8 s|',
      're-vote: 8 s|',
      'support: 8 s|',
      'marks: 8 s|',
      'worth: 0 ',
    ]);
    await store.close();
  });
});
