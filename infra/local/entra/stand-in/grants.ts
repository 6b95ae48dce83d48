import { createHash, randomBytes } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { Persona } from '../persona.ts';
import { Refusal } from './refusal.ts';
import { asksForItselfByAddress, wantedIn, type Registration, type Wanted } from './registrations.ts';
import type { SigningKeys } from './signing-keys.ts';
import { LIFETIME, type TokenMaker } from './tokens.ts';

/** What was agreed at the sign-in page, until the code for it is redeemed. */
export interface Agreed {
  readonly person: Persona;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly challenge: string;
  readonly nonce: string;
}

export interface GrantsOptions {
  readonly authority: string;
  readonly registrations: readonly Registration[];
  readonly people: readonly Persona[];
  readonly keys: SigningKeys;
  readonly tokens: TokenMaker;
  readonly now: () => number;
  /** Whether a tenant has consented to what an application asks of a resource. */
  readonly hasConsent: (tenant: string, clientId: string, wanted: Wanted) => boolean;
}

export interface Grants {
  /** Gives a code for what was agreed. */
  readonly giveCode: (agreed: Agreed) => string;
  /** What the token endpoint answers to a form; throws `Refusal`. */
  readonly redeem: (form: URLSearchParams, origin: string | undefined) => Promise<object>;
}

const ON_BEHALF = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const CODE_LASTS = 600_000;
/** How reply addresses begin that only a broker has: what it asks for, it asks for as a renewal. */
const OF_BROKER = 'brk-';

/** The token endpoint's grants: a code with PKCE, a refresh token, and on behalf of somebody. */
export function createGrants(options: GrantsOptions): Grants {
  const { authority, registrations, people, keys, tokens, now } = options;
  const codes = new Map<string, Agreed & { readonly until: number }>();
  const refreshes = new Map<string, { readonly person: Persona; readonly clientId: string; readonly scope: string }>();

  function wanted(person: Persona, client: Registration, scope: string): Wanted {
    const found = wantedIn(scope, registrations);
    if (!found)
      throw new Refusal('invalid_scope', 70011, 'The provided value for the input parameter scope is not valid.');
    if (!options.hasConsent(person.tid, client.clientId, found)) {
      throw new Refusal('invalid_grant', 65001, {
        message: `The user or administrator has not consented to use the application with ID '${client.clientId}'.`,
        suberror: 'consent_required',
      });
    }
    return found;
  }

  async function answer(
    person: Persona,
    client: Registration,
    { scope, nonce = '', hasSecret }: { readonly scope: string; readonly nonce?: string; readonly hasSecret: boolean },
  ): Promise<object> {
    const { audience, scopes } = wanted(person, client, scope);
    const asked = scope.split(' ');
    const refresh = randomBytes(32).toString('base64url');
    refreshes.set(refresh, { person, clientId: client.clientId, scope });
    return {
      token_type: 'Bearer',
      scope: scopes.join(' '),
      expires_in: LIFETIME,
      ext_expires_in: LIFETIME,
      access_token: await tokens.access({ person, client: { clientId: client.clientId, hasSecret }, audience, scopes }),
      ...(asked.includes('offline_access') ? { refresh_token: refresh } : {}),
      ...(asked.includes('openid') ? { id_token: await tokens.id({ person, clientId: client.clientId, nonce }) } : {}),
      client_info: Buffer.from(JSON.stringify({ uid: person.oid, utid: person.home ?? person.tid })).toString(
        'base64url',
      ),
    };
  }

  function redeemCode(form: URLSearchParams, client: Registration): Promise<object> {
    const code = form.get('code') ?? '';
    const agreed = codes.get(code);
    // A code is good once.
    codes.delete(code);
    if (!agreed || agreed.until < now() || agreed.clientId !== client.clientId) {
      throw new Refusal('invalid_grant', 70008, 'The provided authorization code is expired, unknown or was used.');
    }
    if (agreed.redirectUri !== form.get('redirect_uri')) {
      throw new Refusal('invalid_grant', 500112, 'The reply address does not match the one of the request.');
    }
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (proof !== agreed.challenge) {
      throw new Refusal('invalid_grant', 501481, 'The Code_Verifier does not match the code_challenge of the request.');
    }
    if (agreed.redirectUri.startsWith(OF_BROKER)) checkRenewal(client, agreed.scope);
    return answer(agreed.person, client, { ...agreed, hasSecret: form.has('client_secret') });
  }

  function redeemRefresh(form: URLSearchParams, client: Registration): Promise<object> {
    const kept = refreshes.get(form.get('refresh_token') ?? '');
    if (kept?.clientId !== client.clientId) {
      throw new Refusal('invalid_grant', 70000, {
        message: 'The provided refresh token is not valid.',
        suberror: 'bad_token',
      });
    }
    const scope = form.get('scope') ?? kept.scope;
    checkRenewal(client, scope);
    return answer(kept.person, client, { scope, hasSecret: form.has('client_secret') });
  }

  async function onBehalf(form: URLSearchParams, client: Registration): Promise<object> {
    const isProven = form.has('client_secret') || form.has('client_assertion');
    if (!isProven || form.get('requested_token_use') !== 'on_behalf_of') {
      throw new Refusal('invalid_request', 900144, "The request must contain 'requested_token_use' and a secret.");
    }
    const verified = await jwtVerify(form.get('assertion') ?? '', createLocalJWKSet({ keys: [...keys.published()] }), {
      audience: client.clientId,
      currentDate: new Date(now()),
    }).catch(() => null);
    const { tid, oid, iss } = verified?.payload ?? {};
    const person = people.find((one) => one.tid === tid && one.oid === oid);
    if (!person || iss !== `${authority}/${person.tid}/v2.0`) {
      throw new Refusal('invalid_grant', 500131, 'The assertion is for another audience, too old or not ours.');
    }
    return answer(person, client, { scope: form.get('scope') ?? '', hasSecret: true });
  }

  return {
    giveCode(agreed) {
      const code = randomBytes(32).toString('base64url');
      codes.set(code, { ...agreed, until: now() + CODE_LASTS });
      return code;
    },
    async redeem(form, origin) {
      const client = clientIn(form, { registrations, origin });
      switch (form.get('grant_type')) {
        case 'authorization_code':
          return redeemCode(form, client);
        case 'refresh_token':
          return redeemRefresh(form, client);
        case ON_BEHALF:
          return onBehalf(form, client);
        default:
          throw new Refusal('unsupported_grant_type', 70003, 'The app requested an unsupported grant type.');
      }
    },
  };
}

function checkRenewal(client: Registration, scope: string): void {
  if (!asksForItselfByAddress(client, scope)) return;
  throw new Refusal(
    'invalid_request',
    90009,
    `Application '${client.clientId}' is requesting a token for itself. This scenario is supported only if resource is specified using the GUID based App Identifier.`,
  );
}

function clientIn(
  form: URLSearchParams,
  { registrations, origin }: { readonly registrations: readonly Registration[]; readonly origin: string | undefined },
): Registration {
  const client = registrations.find(({ clientId }) => clientId === form.get('client_id'));
  if (!client) throw new Refusal('unauthorized_client', 700016, 'The application was not found in the directory.');
  const secret = form.get('client_secret');
  if (secret !== null && secret !== client.secret) {
    throw new Refusal('invalid_client', 7000215, 'Invalid client secret provided.');
  }
  const assertion = form.get('client_assertion');
  if (assertion !== null && assertion !== client.trusts) {
    throw new Refusal('invalid_client', 700212, 'No matching federated identity record found for the assertion.');
  }
  const isOfPage = form.get('grant_type') !== ON_BEHALF && client.kind === 'spa';
  if (isOfPage && origin === undefined) {
    throw new Refusal(
      'invalid_request',
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  }
  return client;
}
