import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import type { Place } from '@plumbline/shared/application/ports/document-store';
import { openStream, type Stream } from '../testing/read-stream.ts';
import { ask, foundTeam, runService, TENANT, tokenOf, type RunningService } from '../testing/running-service.ts';
import type { ServiceClock } from './service-clock.ts';

const streams: Stream[] = [];
let service: RunningService;
let changeClock = (): void => undefined;
let rate = 1;

const clock: ServiceClock = {
  now: Date.now,
  rate: () => rate,
  onChange(listener) {
    changeClock = listener;
    return () => undefined;
  },
};

beforeEach(async () => {
  rate = 1;
  service = await runService({ clock, limits: { streamsPerPerson: 4, streamBacklog: 50_000, heartbeat: 100 } });
});

afterEach(async () => {
  for (const stream of streams.splice(0)) stream.leave();
  await service.end();
});

async function watch(as: string, topics: readonly string[]): Promise<Stream> {
  const stream = await openStream(service, as, topics);
  streams.push(stream);
  return stream;
}

/** Asks for a stream until there is one: the service hears of the end of another a moment after it was left. */
async function untilTaken(as: string, topics: readonly string[]): Promise<void> {
  for (;;) {
    const { status } = await watch(as, topics);
    if (status === 200) return;
    expect(status).toBe(429);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A meeting's own document, as a use case would write it. */
function meetingPlace(meeting: string): Place {
  return { container: 'core', partition: `t|${TENANT}|m|${meeting}` };
}

async function compose(team: string): Promise<string> {
  const minutes = ['opening', 'rating', 'predicting', 'revealing', 'choosing', 'discussing', 'committing', 'messaging'];
  const { body } = await ask(service, {
    as: 'anna',
    method: 'POST',
    path: `/api/teams/${team}/meetings`,
    headers: { 'idempotency-key': 'compose' },
    body: {
      format: 'meeting',
      composition: {
        title: 'First',
        purpose: '',
        scheduledFor: null,
        instrument: { id: 'instrument_alignment', version: 1 },
        ownQuestions: [],
        priorities: [],
        minutes: Object.fromEntries([...minutes, 'closing'].map((phase) => [phase, 5])),
      },
    },
  });
  return typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : JSON.stringify(body);
}

describe('the live stream', () => {
  it('begins with the time and where each topic stands', async () => {
    const team = await foundTeam(service, 'anna');
    const meeting = await compose(team.id);
    const stream = await watch('anna', [meeting, team.id]);
    await stream.until(({ signals }) => signals().length === 2);
    expect([stream.status, stream.headers.get('content-type'), stream.headers.get('content-encoding')]).toEqual([
      200,
      'text/event-stream',
      null,
    ]);
    expect(stream.events[0]).toEqual({
      type: 'time',
      data: expect.stringMatching(/^\d{13};rate=1$/),
      retry: null,
    });
    expect(stream.signals().toSorted()).toEqual([`${meeting}@1`, expect.stringMatching(`^${team.id}@[\\w-]+$`)]);
  });

  it('LV1 PV9 tells each change in its order, the last of those that come together, and nothing of ballots', async () => {
    const team = await foundTeam(service, 'anna');
    const meeting = await compose(team.id);
    const stream = await watch('anna', [meeting]);
    await stream.until(({ signals }) => signals().length === 1);
    const place = meetingPlace(meeting);
    const body = (await service.ports.store.read(place, 'meeting'))?.body ?? {};
    for (let revision = 2; revision <= 30; revision += 1) {
      await service.ports.store.put(place, { id: 'meeting', schema: 1, body: { ...body, revision } });
      await service.ports.store.put(place, { id: 'gate', schema: 1, body: { open: revision } });
      if (revision % 10 === 0) await stream.until(({ signals }) => signals().at(-1) === `${meeting}@${revision}`);
    }
    const revisions = stream.signals().map((signal) => Number(signal.split('@')[1]));
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
    expect(revisions.at(-1)).toBe(30);
    const said = stream.events.map(({ data }) => data).join('');
    expect(said.replaceAll(/\{"topic":"meeting_\w+","revision":"\d+"\}|\d{13};rate=1/g, '')).toBe('');
  });

  it('tells of a team by the operations that change it', async () => {
    const team = await foundTeam(service, 'anna');
    const stream = await watch('anna', [team.id]);
    await stream.until(({ signals }) => signals().length === 1);
    const path = `/api/teams/${team.id}/minimum-group`;
    const headers = { 'if-match': team.revision };
    await ask(service, { as: 'anna', method: 'PUT', path, headers, body: { minimumGroup: 7 } });
    await stream.until(({ signals }) => signals().length >= 2);
    expect(new Set(stream.signals()).size).toBe(stream.signals().length);
  });

  it('says the time again and again, and at once when its pace changes', async () => {
    const team = await foundTeam(service, 'anna');
    const stream = await watch('anna', [team.id]);
    const times = () => stream.events.filter(({ type }) => type === 'time').map(({ data }) => data.split(';')[1]);
    await stream.until(() => times().length >= 3);
    rate = 20;
    changeClock();
    await stream.until(() => times().at(-1) === 'rate=20');
  });

  it('LV1 says where things stand to somebody who comes back', async () => {
    const team = await foundTeam(service, 'anna');
    const meeting = await compose(team.id);
    const first = await watch('anna', [meeting]);
    await first.until(({ signals }) => signals().length === 1);
    first.leave();
    const place = meetingPlace(meeting);
    const body = (await service.ports.store.read(place, 'meeting'))?.body ?? {};
    await service.ports.store.put(place, { id: 'meeting', schema: 1, body: { ...body, revision: 8 } });
    const again = await watch('anna', [meeting]);
    await again.until(({ signals }) => signals().length > 0);
    expect(again.signals()).toEqual([`${meeting}@8`]);
  });
});

describe('who may watch', () => {
  it('is a member only: to others there is no such thing', async () => {
    const team = await foundTeam(service, 'anna');
    const other = await foundTeam(service, 'bob');
    expect((await watch('bob', [team.id])).status).toBe(404);
    expect((await watch('bob', [other.id, team.id])).status).toBe(404);
    expect((await watch('bob', ['team_nobodys'])).status).toBe(404);
    const elsewhere = await fetch(`${service.url}/api/live?topics=${team.id}`, {
      headers: {
        authorization: `Bearer ${await tokenOf('anna', { claims: { tid: '22222222-2222-4222-8222-222222222222' } })}`,
      },
    });
    expect(elsewhere.status).toBe(404);
    expect((await fetch(`${service.url}/api/live?topics=${team.id}`)).status).toBe(401);
  });

  it.each(['', 'rubbish', 'round_1', 'team_a,,team_b', Array.from({ length: 21 }, (_, n) => `team_${n}`).join(',')])(
    'has to name topics: "%s"',
    async (topics) => {
      expect(await ask(service, { as: 'anna', path: `/api/live?topics=${topics}` })).toMatchObject({
        status: 400,
        body: { kind: 'request.invalid' },
      });
    },
  );

  it('may open a few streams, and another when one is closed', async () => {
    const team = await foundTeam(service, 'anna');
    const open = [];
    for (let n = 0; n < 4; n += 1) open.push(await watch('anna', [team.id]));
    const path = `/api/live?topics=${team.id}`;
    const refused = await ask(service, { as: 'anna', path });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    open[0]?.leave();
    await untilTaken('anna', [team.id]);
  });
});

describe('streams that are asked for at the same moment', () => {
  it('HT5 are as few as those that come one after the other', async () => {
    const team = await foundTeam(service, 'anna');
    const asked = await Promise.all(Array.from({ length: 8 }, () => watch('anna', [team.id])));
    expect(asked.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 429, 429, 429, 429]);
    for (const stream of asked) stream.leave();
    await untilTaken('anna', [team.id]);
  });

  it('HT5 count no longer once they were refused', async () => {
    const other = await foundTeam(service, 'bob');
    for (let n = 0; n < 6; n += 1) expect((await watch('anna', [other.id])).status).toBe(404);
  });

  it('RL1 are refused where the service began to stop before it was known who may watch', async () => {
    const { promise: looked, resolve: look } = Promise.withResolvers<undefined>();
    const { promise: asked, resolve: ask } = Promise.withResolvers<undefined>();
    const stopping = await runService({
      product: (product) => ({
        ...product,
        async mayWatch(...who) {
          ask(undefined);
          await looked;
          return product.mayWatch(...who);
        },
      }),
    });
    const team = await foundTeam(stopping, 'anna');
    const opening = openStream(stopping, 'anna', [team.id]);
    await asked;
    const ended = stopping.end();
    await new Promise((resolve) => setTimeout(resolve, 200));
    look(undefined);
    expect((await opening).status).toBe(503);
    await ended;
  });
});

describe('a watcher who does not read', () => {
  it('is cut off, and the others are told', async () => {
    const team = await foundTeam(service, 'anna');
    const meeting = await compose(team.id);
    const reader = await watch('anna', [meeting]);
    const { port, hostname } = new URL(service.url);
    const token = await tokenOf('anna');
    const lazy = connect(Number(port), hostname);
    const cutOff = new Promise<boolean>((resolve) => lazy.on('close', () => resolve(true)));
    lazy.on('error', () => undefined);
    lazy.write(`GET /api/live?topics=${meeting} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    await new Promise((resolve) => lazy.once('readable', resolve));
    lazy.pause();
    const place = meetingPlace(meeting);
    // Long revisions fill what the system itself keeps for the lazy one, some megabytes.
    const filler = 'r'.repeat(60_000);
    let sent = 0;
    while (sent < 400 && !lazy.destroyed) {
      sent += 1;
      await service.ports.store.put(place, { id: 'meeting', schema: 1, body: { revision: `${filler}${sent}` } });
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (sent > 200) lazy.resume();
    }
    expect(await cutOff).toBe(true);
    await service.ports.store.put(place, { id: 'meeting', schema: 1, body: { revision: 'last' } });
    await reader.until(({ signals }) => signals().at(-1) === `${meeting}@last`);
  });
});
