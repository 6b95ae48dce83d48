import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ObservationId, TeamId } from '@plumbline/shared/kernel/ids';
import { setTimeout as wait } from 'node:timers/promises';
import type { Person } from '../../running/person.ts';
import { RunningService, TWO_TENANTS } from '../../running/running-service.ts';
import { newKey, Office } from '../office.ts';
import { Recorder } from './recorder.ts';

const SECRET = `quince-${newKey()}`;
/** Everybody but the coach who notes: another coach, leaders, analyst, sponsor, and people outside. */
const OTHERS = ['a10', 'a1', 'a2', 'a7', 'a8', 'a20', 'b0'] as const;

const service = new RunningService({ entry: TWO_TENANTS, logLevel: 'debug' });
let coach: Person;
let team: TeamId;
let note: ObservationId;
let others: Recorder;
let own: Recorder;
let signalsBefore: readonly string[];

beforeAll(async () => {
  await service.start();
  const office = new Office(service.origin);
  coach = await office.person('a0');
  const made = await office.team('a', { 1: 'leader', 2: 'leader', 7: 'analyst', 8: 'sponsor', 10: 'coach' });
  team = made.id;
  await office.team('a', {}, 20);
  await office.team('b', {});
  const begun = { sponsor: null, purpose: 'Learn.', occasion: 'none' } as const;
  await coach.do('beginEngagement', { params: { team }, input: begun });
  const params = { team, page: 'first', tag: 'all', kind: 'all', period: 'all' };
  const people = await Promise.all(OTHERS.map((id) => office.person(id)));
  others = new Recorder({ origin: service.origin, people, params });
  own = new Recorder({ origin: service.origin, people: [coach], params });
  await others.listen([team]);
  await others.look('before');
  signalsBefore = signals();
  const input = { text: `CFO interrupted twice, ${SECRET}.`, day: '2026-01-05' };
  const noted = await coach.do('noteObservation', { params: { team }, input });
  note = noted.observation.id;
  await others.look('after');
  await own.look('after');
  // Longer than it takes the stream to tell of anything.
  await wait(500);
  others.stopListening();
});

afterAll(() => service.remove());

/** What the live streams told of the team, and whom. */
function signals(): readonly string[] {
  return others.frames
    .filter(({ text }) => text.includes(`"topic":"${team}"`))
    .map(({ who, text }) => `${who} ${text}`);
}

describe('CO22 a coach’s note', () => {
  it('is in nothing that anybody else is given, and in what the coach is given', () => {
    expect(others.seen.length).toBeGreaterThan(100);
    const leaked = others.seen.filter(({ text }) => [SECRET, note].some((trace) => text.includes(trace)));
    expect(leaked).toEqual([]);
    const found = own.seen.filter(({ text }) => text.includes(SECRET)).map(({ operation }) => operation);
    expect(found.sort()).toEqual(['exportMine', 'viewObservations']);
  });

  it('is looked for by other coaches in what is their own, and by nobody else at all', () => {
    const statuses = [
      ...others.seen.filter(({ operation, moment }) => operation === 'viewObservations' && moment === 'after'),
    ];
    expect(Object.fromEntries(statuses.map(({ who, status }) => [who, status]))).toEqual({
      a10: 200,
      a1: 403,
      a2: 403,
      a7: 403,
      a8: 403,
      a20: 404,
      b0: 404,
    });
    expect(others.at('after', 'viewObservations').get('a10')).toBe('{"observations":[],"total":0}');
  });

  it('changes nothing that anybody else sees, and nothing is told on the live stream', () => {
    const steady = (moment: string) =>
      others.seen
        .filter((one) => one.moment === moment && !['exportMine', 'viewAudit'].includes(one.operation))
        .map(({ who, operation, status, text }) => `${who} ${operation} ${status} ${status === 200 ? text : ''}`)
        .sort();
    expect(steady('after')).toEqual(steady('before'));
    // Each member was told once, when they began to listen, how the team stood.
    expect([signalsBefore.length, signals()]).toEqual([5, signalsBefore]);
  });

  it('is in no log of the service', () => {
    expect(service.written).toContain('noteObservation');
    expect(service.written).not.toContain(SECRET);
    expect(service.written).not.toContain(note);
  });
});
