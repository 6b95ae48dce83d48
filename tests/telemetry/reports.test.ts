import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { METRICS } from '@plumbline/bot/telemetry/instruments';
import { RunningService, TWO_TENANTS } from '../running/running-service.ts';
import { nameOf, personId, TENANTS } from '../running/tenant-people.ts';
import { watchTopics } from '../instances/watch-topics.ts';
import { cast, COMPOSITION, Office } from '../security/office.ts';
import { startCollector, type Collector } from './collector.ts';

const SECRET = `secret-${randomUUID()}`;
const TRACE = '0af7651916cd43dd8448eb211c80319c';
/** The trace of a caller who would have none. */
const UNSAMPLED = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = 'b7ad6b7169203331';

let collector: Collector;
let service: RunningService;
/** What must be in no report. */
const secrets: string[] = [SECRET, ...TENANTS, 'Xanthippe', 'eyJ'];
let refused: { readonly instance: string };

beforeAll(async () => {
  collector = await startCollector();
  service = new RunningService({
    entry: TWO_TENANTS,
    store: 'cosmos',
    logLevel: 'info',
    variables: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
      OTEL_EXPORTER_OTLP_HEADERS: `authorization=${SECRET}`,
    },
  });
  await service.start();
  refused = await journey(new Office(service.origin));
  expect(await service.stop()).toBe(0);
});

afterAll(async () => {
  await service.remove();
  await collector.close();
});

/** People plan, answer, write, watch, and are refused. */
async function journey(office: Office): Promise<{ readonly instance: string }> {
  const numbers = [1, 2, 3, 4, 5];
  const { id: team } = await office.team('a', Object.fromEntries(numbers.map((number) => [number, 'leader' as const])));
  const coach = await office.person('a0');
  const composition = { ...COMPOSITION, title: SECRET, purpose: SECRET, ownQuestions: [SECRET] };
  const draft = await coach.do('composeMeeting', { params: { team }, input: { format: 'meeting', composition } });
  const watch = await watchTopics(service.origin, coach.token, draft.id);
  const params = { meeting: draft.id };
  await coach.do('openMeeting', { params, input: { closesAt: null }, ifMatch: String(draft.revision) });
  const { rounds } = await coach.do('viewMeeting', { params });
  const round = rounds[0]?.id;
  if (!round) throw new Error('Nothing is asked');
  for (const number of numbers) {
    const leader = await office.person(`a${number}`);
    await cast(leader, { meeting: draft.id, round }, { answers: { 'al.roles.1': { kind: 'scale', value: 4 } } });
    secrets.push(personId('a', number), nameOf('a', number), leader.token);
  }
  secrets.push(team, draft.id, round, coach.token);
  // As a proxy between would send it, with more than it should.
  const asked = await fetch(`${service.origin}/api/meetings/${draft.id}?note=${SECRET}`, {
    headers: {
      authorization: `Bearer ${coach.token}`,
      traceparent: `00-${TRACE}-${CALLER}-01`,
      tracestate: `vendor=${SECRET}`,
      baggage: `note=${SECRET}`,
    },
  });
  expect(asked.status).toBe(200);
  const unsampled = await fetch(`${service.origin}/api/meetings/${draft.id}`, {
    headers: { authorization: `Bearer ${coach.token}`, traceparent: `00-${UNSAMPLED}-${CALLER}-00` },
  });
  expect(unsampled.status).toBe(200);
  watch.leave();
  const stranger = await office.person('b1');
  const reply = await stranger.try('viewMeeting', { params });
  if (reply.ok || reply.error.instance === null) throw new Error('The stranger was not refused with a number');
  return { instance: reply.error.instance };
}

describe('what the service reports', () => {
  it('OP1 has every measure in its place', () => {
    const names = new Set(collector.series().map(({ name }) => name));
    // Nobody asks too often or is written to unasked here, and hardly anything has to be tried again.
    const quiet: readonly string[] = [METRICS.limited, METRICS.nudges, METRICS.retries];
    expect([...names].filter((name) => !name.startsWith('otel.') && !quiet.includes(name)).toSorted()).toEqual(
      Object.values(METRICS)
        .filter((name) => !quiet.includes(name))
        .toSorted(),
    );
    const series = (name: string) => collector.series().flatMap((one) => (one.name === name ? [one.attributes] : []));
    expect(series(METRICS.operations)).toContainEqual({
      'plumbline.operation': 'castBallot',
      'plumbline.outcome': 'ok',
    });
    expect(series(METRICS.operations)).toContainEqual({
      'plumbline.operation': 'viewMeeting',
      'plumbline.outcome': 'thing.not-found',
    });
    expect(series(METRICS.refusals)).toContainEqual({ 'plumbline.problem.kind': 'thing.not-found' });
    expect(series(METRICS.charges)).toContainEqual({
      'plumbline.store.container': 'ballots',
      'plumbline.store.operation': expect.any(String),
      'plumbline.operation': 'castBallot',
    });
  });

  it('OP2 leads from a request through its operation to the store, in the trace of whoever asked', () => {
    const spans = collector.spans().filter(({ trace }) => trace === TRACE);
    const request = spans.find(({ parent }) => parent === CALLER);
    expect(request).toMatchObject({
      name: 'GET viewMeeting',
      attributes: { 'plumbline.operation': 'viewMeeting', 'http.request.method': 'GET' },
    });
    const operation = spans.find(({ parent }) => parent === request?.span);
    expect(operation?.name).toBe('viewMeeting');
    const casts = collector.spans().filter(({ name }) => name === 'castBallot');
    const stored = collector.spans().filter(({ parent }) => casts.some(({ span }) => span === parent));
    expect(stored.map(({ name }) => name)).toContain('batch ballots');
  });

  it('OP2 is traced whether or not whoever asked would have it so', () => {
    const spans = collector.spans().filter(({ trace }) => trace === UNSAMPLED);
    expect(spans.map(({ name }) => name)).toEqual(expect.arrayContaining(['GET viewMeeting', 'viewMeeting']));
  });

  it('OP2 leads from the number on a screen to the line in the log and to the trace', () => {
    const span = collector
      .spans()
      .find(({ attributes }) => attributes['plumbline.problem.instance'] === refused.instance);
    expect(span?.attributes).toMatchObject({ 'plumbline.problem.kind': 'thing.not-found' });
    const line = service.written.split('\n').find((one) => one.includes(refused.instance));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ operation: 'viewMeeting', status: 404, trace: span?.trace });
  });

  it('OP3 holds no content, no person, no organisation, no thing and no token', () => {
    const written = collector.written();
    expect(written).toContain('castBallot');
    expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
  });
});
