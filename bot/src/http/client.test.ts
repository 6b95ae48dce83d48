import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient, type Client, type ClientOptions } from '@plumbline/shared/client/client';
import type { LiveNews } from '@plumbline/shared/client/watch-live';
import type { Web } from '@plumbline/shared/client/web';
import { runService, TEAM, tokenOf, type RunningService } from '../testing/running-service.ts';

/** The real client against the real service; only the line between them is cut, as a test needs. */
let service: RunningService;
let cut: (url: string) => 'pass' | 'refuse' | 'lose-reply';
let sent: string[];

beforeAll(async () => {
  service = await runService();
});

afterAll(async () => {
  await service.end();
});

beforeEach(() => {
  cut = () => 'pass';
  sent = [];
});

const web: Web = {
  async fetch(url, request) {
    const fate = cut(url);
    sent.push(
      `${request.method} ${url.slice(service.url.length).split('?')[0]} ${request.headers['idempotency-key'] ?? ''}`,
    );
    if (fate === 'refuse') throw new TypeError('fetch failed');
    const response = await fetch(url, request);
    if (fate === 'lose-reply') throw new TypeError('terminated');
    return response;
  },
  newAbort: () => new AbortController(),
  now: () => performance.now(),
  random: () => 0.5,
  // Waits are a twentieth of what they are in a browser, but for the time that a reply may take: 2 s, or 8 and more.
  after(milliseconds, run) {
    const isForReply = milliseconds === 2_000 || milliseconds >= 8_000;
    const timer = setTimeout(run, isForReply ? milliseconds : milliseconds / 20);
    return () => clearTimeout(timer);
  },
};

let keys = 0;

function clientOf(name: string, changes: Partial<ClientOptions> = {}): Client {
  const newKey = (): string => {
    keys += 1;
    return `key-${keys}`;
  };
  return createClient({ ...web, baseUrl: service.url, token: () => tokenOf(name), newKey, ...changes });
}

async function foundTeam(client: Client) {
  const made = await client.call('foundTeam', {
    input: { ...TEAM, scope: 'organisation', myRole: 'coach' },
  });
  if (!made.ok) throw new Error(`The team was not founded: ${made.error.kind}`);
  return made.value;
}

describe('the client', () => {
  it('reads, changes and is told what went wrong', async () => {
    const client = clientOf('anna');
    const { value: team, revision } = await foundTeam(client);
    const params = { team: team.id };
    const raised = await client.call('raiseMinimumGroup', {
      params,
      input: { minimumGroup: 8 },
      ifMatch: revision ?? '',
    });
    expect(raised).toMatchObject({ ok: true, value: { value: { minimumGroup: 8 } } });
    const stale = await client.call('raiseMinimumGroup', {
      params,
      input: { minimumGroup: 9 },
      ifMatch: revision ?? '',
    });
    expect(stale).toEqual({
      ok: false,
      error: {
        kind: 'revision.stale',
        status: 412,
        title: 'Somebody changed this meanwhile.',
        detail: expect.stringContaining('Nothing was overwritten'),
        values: {},
        errors: [],
        instance: expect.stringMatching(/^urn:uuid:/),
        retryAfter: null,
      },
    });
  });

  it('keeps what it has read and gets it again only when it changed', async () => {
    const client = clientOf('anna');
    const { value: team } = await foundTeam(client);
    const first = await client.call('viewTeam', { params: { team: team.id } });
    const again = await client.call('viewTeam', { params: { team: team.id } });
    expect(again).toEqual(first);
    expect(again.ok && first.ok && again.value === first.value).toBe(true);
  });

  it('makes one thing when the reply to making it is lost', async () => {
    const client = clientOf('lost');
    let losses = 2;
    cut = () => (losses-- > 0 ? 'lose-reply' : 'pass');
    await foundTeam(client);
    expect(new Set(sent).size).toBe(1);
    expect(sent).toHaveLength(3);
    const home = await client.call('viewHome', {});
    expect(home.ok && home.value.value.teams.length).toBe(1);
  });

  it('gives up in the end, and does not repeat what could do harm', async () => {
    const client = clientOf('anna');
    cut = () => 'refuse';
    expect(await client.call('viewHome', {})).toMatchObject({
      ok: false,
      error: { kind: 'network.offline', status: null },
    });
    expect(sent).toHaveLength(3);
    const params = { team: 'team_a' };
    await client.call('raiseMinimumGroup', { params, input: { minimumGroup: 8 }, ifMatch: '1' });
    expect(sent).toHaveLength(4);
  });

  it('stops waiting for a reply that does not come', async () => {
    const never = (_url: string, { signal }: { readonly signal: AbortSignal }): Promise<never> =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    const client = clientOf('anna', { fetch: never, timeout: 200 });
    expect(await client.call('viewHome', {})).toMatchObject({ ok: false, error: { kind: 'network.timeout' } });
  });

  it("knows the service's time from any reply", async () => {
    const client = clientOf('anna');
    expect(client.serverNow()).toBeNull();
    await client.call('viewHome', {});
    expect(Math.abs((client.serverNow() ?? 0) - Date.now())).toBeLessThan(60_000);
  });
});

describe('watching', () => {
  async function until(isThere: () => boolean): Promise<void> {
    while (!isThere()) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  function watch(client: Client, topics: readonly string[]) {
    const news: LiveNews[] = [];
    const states: string[] = [];
    const stop = client.watchLive({
      topics,
      onSignal: (one) => news.push(one),
      onState: (state) => states.push(state),
    });
    return { news, states, stop };
  }

  it('is live, tells of changes, and is silent once it is stopped', async () => {
    const client = clientOf('anna');
    const { value: team, revision } = await foundTeam(client);
    const { news, states, stop } = watch(client, [team.id]);
    await until(() => news.length === 1);
    const raise = { params: { team: team.id }, input: { minimumGroup: 6 }, ifMatch: revision ?? '' };
    await client.call('raiseMinimumGroup', raise);
    await until(() => news.length >= 2);
    expect(states).toEqual(['live']);
    expect(new Set(news.map(({ topic }) => topic))).toEqual(new Set([team.id]));
    expect(news.every((one) => one.revision !== null)).toBe(true);
    stop();
    const heard = news.length;
    await client.call('copyInstrument', {
      params: { team: team.id },
      input: { from: { id: 'instrument_alignment', version: 1 }, title: 'Ours' },
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([news.length, states]).toEqual([heard, ['live']]);
  });

  it('polls where no stream can be had, and looks again at everything once one can', async () => {
    const client = clientOf('anna');
    const { value: team } = await foundTeam(client);
    cut = (url) => (url.includes('/api/live') ? 'refuse' : 'pass');
    const { news, states, stop } = watch(client, [team.id]);
    await until(() => news.length >= 2);
    expect([states, news[0]]).toEqual([['polling'], { topic: team.id, revision: null }]);
    cut = () => 'pass';
    await until(() => states.length === 2);
    const polled = news.length;
    await until(() => news.length > polled || news.at(-1)?.revision === null);
    expect([states, news.at(-1)]).toEqual([['polling', 'live'], { topic: team.id, revision: null }]);
    stop();
  });

  it('says that it is offline, and finds back by itself', async () => {
    const client = clientOf('anna');
    const { value: team } = await foundTeam(client);
    cut = () => 'refuse';
    const { news, states, stop } = watch(client, [team.id]);
    await until(() => states.length === 1);
    expect([states, news]).toEqual([['offline'], []]);
    cut = () => 'pass';
    await until(() => states.at(-1) === 'live' && news.length > 0);
    expect(news.at(-1)).toEqual({ topic: team.id, revision: null });
    stop();
  });
});
