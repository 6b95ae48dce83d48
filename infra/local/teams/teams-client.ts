import { createHash, randomBytes } from 'node:crypto';
import express, { type Router } from 'express';
import { isFromThisMachine } from '../entra/loopback.ts';
import type { Persona } from '../entra/persona.ts';
import { TEAMS_CLIENT } from '../entra/stand-in/registrations.ts';

/** Where the page of Local Teams has the tokens of whoever is in it. */
export const TEAMS_TOKEN_PATH = '/local/teams/token';

interface TeamsClientOptions {
  readonly authority: string;
  /** What the manifest names as `webApplicationInfo.resource`. */
  readonly resource: string;
  readonly personas: readonly Persona[];
}

/**
 * The part of Teams that signs people in to Entra ID, and has tokens for the apps that it shows: as Teams' own client, by a
 * code with PKCE. It answers this machine only.
 */
export function createTeamsClient({ authority, resource, personas }: TeamsClientOptions): Router {
  const router = express.Router();
  router.post(TEAMS_TOKEN_PATH, express.json({ limit: '1kb' }), async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const body: unknown = request.body;
    const asked = typeof body === 'object' && body !== null && 'persona' in body ? body.persona : undefined;
    const person = personas.find(({ id }) => id === asked);
    if (!person || !isFromThisMachine(request)) {
      response.status(400).json({ error: 'invalid_request' });
      return;
    }
    const { status, body: issued } = await signIn(person, { authority, resource });
    response.status(status).json(issued);
  });
  return router;
}

async function signIn(
  person: Persona,
  { authority, resource }: Pick<TeamsClientOptions, 'authority' | 'resource'>,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const at = `${authority}/${person.tid}/oauth2/v2.0`;
  const verifier = randomBytes(32).toString('base64url');
  const redirect = TEAMS_CLIENT.redirectUris[0] ?? '';
  const shared = { client_id: TEAMS_CLIENT.clientId, redirect_uri: redirect };
  const agreed = await fetch(`${at}/login`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      ...shared,
      response_type: 'code',
      response_mode: 'query',
      scope: `${resource}/access_as_user openid profile`,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      username: person.userPrincipalName,
    }),
  });
  const code = new URL(agreed.headers.get('location') ?? redirect).searchParams.get('code') ?? '';
  const issued = await fetch(`${at}/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...shared, grant_type: 'authorization_code', code, code_verifier: verifier }),
  });
  return { status: issued.status, body: await issued.json() };
}
