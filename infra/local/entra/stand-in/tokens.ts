import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Persona } from '../persona.ts';
import { GRAPH, GRAPH_ID } from './registrations.ts';
import type { SigningKeys } from './signing-keys.ts';

/** What a token is about. */
export interface TokenOf {
  readonly person: Persona;
  /** Whom it is issued to, and how that application proved itself: not at all, or with a secret. */
  readonly client: { readonly clientId: string; readonly hasSecret: boolean };
  readonly audience: string;
  readonly scopes: readonly string[];
}

/** For how long an access token lasts, in seconds. */
export const LIFETIME = 3_600;

export interface TokenMaker {
  readonly access: (of: TokenOf) => Promise<string>;
  readonly id: (of: { readonly person: Persona; readonly clientId: string; readonly nonce: string }) => Promise<string>;
}

/** Writes tokens of the v2.0 form, with the claims that Entra documents. */
export function createTokenMaker(from: {
  readonly authority: string;
  readonly keys: SigningKeys;
  readonly now: () => number;
}): TokenMaker {
  const { authority, keys, now } = from;

  function sign(person: Persona, audience: string, claims: Readonly<Record<string, unknown>>): Promise<string> {
    const { kid, privateKey } = keys.signer();
    const issued = Math.floor(now() / 1_000);
    const { tid, oid, name, userPrincipalName } = person;
    return new SignJWT({
      ver: '2.0',
      tid,
      oid,
      name,
      preferred_username: userPrincipalName,
      // A name of the person that is another for each application.
      sub: createHash('sha256').update(`${oid} ${audience}`).digest('base64url'),
      // A guest is told from a member by where the account is at home.
      ...(person.home === undefined ? {} : { idp: `${authority}/${person.home}/v2.0`, acct: 1 }),
      uti: createHash('sha256').update(`${oid} ${issued} ${kid}`).digest('base64url').slice(0, 22),
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .setIssuer(`${authority}/${tid}/v2.0`)
      .setAudience(audience)
      .setIssuedAt(issued)
      .setNotBefore(issued)
      .setExpirationTime(issued + LIFETIME)
      .sign(privateKey);
  }

  return {
    access: ({ person, client, audience, scopes }) =>
      sign(person, audience, {
        azp: client.clientId,
        azpacr: client.hasSecret ? '1' : '0',
        scp: scopes.join(' '),
        // Roles are of the resource that the token is for; this directory gives none of others.
        ...(person.appRoles === undefined || audience === GRAPH || audience === GRAPH_ID
          ? {}
          : { roles: person.appRoles }),
      }),
    id: ({ person, clientId, nonce }) => sign(person, clientId, nonce === '' ? {} : { nonce }),
  };
}
