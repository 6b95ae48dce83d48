import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import type { Effect } from '@plumbline/bot/conversation/effect';
import type { ChatEvent } from '@plumbline/bot/conversation/event';
import { LIMITS } from '@plumbline/bot/http/limits';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { createLogger } from '@plumbline/bot/telemetry/logger';
import { connect, type Connection } from '@plumbline/bot/turns/connection';
import { createUpload } from '@plumbline/bot/files/upload';
import { botDoor } from '@plumbline/bot/turns/door';
import { createGate } from '@plumbline/bot/turns/gate';
import { DEMO_PEOPLE, DEMO_TENANT } from '@plumbline/infra/local/demo/people';
import { createLocalIssuer } from '@plumbline/infra/local/entra/local-issuer';
import {
  CHANNEL_ISSUER,
  CHANNEL_KEYS_PATH,
  createChannelIssuer,
  type ChannelIssuer,
} from '@plumbline/infra/local/teams/connector/channel-issuer';
import { createLocalTeams } from '@plumbline/infra/local/teams/local-teams';
import { listen } from '../../running/listen.ts';

export const BOT = { id: '3f0f6f5e-3b60-4a39-b9d0-54a86d0b2d11', name: 'Plumbline' };
const APP_ID = '7c2f4b2e-6d0c-4f6a-9f7e-3d2f1c0b9a81';

export interface ChatWorld {
  readonly base: string;
  readonly channel: ChannelIssuer;
  readonly connection: Connection;
  /** What came through the bot's door, in order. */
  readonly events: readonly ChatEvent[];
  /** Asks Local Teams as its page does. */
  readonly asPage: (path: string, body: object, method?: 'POST' | 'PUT') => Promise<unknown>;
  /** Has the bot break off whatever is delivered to it, or take it again. */
  readonly setAway: (isAway: boolean) => void;
  readonly stop: () => Promise<void>;
}

/**
 * Local Teams with a bot behind the product's own door: the real gate and the SDK's adapter, and what is answered is
 * the test's to say.
 */
export async function startChatWorld(answer: (event: ChatEvent) => readonly Effect[], port = 0): Promise<ChatWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-chat-'));
  const app = express();
  const server = createServer(app);
  const base = await listen(server, port);
  const channel = await createChannelIssuer({ dataDir });
  const issuer = await createLocalIssuer({
    issuer: `${base}/local/entra`,
    audience: `api://localhost/${APP_ID}`,
    personas: DEMO_PEOPLE,
    dataDir,
  });
  const store = openSqliteStore({ path: ':memory:' });
  const connection = connect(BOT.id, { kind: 'token', token: () => channel.botToken(BOT.id) });
  const events: ChatEvent[] = [];
  let isAway = false;

  app.post('/api/messages', (request, _response, next) => {
    if (isAway) request.socket.destroy();
    else next();
  });
  app.use(
    botDoor({
      gate: createGate({
        botId: BOT.id,
        tenants: new Set([DEMO_TENANT]),
        issuer: CHANNEL_ISSUER,
        keysUrl: `${base}${CHANNEL_KEYS_PATH}`,
        serviceOrigins: [base],
      }),
      connection,
      upload: createUpload(),
      ports: { store, now: Date.now },
      handle(event) {
        events.push(event);
        return Promise.resolve(answer(event));
      },
      hear: () => undefined,
      limits: LIMITS,
      logger: createLogger('error'),
    }),
  );
  app.use(issuer.router);
  app.use(channel.router);
  app.use(
    createLocalTeams({
      personas: DEMO_PEOPLE,
      appId: APP_ID,
      chat: { bot: BOT, channel, origin: () => base, file: join(dataDir, 'chats.jsonl'), now: Date.now },
    }),
  );
  app.get('/api/me', (_request, response) => {
    const meetings = [{ id: 'meeting_q4', title: 'Fourth quarter alignment', status: 'open', phase: 'rating' }];
    response.json({ teams: [{ id: 'team_calder', name: 'Calder Executive Team', role: 'leader', meetings }] });
  });
  app.get('/local/time', (_request, response) => {
    response.json({ rate: 1 });
  });

  return {
    base,
    channel,
    connection,
    events,
    async asPage(path, body, method = 'POST') {
      const response = await fetch(`${base}/local/teams/chats${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const told: unknown = await response.json();
      return told;
    },
    setAway(next) {
      isAway = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
