import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';
import express from 'express';
import { createConversation } from '@plumbline/bot/conversation/handle';
import { operateAs } from '@plumbline/bot/conversation/operate';
import { credentialsOf } from '@plumbline/bot/turns/connection';
import { listen } from '../../running/listen.ts';
import { BOT, Channel, Door, postActivity } from '../../security/bot-door/channel.ts';
import { Callers } from '../store/use-cases.ts';
import { quantile, type Line } from '../figures.ts';
import { monotonic } from '../watchers.ts';

const TURNS = 300;
/** Until everything is compiled. */
const WARM = 30;
const LEADERS = 8;
/** What a turn may take of an empty one and its use case's own time. */
const MOST = 1.5;

/**
 * One leader asks "my commitments", over HTTP in to the reply out, store included: token, gate, once-only claim, words
 * understood, two views read, memory kept. Beside it, in turns, the SDK's echo bot, which looks at the same token and has no
 * store, and the same views read by their use cases alone.
 */
export async function measureTurns(): Promise<Line> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const callers = await Callers.open({ dataDir: join(folder, 'data') });
  const channel = new Channel();
  await channel.open();
  const team = await callers.team(LEADERS);
  const leader = callers.person(1);
  const { ports } = callers;
  const { handle } = createConversation({ ports, appId: BOT, chatLink: 'https://teams.microsoft.com/l/chat/0/0' });
  // Who speaks is whoever leads the team here: the channel's people are of another directory.
  const door = await Door.open(channel, {
    store: ports.store,
    answer: (event) => handle({ ...event, from: { ...event.from, ...leader } }),
  });
  const echo = await openEcho(channel);
  const operate = operateAs(leader, ports, 'en');
  try {
    const ours: number[] = [];
    const empty: number[] = [];
    const views: number[] = [];
    for (let n = 0; n < WARM + TURNS; n += 1) {
      const token = await channel.token();
      const message = channel.message({ text: 'my commitments' });
      const mine = await untilReply(channel, () => door.post(message, token));
      const bare = await untilReply(channel, () => echo.post({ ...message, id: `echo-${n}` }, token));
      const before = monotonic();
      await operate('viewHome', { params: {} });
      await operate('viewTeam', { params: { team } });
      if (n < WARM) continue;
      ours.push(mine);
      empty.push(bare);
      views.push(monotonic() - before);
    }
    const [mine, bare, store] = [ours, empty, views].map((times) => quantile(times, 0.5));
    const reference = (bare ?? Number.NaN) + (store ?? Number.NaN);
    return {
      what: 'a turn of the bot, from the message to the reply: ms',
      ours: (mine ?? Number.NaN).toFixed(2),
      reference: reference.toFixed(2),
      ratio: (mine ?? Number.NaN) / reference,
      goal: MOST,
    };
  } finally {
    await echo.close();
    await door.close();
    await channel.close();
    await ports.store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the message to the reply's coming to the channel; what is written down after it is waited for too. */
async function untilReply(channel: Channel, post: () => Promise<unknown>): Promise<number> {
  const [before, from] = [channel.said.length, performance.now()];
  await post();
  const reply = channel.said[before];
  if (!reply) throw new Error('The bot said nothing');
  return reply.at - from;
}

/** The SDK's echo bot as its samples have it: its adapter looks at the token and answers one word. */
async function openEcho(channel: Channel) {
  const { issuer, metadataUrl } = channel.published;
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        ValidateAuthority: 'true',
        ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
        ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
        ToBotFromChannelTokenIssuer: issuer,
        ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
      },
      credentialsOf(BOT, { kind: 'token', token: () => Promise.resolve('from-the-bot') }),
    ),
  );
  const app = express();
  app.post('/api/messages', express.json(), (request, response) =>
    adapter.process(request, response, async (context) => {
      await context.sendActivity('Heard.');
    }),
  );
  const server = createServer(app);
  const origin = await listen(server);
  return {
    post: (body: unknown, token: string) => postActivity(origin, body, token),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
