import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import express from 'express';
import type { Effect } from '@plumbline/bot/conversation/effect';
import type { ChatEvent } from '@plumbline/bot/conversation/event';
import { createUpload } from '@plumbline/bot/files/upload';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { createLogger } from '@plumbline/bot/telemetry/logger';
import { connect } from '@plumbline/bot/turns/connection';
import { botDoor, type DoorOptions } from '@plumbline/bot/turns/door';
import { createGate } from '@plumbline/bot/turns/gate';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import { listen } from '../../running/listen.ts';

export const BOT = '44444444-4444-4444-8444-444444444444';
export const TENANT = '11111111-1111-4111-8111-111111111111';
const ISSUER = 'https://api.botframework.com';
export const PERSON = '0b7c9a54-3f2d-4e61-8a10-000000000001';

interface KeyPair {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: object;
}

/** Something that the bot said in a chat. */
export interface Said {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** When it came, in milliseconds since this process began. */
  readonly at: number;
}

interface Reply {
  readonly status: number;
  readonly text: string;
}

/** What a token says that is not as it should be. */
export interface TokenChanges {
  readonly claims?: JWTPayload;
  readonly issuer?: string;
  readonly audience?: string;
  /** `null`: it does not say. */
  readonly from?: string | null;
  readonly until?: string | null;
  readonly key?: KeyPair;
}

/** The channel's side over real HTTP: its keys, its tokens, and a connector that writes down what the bot says. */
export class Channel {
  readonly said: Said[] = [];
  /** Statuses that the connector answers with, before it takes anything. */
  readonly refusing: number[] = [];
  /** So many messages are taken, and nobody hears of it: the connection ends before the answer. */
  losing = 0;
  /** Whether a connection that was kept open is closed as the next call comes on it: what every server does that waited long enough. */
  closesWhatIsKept = false;
  /** Who is in every chat, by the ids that Teams gives them; `null`: nobody is told. */
  members: readonly string[] | null = null;
  /** How often somebody asked for the keys. */
  keysRead = 0;
  #server: Server | null = null;
  #origin = '';
  readonly #used = new WeakSet<Socket>();
  #key: KeyPair | null = null;
  /** A key that the channel publishes for other channels than Teams. */
  unendorsed: KeyPair | null = null;

  async open(): Promise<void> {
    this.#key = await makeKey('teams-key');
    this.unendorsed = await makeKey('other-key');
    const app = express();
    app.get('/keys', (_request, response) => {
      this.keysRead += 1;
      response.json({
        keys: [
          { ...this.#key?.jwk, endorsements: ['msteams', 'webchat'] },
          { ...this.unendorsed?.jwk, endorsements: ['directline'] },
        ],
      });
    });
    app.get('/metadata', (_request, response) => {
      response.json({ issuer: ISSUER, jwks_uri: this.trust.keysUrl, id_token_signing_alg_values_supported: ['RS256'] });
    });
    app.get(/^\/connector\/.*\/pagedmembers$/, (_request, response) => {
      if (this.members === null) response.status(404).json({ error: { code: 'Refused', message: 'as asked' } });
      else response.json({ members: this.members.map((id) => ({ id })) });
    });
    app.all(/^\/connector\//, express.json(), (request, response) => {
      if (this.closesWhatIsKept && this.#used.has(request.socket)) {
        request.socket.destroy();
        return;
      }
      this.#used.add(request.socket);
      const refused = this.refusing.shift();
      if (refused !== undefined) {
        response.status(refused).json({ error: { code: 'Refused', message: 'as asked' } });
        return;
      }
      this.said.push({
        method: request.method,
        path: request.path,
        authorization: request.headers.authorization ?? '',
        body: request.body as Said['body'],
        at: performance.now(),
      });
      if (this.losing > 0) {
        this.losing -= 1;
        response.destroy();
        return;
      }
      response.json({ id: `said-${this.said.length}` });
    });
    this.#server = createServer(app);
    this.#origin = await listen(this.#server);
  }

  get serviceUrl(): string {
    return `${this.#origin}/connector/`;
  }

  get trust() {
    return {
      botId: BOT,
      tenants: new Set([TENANT]),
      issuer: ISSUER,
      keysUrl: `${this.#origin}/keys`,
      serviceOrigins: [this.#origin],
    };
  }

  /** What an SDK of the channel is to look at. */
  get published() {
    return { issuer: ISSUER, metadataUrl: `${this.#origin}/metadata` };
  }

  /** A token as the channel makes it, but for what is changed. */
  async token(changes: TokenChanges = {}): Promise<string> {
    const key = changes.key ?? this.#key;
    if (!key) throw new Error('The channel is not open');
    const token = new SignJWT({ serviceurl: this.serviceUrl, ...changes.claims })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid })
      .setIssuer(changes.issuer ?? ISSUER)
      .setAudience(changes.audience ?? BOT);
    const { from = '-1m', until = '1h' } = changes;
    if (from !== null) token.setNotBefore(from);
    if (until !== null) token.setExpirationTime(until);
    return token.sign(key.privateKey);
  }

  /** A message that somebody of the tenant typed, but for what is changed. */
  message(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    return {
      type: 'message',
      id: `activity-${Math.random()}`,
      channelId: 'msteams',
      serviceUrl: this.serviceUrl,
      from: { id: '29:maya', name: 'Maya Lindqvist', aadObjectId: PERSON },
      recipient: { id: `28:${BOT}`, name: 'Plumbline' },
      conversation: { id: 'a:chat-of-maya', conversationType: 'personal', tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
      locale: 'en-GB',
      text: 'hello',
      ...changes,
    };
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server) await new Promise((resolve) => server.close(resolve));
  }
}

/** An instance of the bot's door over real HTTP, with the real adapter, in front of a conversation that a test gives. */
export class Door {
  readonly events: ChatEvent[] = [];
  readonly logged: string[] = [];
  #server: Server | null = null;
  #origin = '';

  static async open(
    channel: Channel,
    parts: {
      readonly answer?: (event: ChatEvent) => Promise<readonly Effect[]> | readonly Effect[];
      readonly store?: DocumentStore;
      readonly upload?: DoorOptions['upload'];
      readonly gate?: DoorOptions['gate'];
      /** How often people may say something; as good as always if not given. */
      readonly limits?: Partial<DoorOptions['limits']>;
    } = {},
  ): Promise<Door> {
    const door = new Door();
    const app = express();
    app.use(
      botDoor({
        gate: parts.gate ?? createGate(channel.trust),
        connection: connect(BOT, { kind: 'token', token: () => Promise.resolve('from-the-bot') }),
        upload: parts.upload ?? createUpload(),
        ports: { store: parts.store ?? openSqliteStore({ path: ':memory:' }), now: Date.now },
        async handle(event) {
          door.events.push(event);
          return (await parts.answer?.(event)) ?? [{ kind: 'say', message: { text: 'Heard.' } }];
        },
        hear: () => undefined,
        limits: { requestsPerMinute: 600_000, requestsPerMinuteOfTenant: 6_000_000, ...parts.limits },
        logger: createLogger('debug', { write: (line: string) => void door.logged.push(line) }),
      }),
    );
    door.#server = createServer(app);
    door.#origin = await listen(door.#server);
    return door;
  }

  post(body: unknown, token: string | null): Promise<Reply> {
    return postActivity(this.#origin, body, token);
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server) await new Promise((resolve) => server.close(resolve));
  }
}

/** Delivers something at the bot's door of a service. */
export async function postActivity(origin: string, body: unknown, token: string | null): Promise<Reply> {
  const reply = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: reply.status, text: await reply.text() };
}

export async function makeKey(kid: string): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' } };
}
