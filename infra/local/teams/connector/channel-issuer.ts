import express, { type Router } from 'express';
import { createLocalJWKSet, jwtVerify, SignJWT } from 'jose';
import { isFromThisMachine } from '../../entra/loopback.ts';
import { loadSigningKey } from '../../entra/signing-key.ts';

/** Where the channel's keys are, below the origin it is served from. */
export const CHANNEL_KEYS_PATH = '/local/teams/channel/keys';

/** What the Bot Framework's tokens name as their issuer. */
export const CHANNEL_ISSUER = 'https://api.botframework.com';

/** Whom the stand-in's tokens for the bot's own calls are for. */
const CONNECTOR = 'plumbline-local-connector';
const LIFETIME = '1h';

export interface ChannelIssuer {
  /** The key set, for this machine only. */
  readonly router: Router;
  /** A token with which the channel calls the bot: for one bot, and for one address to send answers to. */
  readonly signFor: (call: { readonly botId: string; readonly serviceUrl: string }) => Promise<string>;
  /** A token with which the bot calls the connector. */
  readonly botToken: (botId: string) => Promise<string>;
  /** Whether a call to the connector is the bot's. */
  readonly isBot: (authorization: string | undefined, botId: string) => Promise<boolean>;
}

/** Stands in for the Bot Framework's tokens on one machine: real RS256 ones, from a key that is kept in the data folder. */
export async function createChannelIssuer({ dataDir }: { readonly dataDir: string }): Promise<ChannelIssuer> {
  const key = await loadSigningKey(dataDir);
  const published = { keys: [{ ...key.publicJwk, endorsements: ['msteams'] }] };
  const ownKeys = createLocalJWKSet({ keys: [key.publicJwk] });
  const sign = (claims: Record<string, string>, audience: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
      .setIssuer(CHANNEL_ISSUER)
      .setAudience(audience)
      .setIssuedAt()
      .setNotBefore('-1s')
      .setExpirationTime(LIFETIME)
      .sign(key.privateKey);

  const router = express.Router();
  router.get(CHANNEL_KEYS_PATH, (request, response) => {
    if (isFromThisMachine(request)) response.json(published);
    else response.status(403).json({ error: 'Only this machine may ask.' });
  });

  return {
    router,
    signFor: ({ botId, serviceUrl }) => sign({ serviceurl: serviceUrl }, botId),
    botToken: (botId) => sign({ appid: botId }, CONNECTOR),
    async isBot(authorization, botId) {
      const token = /^Bearer +([^ ]+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) return false;
      try {
        const { payload } = await jwtVerify(token, ownKeys, { audience: CONNECTOR, issuer: CHANNEL_ISSUER });
        return payload['appid'] === botId;
      } catch {
        // Whatever is wrong with it, it is not the bot's.
        return false;
      }
    },
  };
}
