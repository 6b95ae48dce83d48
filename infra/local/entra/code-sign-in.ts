import { createHash, randomBytes } from 'node:crypto';
import type { Persona } from './persona.ts';

/** Who asks the directory for somebody's token, and what for. */
export interface CodeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** The page that redeems the code by its scripts; left out by a program. */
  readonly origin?: string;
}

/** What the directory answered: tokens, or by a status of 400 and more why there are none. */
export interface CodeAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Signs somebody in to a tenant at an authority by a code with PKCE, as a program does that knows who sits before it. */
export async function signInByCode(
  person: Persona,
  tenantAuthority: string,
  { clientId, redirectUri, scope, origin }: CodeRequest,
): Promise<CodeAnswer> {
  const at = `${tenantAuthority}/oauth2/v2.0`;
  const verifier = randomBytes(32).toString('base64url');
  const shared = { client_id: clientId, redirect_uri: redirectUri };
  const agreed = await fetch(`${at}/login`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      ...shared,
      response_type: 'code',
      response_mode: 'query',
      scope,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      username: person.userPrincipalName,
    }),
  });
  const told = new URL(agreed.headers.get('location') ?? redirectUri).searchParams;
  const code = told.get('code');
  if (code === null) return { status: 400, body: Object.fromEntries(told) };
  const issued = await fetch(`${at}/token`, {
    method: 'POST',
    headers: origin === undefined ? {} : { origin },
    body: new URLSearchParams({ ...shared, grant_type: 'authorization_code', code, code_verifier: verifier }),
  });
  const body: unknown = await issued.json();
  return { status: issued.status, body: typeof body === 'object' && body !== null ? { ...body } : {} };
}
