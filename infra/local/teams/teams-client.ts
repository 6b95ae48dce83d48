import express, { type Router } from 'express';
import { signInByCode } from '../entra/code-sign-in.ts';
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
    const { status, body: issued } = await signInByCode(person, `${authority}/${person.tid}`, {
      clientId: TEAMS_CLIENT.clientId,
      redirectUri: TEAMS_CLIENT.redirectUris[0] ?? '',
      scope: `${resource}/access_as_user openid profile`,
    });
    response.status(status).json(issued);
  });
  return router;
}
