import express, { type Request, type Response, type Router } from 'express';
import { SignJWT } from 'jose';
import { graphCaller, type GraphCaller } from './graph.ts';
import { isFromThisMachine } from './loopback.ts';
import type { Persona } from './persona.ts';
import { GRAPH } from './stand-in/registrations.ts';
import { loadSigningKey } from './signing-key.ts';

/** Where the issuer's routes are, below the origin it is served from. */
export const LOCAL_ENTRA_PATH = '/local/entra';

/** The scope that the product's API asks for, as in the Entra app registration. */
const SCOPE = 'access_as_user';

/** What may be asked of Graph with a token of ours. */
const GRAPH_SCOPES = 'Team.ReadBasic.All TeamMember.Read.All';

const LIFETIME_SECONDS = 3_600;

export interface LocalIssuerOptions {
  /** The address that tokens name before their tenant: `http://localhost:3978/local/entra`. */
  readonly issuer: string;
  /** What tokens are for: the API's application id or `api://` address. */
  readonly audience: string;
  /** Everybody a token can be had for. */
  readonly personas: readonly Persona[];
  /** The folder in which the key pair is kept. */
  readonly dataDir: string;
  /** The time in milliseconds since 1970. */
  readonly clock?: () => number;
}

/** What the token endpoint answers, in the words of OAuth 2.0. */
export interface IssuedToken {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

export interface LocalIssuer {
  readonly router: Router;
  /** Where the public keys are, for whoever checks the tokens. */
  readonly jwksUri: string;
  /** The issuer as a tenant's tokens name it. */
  readonly issuerOf: (tid: string) => string;
  readonly issueToken: (persona: Persona) => Promise<IssuedToken>;
  /** A token with which the service reads Graph as whoever one of ours is of; `null` for one that is not ours. */
  readonly onBehalf: (token: string) => Promise<string | null>;
  /** Reads a token for Graph. */
  readonly graphCaller: (token: string) => Promise<GraphCaller | null>;
}

/**
 * Stands in for Entra ID on one machine: real RS256 access tokens of the v2.0 shape, a key set and a discovery document.
 *
 * Mount `router` at the root of the origin that `issuer` names. Tokens are handed to this machine only: whoever reaches
 * the endpoint may be any persona, which is the point of local mode and the reason it must not leave the machine.
 */
export async function createLocalIssuer(options: LocalIssuerOptions): Promise<LocalIssuer> {
  const { audience, personas, clock = Date.now } = options;
  const base = options.issuer.replace(/\/+$/, '');
  const key = await loadSigningKey(options.dataDir);
  const jwksUri = `${base}/discovery/keys`;

  const issuerOf = (tid: string): string => `${base}/${tid}/v2.0`;

  function sign(persona: Persona, claims: { readonly aud: string; readonly scp: string }): Promise<string> {
    const now = Math.floor(clock() / 1_000);
    return new SignJWT({
      ver: '2.0',
      tid: persona.tid,
      oid: persona.oid,
      scp: claims.scp,
      name: persona.name,
      preferred_username: persona.userPrincipalName,
      ...(persona.appRoles === undefined ? {} : { roles: persona.appRoles }),
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
      .setIssuer(issuerOf(persona.tid))
      .setSubject(persona.oid)
      .setAudience(claims.aud)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + LIFETIME_SECONDS)
      .sign(key.privateKey);
  }

  async function issueToken(persona: Persona): Promise<IssuedToken> {
    const token = await sign(persona, { aud: audience, scp: SCOPE });
    return { access_token: token, token_type: 'Bearer', expires_in: LIFETIME_SECONDS };
  }

  function readFor(token: string, wanted: string): Promise<GraphCaller | null> {
    return graphCaller(token, { keys: [key.publicJwk], audience: wanted, at: clock() });
  }

  async function onBehalf(token: string): Promise<string | null> {
    const caller = await readFor(token, audience);
    const persona = personas.find(({ oid }) => oid === caller?.oid);
    return persona ? sign(persona, { aud: GRAPH, scp: GRAPH_SCOPES }) : null;
  }

  const router = express.Router();
  router.get(`${LOCAL_ENTRA_PATH}/discovery/keys`, (_request, response) => {
    response.json({ keys: [key.publicJwk] });
  });
  router.get(`${LOCAL_ENTRA_PATH}/:tid/v2.0/.well-known/openid-configuration`, (request, response) => {
    response.json(describeIssuer({ issuer: issuerOf(request.params.tid), jwksUri, base }));
  });
  router.use(`${LOCAL_ENTRA_PATH}/token`, (request, response, next) => {
    if (isFromThisMachine(request)) next();
    else refuseStranger(response);
  });
  router.post(`${LOCAL_ENTRA_PATH}/token`, express.json({ limit: '1kb' }), async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const persona = personas.find(({ id }) => id === askedFor(request));
    if (persona === undefined) {
      refuseUnknown(response, personas);
      return;
    }
    response.json(await issueToken(persona));
  });

  return { router, jwksUri, issuerOf, issueToken, onBehalf, graphCaller: (token) => readFor(token, GRAPH) };
}

function describeIssuer({ issuer, jwksUri, base }: { issuer: string; jwksUri: string; base: string }): object {
  return {
    issuer,
    jwks_uri: jwksUri,
    token_endpoint: `${base}/token`,
    response_types_supported: ['token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: [SCOPE],
  };
}

function askedFor(request: Request): unknown {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null && 'persona' in body ? body.persona : undefined;
}

function refuseStranger(response: Response): void {
  response.status(403).json({
    error: 'access_denied',
    error_description:
      'Local mode gives tokens to this machine only. Open the page at http://localhost or set up Entra ID.',
  });
}

function refuseUnknown(response: Response, personas: readonly Persona[]): void {
  response.status(400).json({
    error: 'invalid_request',
    error_description: `Send {"persona": "..."} with one of: ${personas.map(({ id }) => id).join(', ')}.`,
  });
}
