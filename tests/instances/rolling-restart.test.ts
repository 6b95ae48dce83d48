import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RunningMeeting } from '../running/running-meeting.ts';
import { RunningService, TWO_TENANTS } from '../running/running-service.ts';
import { Office } from '../security/office.ts';
import { startBalancer, type Balancer } from './balancer.ts';
import { startLoad, until, watchAs, type Load, type Watcher } from './load.ts';

const LEADERS = 6;
const NUMBERS = Array.from({ length: LEADERS }, (_, i) => i + 1);
/** Time for a request and for many looks of the balancer, also on a machine that is busy. */
const variables = { DRAIN_SECONDS: '5' };

const one = new RunningService({ entry: TWO_TENANTS, store: 'cosmos', variables });
const other = new RunningService({ entry: TWO_TENANTS, beside: one, variables });
let balancer: Balancer;
const watchers: Watcher[] = [];
let load: Load;

beforeAll(async () => {
  await one.start();
  await other.start();
  balancer = await startBalancer([one.origin, other.origin]);
});

afterAll(async () => {
  for (const { leave } of watchers) leave();
  await load.end();
  await balancer.close();
  await other.remove();
  await one.remove();
});

describe('services that are restarted one after the other', () => {
  it('RL1 lose no request, no ballot and no watcher behind a balancer that repeats nothing', async () => {
    const office = new Office(balancer.origin);
    const roles = Object.fromEntries(NUMBERS.map((number) => [number, 'leader' as const]));
    const { id: team } = await office.team('a', roles);
    const coach = await office.person('a0');
    const leaders = await Promise.all(NUMBERS.map((number) => office.person(`a${number}`)));
    const { id: meeting } = await office.open(team, coach);
    const meetings = new RunningMeeting(meeting, coach);
    const { id: round } = await meetings.round('rating');
    watchers.push(...[coach, ...leaders].map((person) => watchAs(person, [meeting, team])));
    load = startLoad({ team, meeting, round }, { coach, leaders });
    await until('everybody has answered', () => load.kept.size === LEADERS);

    for (const instance of [one, other]) {
      expect(await instance.stop()).toBe(0);
      const before = load.done();
      await until('the other instance has done something alone', () => load.done() > before + LEADERS);
      await instance.start();
      await until('it is in again', () => balancer.isIn(instance.origin));
    }
    const before = load.done();
    await until('both have done something', () => load.done() > before + LEADERS);
    await load.end();

    expect(balancer.passed.filter(({ status }) => status === null || status >= 500)).toEqual([]);
    expect(load.lost).toEqual([]);
    // Both did take requests while they were going, and closed the connections of those.
    const asked = balancer.passed.filter(({ path }) => !path.startsWith('/api/live'));
    const drained = new Set(asked.flatMap(({ closes, instance }) => (closes ? [instance] : [])));
    expect(drained).toEqual(new Set([one.origin, other.origin]));

    for (const leader of leaders) {
      const mine = await leader.do('viewMine', { params: { meeting } });
      expect(mine.ballots.map(({ answers }) => answers)).toEqual([load.kept.get(leader)]);
    }
    const { meetings: listed } = await coach.do('viewTeam', { params: { team } });
    expect(listed.map(({ id }) => id).toSorted()).toEqual([...load.planned, meeting].toSorted());

    const heard = watchers.map(({ heard: news }) => news.length);
    const last = await office.draft(team, coach);
    const isTold = () => watchers.every((watcher, i) => told(watcher.heard.slice(heard[i]), team));
    await until('every watcher is told of the next change', isTold);
    // Whoever came back was told to look again at everything.
    for (const { heard: news } of watchers) {
      for (const topic of [meeting, team]) expect(news).toContainEqual({ topic, revision: null });
    }
    await coach.do('discardDraft', { params: { meeting: last.id }, ifMatch: String(last.revision) });
    await meetings.direct({ type: 'close' }, ({ sealed }) => sealed);
    expect((await meetings.round('rating')).counted).toBe(LEADERS);
  });
});

function told(news: readonly { readonly topic: string; readonly revision: string | null }[], topic: string): boolean {
  return news.some((one) => one.topic === topic && one.revision !== null);
}
