import express, { type Request, type Response, type Router } from 'express';
import { isFromThisMachine } from '../loopback.ts';
import type { Persona } from '../persona.ts';
import type { Grants } from './grants.ts';
import { Refusal } from './refusal.ts';
import type { Registration } from './registrations.ts';
import type { SigningKeys } from './signing-keys.ts';
import { consentPage, donePage, refusalPage, signInPage } from './sign-in-page.ts';

/** Who may let an application into a tenant. */
export type LetInBy = 'people' | 'administrators';

interface RoutesOptions {
  readonly authority: string;
  readonly registrations: readonly Registration[];
  readonly people: readonly Persona[];
  readonly keys: SigningKeys;
  readonly grants: Grants;
  /** Who may let an application in that a tenant has not let in; `null` where it is in. */
  readonly letInBy: (tenant: string, clientId: string) => LetInBy | null;
  readonly giveConsent: (tenant: string, clientId: string) => void;
  readonly onKeys: () => void;
}

/** Names of tenants in addresses that stand for whatever tenant somebody is of. */
const ANY_TENANT = new Set(['common', 'organizations']);
const SESSION = 'ESTSAUTH';
/** An account of another tenant. */
const UNKNOWN = ['access_denied', 'AADSTS50020: The user account does not exist in this tenant.'] as const;
const FOR_ADMINISTRATORS = ['access_denied', 'AADSTS90094: The grant requires admin permission.'] as const;

/** The addresses of Entra ID, version 2.0, below its origin. */
export function entraRoutes(options: RoutesOptions): Router {
  const { authority, keys, grants } = options;
  const router = express.Router();
  const form = express.text({ type: 'application/x-www-form-urlencoded', limit: '64kb' });
  router.use((request, response, next) => {
    response.set('Cache-Control', 'no-store');
    // Pages redeem their codes by themselves, from their own origin.
    const origin = request.get('origin');
    if (origin !== undefined && !/\/authorize$|\/login$/.test(request.path)) {
      response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Headers': '*', Vary: 'Origin' });
    }
    if (!isFromThisMachine(request)) response.status(403).end();
    else if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  });
  router.get('/:tenant/discovery/v2.0/keys', (_request, response) => {
    options.onKeys();
    response.json({ keys: keys.published() });
  });
  router.get('/:tenant/v2.0/.well-known/openid-configuration', (request, response) => {
    response.json(describe(authority, request.params.tenant));
  });
  router.get('/:tenant/oauth2/v2.0/authorize', (request, response) => {
    authorize(options, request, response);
  });
  router.post('/:tenant/oauth2/v2.0/login', form, (request, response) => {
    const asked = formIn(request);
    const person = peopleOf(options, request).find(
      ({ userPrincipalName }) => userPrincipalName === asked.get('username'),
    );
    const isUnknown = !person && (asked.get('username') ?? '') !== '';
    const agreement = asked.get('agreement');
    for (const own of ['username', 'agreement']) asked.delete(own);
    if (person) response.cookie(SESSION, person.oid, { httpOnly: true, secure: true, sameSite: 'none' });
    if (!person) sendBack(options, { asked, response, person: null, ...(isUnknown ? { refusal: UNKNOWN } : {}) });
    else if (agreement === 'declined') sendBack(options, { asked, response, person: null });
    else goOn(options, { asked, response, person, agrees: agreement === 'given' });
  });
  router.post('/:tenant/oauth2/v2.0/token', form, async (request, response) => {
    try {
      response.json(await grants.redeem(formIn(request), request.get('origin')));
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      response.status(fault.error === 'invalid_client' ? 401 : 400).json(fault.body());
    }
  });
  router.get('/:tenant/oauth2/v2.0/logout', (request, response) => {
    response.clearCookie(SESSION, { httpOnly: true, secure: true, sameSite: 'none' });
    const { searchParams } = addressOf(authority, request);
    const to = searchParams.get('post_logout_redirect_uri') ?? '';
    const isKnown = options.registrations.some(({ redirectUris }) => redirectUris.includes(to));
    if (isKnown) response.redirect(withState(to, searchParams.get('state')));
    else response.type('html').send(donePage('You signed out of your account'));
  });
  router.get('/:tenant/v2.0/adminconsent', (request, response) => {
    const { searchParams } = addressOf(authority, request);
    const client = options.registrations.find(({ clientId }) => clientId === searchParams.get('client_id'));
    if (!client) {
      response.status(400).type('html').send(refusalPage('AADSTS700016: The application was not found.'));
      return;
    }
    options.giveConsent(request.params.tenant, client.clientId);
    const to = searchParams.get('redirect_uri') ?? '';
    if (!client.redirectUris.includes(to)) response.type('html').send(donePage('Permissions granted'));
    else response.redirect(`${to}?admin_consent=True&tenant=${request.params.tenant}`);
  });
  return router;
}

function authorize(options: RoutesOptions, request: Request, response: Response): void {
  const asked = addressOf(options.authority, request).searchParams;
  const person = peopleOf(options, request).find(({ oid }) => oid === cookieIn(request));
  const prompt = asked.get('prompt');
  if (person && prompt !== 'select_account' && prompt !== 'login')
    goOn(options, { asked, response, person, agrees: false });
  else if (prompt === 'none') {
    sendBack(options, {
      asked,
      response,
      person: null,
      refusal: ['login_required', 'AADSTS50058: Nobody is signed in.'],
    });
  } else if (clientFor(options, asked) === null) sendBack(options, { asked, response, person: null });
  else response.type('html').send(signInPage(peopleOf(options, request), asked));
}

/** Sends somebody back, who is asked first whether an application is let in that is not. */
function goOn(
  options: RoutesOptions,
  from: {
    readonly asked: URLSearchParams;
    readonly response: Response;
    readonly person: Persona;
    readonly agrees: boolean;
  },
): void {
  const { asked, response, person, agrees } = from;
  const client = clientFor(options, asked);
  const letInBy = client && options.letInBy(person.tid, client.clientId);
  if (letInBy === 'administrators') {
    sendBack(options, { asked, response, person: null, refusal: FOR_ADMINISTRATORS });
    return;
  }
  if (client && letInBy === 'people') {
    if (!agrees) {
      response.type('html').send(consentPage(person, asked));
      return;
    }
    options.giveConsent(person.tid, client.clientId);
  }
  sendBack(options, { asked, response, person });
}

/** Sends somebody back with a code, or with why there is none. */
function sendBack(
  { registrations, grants }: RoutesOptions,
  from: {
    readonly asked: URLSearchParams;
    readonly response: Response;
    readonly person: Persona | null;
    readonly refusal?: readonly [error: string, description: string];
  },
): void {
  const { asked, response, person } = from;
  const client = clientFor({ registrations }, asked);
  if (client === null) {
    response
      .status(400)
      .type('html')
      .send(refusalPage('AADSTS50011: The application is not known, or has no such reply address.'));
    return;
  }
  const of = (name: string): string => asked.get(name) ?? '';
  const answer = new URLSearchParams();
  if (of('response_type') !== 'code' || of('code_challenge_method') !== 'S256' || of('code_challenge') === '') {
    answer.set('error', 'invalid_request');
    answer.set('error_description', 'AADSTS9002325: Proof Key for Code Exchange is required.');
  } else if (person === null) {
    const [error, description] = from.refusal ?? [
      'access_denied',
      'AADSTS65004: User declined to consent to access the app.',
    ];
    answer.set('error', error);
    answer.set('error_description', description);
  } else {
    const code = grants.giveCode({
      person,
      clientId: client.clientId,
      redirectUri: of('redirect_uri'),
      scope: of('scope'),
      challenge: of('code_challenge'),
      nonce: of('nonce'),
    });
    answer.set('code', code);
  }
  if (asked.has('state')) answer.set('state', of('state'));
  const between = of('response_mode') === 'fragment' ? '#' : '?';
  response.redirect(`${of('redirect_uri')}${between}${answer.toString()}`);
}

function clientFor(
  { registrations }: Pick<RoutesOptions, 'registrations'>,
  asked: URLSearchParams,
): Registration | null {
  const client = registrations.find(({ clientId }) => clientId === asked.get('client_id'));
  return client?.redirectUris.includes(asked.get('redirect_uri') ?? '') === true ? client : null;
}

function peopleOf({ people }: RoutesOptions, request: Request): readonly Persona[] {
  const tenant = String(request.params['tenant']);
  return ANY_TENANT.has(tenant) ? people : people.filter(({ tid }) => tid === tenant);
}

function describe(authority: string, tenant: string): object {
  const base = `${authority}/${tenant}`;
  return {
    issuer: `${authority}/${ANY_TENANT.has(tenant) ? '{tenantid}' : tenant}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment'],
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    tenant_region_scope: null,
    cloud_instance_name: 'localhost',
  };
}

function addressOf(authority: string, request: Request): URL {
  return new URL(request.originalUrl, authority);
}

function withState(address: string, state: string | null): string {
  return state === null ? address : `${address}?state=${encodeURIComponent(state)}`;
}

function formIn(request: Request): URLSearchParams {
  return new URLSearchParams(typeof request.body === 'string' ? request.body : '');
}

function cookieIn(request: Request): string {
  return new RegExp(`(?:^|; )${SESSION}=([^;]+)`).exec(request.get('cookie') ?? '')?.[1] ?? '';
}
