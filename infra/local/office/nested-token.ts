import express, { type Router } from 'express';
import { z } from 'zod';
import { signInByCode, type CodeAnswer } from '../entra/code-sign-in.ts';
import type { Persona } from '../entra/persona.ts';

/** Where the bridge in a pane has the tokens of whoever is signed in to Local Office. */
export const NESTED_TOKEN_PATH = '/local/office/nested-token';

/** The directory that Office signs add-ins in to. */
export interface NestedDirectory {
  /** Its https origin. */
  readonly authority: string;
  /** The host that the add-in is served from, as its registration names it: `brk-multihub://host`. */
  readonly host: string;
}

const asked = z.object({ persona: z.string(), clientId: z.string(), authority: z.url(), scope: z.string() });

/**
 * The broker of Office: it signs the person who is signed in to it in to an add-in too, as the add-in's own client, by the redirect
 * address that only brokers have. It answers with a token and whose it is, or with Entra's refusal by a status of 400.
 */
export function nestedTokenRoute(directory: NestedDirectory, personas: readonly Persona[]): Router {
  const router = express.Router();
  router.post('/', express.json({ limit: '4kb' }), async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const said = asked.safeParse(request.body);
    const person = said.success ? personas.find(({ id }) => id === said.data.persona) : undefined;
    if (!said.success || !person || new URL(said.data.authority).origin !== directory.authority) {
      response.status(400).json({ error: 'invalid_request' });
      return;
    }
    const { clientId, authority, scope } = said.data;
    const answer = await signInByCode(person, authority.replace(/\/$/, ''), {
      clientId,
      redirectUri: `brk-multihub://${directory.host}`,
      scope: `${scope} openid profile`,
      origin: `https://${directory.host}`,
    }).catch(noDirectory);
    if (answer.status === 200) response.json({ token: answer.body, account: accountOf(person, directory) });
    else response.status(answer.status).json(answer.body);
  });
  return router;
}

/** The directory is out, or nobody reaches it. */
function noDirectory(): CodeAnswer {
  return { status: 503, body: { error: 'no_network' } };
}

/** Whose a token is, as Office tells the sign-in library of an add-in. */
function accountOf({ oid, tid, home, name, userPrincipalName }: Persona, { authority }: NestedDirectory): object {
  return {
    homeAccountId: `${oid}.${home ?? tid}`,
    environment: new URL(authority).host,
    tenantId: tid,
    username: userPrincipalName,
    localAccountId: oid,
    name,
  };
}
