import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import type { Person } from '../running/person.ts';
import { RunningMeeting } from '../running/running-meeting.ts';
import { RunningService, TWO_TENANTS } from '../running/running-service.ts';
import { cast, Office } from '../security/office.ts';
import { watchTopics, type Watch } from './watch-topics.ts';

const LEADERS = 12;
const NUMBERS = Array.from({ length: LEADERS }, (_, i) => i + 1);
const Q = 'al.roles.1';

const one = new RunningService({ entry: TWO_TENANTS, store: 'cosmos' });
const other = new RunningService({ entry: TWO_TENANTS, beside: one });
const watches: Watch[] = [];
let atOne: Office;
let atOther: Office;
let team: TeamId;

beforeAll(async () => {
  await one.start();
  await other.start();
  atOne = new Office(one.origin);
  atOther = new Office(other.origin);
  const leaders = Object.fromEntries(NUMBERS.map((number) => [number, 'leader' as const]));
  team = (await atOne.team('a', leaders)).id;
});

afterAll(async () => {
  for (const watch of watches) watch.leave();
  await other.remove();
  await one.remove();
});

async function watch(office: Office, topic: MeetingId | TeamId): Promise<Watch> {
  const origin = office === atOne ? one.origin : other.origin;
  const watching = await watchTopics(origin, (await office.person('a1')).token, topic);
  watches.push(watching);
  return watching;
}

/** Odd numbers are at the one service, even ones at the other. */
function placeOf(number: number): Office {
  return number % 2 === 1 ? atOne : atOther;
}

function agree(value: number): Answers {
  return { [Q]: { kind: 'scale', value } };
}

async function openMeeting(): Promise<{ readonly meeting: RunningMeeting; readonly elsewhere: RunningMeeting }> {
  const meeting = await atOne.open(team, await atOne.person('a0'));
  return { meeting, elsewhere: new RunningMeeting(meeting.id, await atOther.person('a0')) };
}

describe('two services on one Cosmos DB', () => {
  it('LV1 BL3 show on the screens of both what was cast at either', async () => {
    const { meeting, elsewhere } = await openMeeting();
    const screens = await Promise.all([watch(atOne, meeting.id), watch(atOther, meeting.id)]);
    const round = await meeting.round('rating');
    await Promise.all(
      NUMBERS.map(async (number) => {
        const leader = await placeOf(number).person(`a${number}`);
        await cast(leader, { meeting: meeting.id, round: round.id }, { answers: agree(1 + (number % 7)) });
      }),
    );
    for (const [screen, there] of [
      [screens[0], meeting],
      [screens[1], elsewhere],
    ] as const) {
      await screen.until(async () => (await there.round('rating')).counted === LEADERS);
      expect((await there.round('rating')).counted).toBe(LEADERS);
    }
    // Whoever moves to the other service finds the own ballot there, and can change it.
    const mover = await atOther.person('a1');
    const mine = await mover.do('viewMine', { params: { meeting: meeting.id } });
    expect(mine.ballots.map(({ answers }) => answers)).toEqual([agree(2)]);
    const basedOn = mine.ballots[0]?.revision ?? '';
    await cast(mover, { meeting: meeting.id, round: round.id }, { answers: agree(7), basedOn });
    const back = await (await atOne.person('a1')).do('viewMine', { params: { meeting: meeting.id } });
    expect(back.ballots.map(({ answers }) => answers)).toEqual([agree(7)]);
    await elsewhere.moveTo('predicting');
    await screens[0].until(async () => (await meeting.view()).phase === 'predicting');
    expect((await meeting.view()).phase).toBe('predicting');
    await elsewhere.direct({ type: 'close' }, ({ sealed }) => sealed);
    await screens[0].until(async () => (await meeting.view()).sealed);
  });

  it('BL3 count what was acknowledged at one while the other was closing, and nothing else', async () => {
    for (let time = 0; time < 3; time += 1) {
      const { meeting, elsewhere } = await openMeeting();
      const round = await meeting.round('rating');
      await meeting.moveTo('rating');
      const casts = NUMBERS.map(async (number) => {
        const leader: Person = await placeOf(number).person(`a${number}`);
        const input = { basedOn: null, answers: agree(1 + (number % 7)) };
        const reply = await leader.try('castBallot', { params: { meeting: meeting.id, round: round.id }, input });
        if (!reply.ok) expect(reply.error.kind).toBe('round.closed');
        return reply.ok;
      });
      const closing = elsewhere.moveTo('predicting');
      const taken = (await Promise.all(casts)).filter(Boolean).length;
      await closing;
      expect((await meeting.round('rating')).counted).toBe(taken);
      expect((await elsewhere.round('rating')).counted).toBe(taken);
      await meeting.direct({ type: 'close' }, ({ sealed }) => sealed);
    }
  });

  it('LV1 tell the watchers of a team at one what was changed or deleted at the other', async () => {
    const screen = await watch(atOne, team);
    const coach = await atOther.person('a0');
    const draft = await atOther.draft(team, coach);
    const drafted = await watch(atOne, draft.id);
    await screen.until(async () => {
      const { meetings } = await (await atOne.person('a0')).do('viewTeam', { params: { team } });
      return meetings.some(({ id }) => id === draft.id);
    });
    const params = { meeting: draft.id };
    await coach.do('discardDraft', { params, ifMatch: String(draft.revision) });
    await drafted.until(() => Promise.resolve(drafted.revisions().at(-1) === 'gone'));
    expect(drafted.revisions().at(-1)).toBe('gone');
  });

  it('ST1 lose nothing when one of them is killed while ballots come, and the other finishes the meeting', async () => {
    const { meeting, elsewhere } = await openMeeting();
    const round = await meeting.round('rating');
    const kept = NUMBERS.map(async (number) => {
      const leader = await placeOf(number).person(`a${number}`);
      const input = { basedOn: null, answers: agree(1 + (number % 7)) };
      const reply = await leader.try('castBallot', { params: { meeting: meeting.id, round: round.id }, input });
      return reply.ok ? number : null;
    });
    await one.kill();
    const acknowledged = (await Promise.all(kept)).filter((number) => number !== null);
    expect(acknowledged.length).toBeGreaterThanOrEqual(LEADERS / 2);
    for (const number of acknowledged) {
      const leader = await atOther.person(`a${number}`);
      const mine = await leader.do('viewMine', { params: { meeting: meeting.id } });
      expect(mine.ballots.map(({ answers }) => answers)).toEqual([agree(1 + (number % 7))]);
    }
    await elsewhere.direct({ type: 'close' }, ({ sealed }) => sealed);
    const { counted } = await elsewhere.round('rating');
    expect(counted).toBeGreaterThanOrEqual(acknowledged.length);
  });
});
