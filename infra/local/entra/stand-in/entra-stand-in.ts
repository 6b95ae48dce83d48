import { createServer } from 'node:https';
import express from 'express';
import type { Persona } from '../persona.ts';
import { makeCertificate } from './certificate.ts';
import { createGraph, graphCaller, type GraphTeam } from '../graph.ts';
import { createGrants } from './grants.ts';
import { entraRoutes, type LetInBy } from './routes.ts';
import { graphAt, GRAPH_ID, TEAMS_CLIENT, type Registration, type Wanted } from './registrations.ts';
import { makeSigningKeys, type SigningKeys } from './signing-keys.ts';
import { createTokenMaker, type TokenMaker } from './tokens.ts';

export interface EntraOptions {
  /** Everybody of the tenants. */
  readonly people: readonly Persona[];
  readonly registrations: readonly Registration[];
  /** What Microsoft Graph tells at the same origin; left out: there are no teams. */
  readonly teams?: readonly GraphTeam[];
  readonly now?: () => number;
}

/** Entra ID, version 2.0, on this machine: an origin of its own. */
export interface EntraStandIn {
  /** `https://localhost:port`. */
  readonly authority: string;
  /** The certificate that whoever speaks with it must trust, in PEM. */
  readonly certificate: string;
  readonly keys: SigningKeys;
  readonly tokens: TokenMaker;
  /** How many times the keys were asked for. */
  readonly keyRequests: () => number;
  /** Takes a tenant's consent to an application back, or gives it. */
  readonly setConsent: (tenant: string, clientId: string, isGiven: boolean) => void;
  /**
   * Has an application be one that a tenant has not let in, and says who may: nobody has tokens for it, or by it, until its
   * people or an administrator did.
   */
  readonly keepOut: (tenant: string, clientId: string, until: LetInBy) => void;
  /** Has nobody be answered, as where Entra is out. */
  readonly setAway: (isAway: boolean) => void;
  readonly close: () => Promise<void>;
}

/**
 * Starts a directory that signs people in as Entra ID does: discovery, keys, codes with PKCE, refresh tokens, on-behalf-of,
 * sign-out and an administrator's consent, over https. Whoever reaches it may be anybody: it listens to this machine alone.
 */
export async function startEntra(options: EntraOptions): Promise<EntraStandIn> {
  const { people, now = Date.now } = options;
  const withheld = new Set<string>();
  const keptOut = new Map<string, LetInBy>();
  const state = { isAway: false, keyRequests: 0 };
  const { key, cert } = makeCertificate(Date.now());
  const app = express();
  const server = createServer({ key, cert }, (request, response) => {
    if (state.isAway) request.socket.destroy();
    else app(request, response);
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : 0);
    });
  });
  const authority = `https://localhost:${port}`;
  const registrations = [TEAMS_CLIENT, graphAt(authority), ...options.registrations];
  const keys = await makeSigningKeys(authority);
  const tokens = createTokenMaker({ authority, keys, now });
  const hasConsent = (tenant: string, clientId: string, { audience }: Wanted) =>
    !withheld.has(`${tenant} ${clientId}`) && [clientId, audience].every((one) => !keptOut.has(`${tenant} ${one}`));
  const setConsent = (tenant: string, clientId: string, isGiven: boolean) => {
    if (isGiven) withheld.delete(`${tenant} ${clientId}`);
    else withheld.add(`${tenant} ${clientId}`);
  };
  const grants = createGrants({ authority, registrations, people, keys, tokens, now, hasConsent });
  app.disable('x-powered-by');
  app.use(
    createGraph({
      origin: () => authority,
      people,
      teams: options.teams ?? [],
      callerOf: (token) => graphCaller(token, { keys: keys.published(), audience: GRAPH_ID, at: now() }),
    }),
  );
  app.use(
    entraRoutes({
      authority,
      registrations,
      people,
      keys,
      grants,
      letInBy: (tenant, clientId) => keptOut.get(`${tenant} ${clientId}`) ?? null,
      giveConsent(tenant, clientId) {
        keptOut.delete(`${tenant} ${clientId}`);
        setConsent(tenant, clientId, true);
      },
      onKeys: () => (state.keyRequests += 1),
    }),
  );
  return {
    authority,
    certificate: cert,
    keys,
    tokens,
    keyRequests: () => state.keyRequests,
    setConsent,
    keepOut: (tenant, clientId, until) => keptOut.set(`${tenant} ${clientId}`, until),
    setAway: (isAway) => {
      state.isAway = isAway;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
