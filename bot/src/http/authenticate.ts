import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Actor, Ports } from '@plumbline/shared/application/use-case';
import { assert } from '@plumbline/shared/kernel/assert';
import { makeId } from '@plumbline/shared/kernel/ids';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { factsOf } from './facts.ts';
import { KeysUnavailable } from './issuer-keys.ts';
import { sendProblem } from './problems.ts';

/** Whose tokens are taken. */
export interface Identity {
  /**
   * Finds the public key that a token is signed with: `issuerKeys`, or a key set of jose. Rejects as jose does where none
   * fits, with `KeysUnavailable` where keys cannot be had at the moment, and with anything else for a bug.
   */
  readonly keys: JWTVerifyGetKey;
  /** The issuer that a tenant's tokens must name. */
  readonly issuerOf: (tenant: string) => string;
  /** What tokens must be for: the application id of the API, or its `api://` address. */
  readonly audiences: readonly string[];
  /** The tenants that are onboarded. */
  readonly tenants: ReadonlySet<string>;
}

/** Why a token is refused; the caller is told no more than missing, invalid or expired. */
export type Refusal =
  | 'missing'
  | 'not-a-token'
  | 'unsigned-or-wrong-algorithm'
  | 'unknown-key'
  | 'wrong-signature'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-audience'
  | 'wrong-version'
  | 'unknown-tenant'
  | 'wrong-issuer'
  | 'no-scope'
  | 'no-person';

/** Who a token is of, and until when, in milliseconds. */
export interface Caller {
  readonly actor: Actor;
  /** What the caller came with: to ask the directory on the caller's behalf, and never to be logged. */
  readonly token: string;
  readonly expiresAt: number;
}

const SCOPE = 'access_as_user';
/** The app role of whoever administers the organisation, as the registration declares it. */
const ADMINISTRATOR = 'Organisation.Administer';
const CLOCK_TOLERANCE_SECONDS = 60;
const LONGEST_TOKEN = 8_192;
const LONGEST_NAME = 80;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Checks an access token of Entra ID, version 2.0; throws only when the keys cannot be had. */
async function verifyToken(token: string, identity: Identity): Promise<Result<Caller, Refusal>> {
  if (token.length > LONGEST_TOKEN) return fail('not-a-token');
  try {
    const { payload } = await jwtVerify(token, identity.keys, {
      algorithms: ['RS256'],
      audience: [...identity.audiences],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['exp', 'iss', 'tid', 'oid'],
    });
    const caller = callerIn(payload, identity);
    return caller.ok ? ok({ ...caller.value, token }) : caller;
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === null) throw fault;
    return fail(refusal);
  }
}

function callerIn(payload: JWTPayload, identity: Identity): Result<Omit<Caller, 'token'>, Refusal> {
  const { tid, oid, ver, scp, exp } = payload;
  if (ver !== '2.0') return fail('wrong-version');
  if (typeof tid !== 'string' || !GUID.test(tid) || !identity.tenants.has(tid.toLowerCase())) {
    return fail('unknown-tenant');
  }
  if (payload.iss !== identity.issuerOf(tid)) return fail('wrong-issuer');
  if (typeof scp !== 'string' || !scp.split(' ').includes(SCOPE)) return fail('no-scope');
  if (typeof oid !== 'string' || !GUID.test(oid)) return fail('no-person');
  assert(exp !== undefined, 'jose was told to require exp');
  const name = [payload['name'], payload['preferred_username']].find((claim) => typeof claim === 'string');
  const actor = actorOf({ tid, oid, name: typeof name === 'string' ? name : '' });
  return ok({ actor: { ...actor, administers: administersIn(payload) }, expiresAt: exp * 1_000 });
}

/** Entra writes the values of the app roles that somebody was given, as they are spelled, in a list; a text is none. */
function administersIn({ roles }: JWTPayload): boolean {
  return Array.isArray(roles) && roles.includes(ADMINISTRATOR);
}

/** Somebody of the directory, by the GUIDs of tenant and person: the same at every door. Only a token says who administers. */
export function actorOf({
  tid,
  oid,
  name,
}: {
  readonly tid: string;
  readonly oid: string;
  readonly name: string;
}): Actor {
  const plain = name.replaceAll(/\p{Cc}/gu, '').trim();
  return {
    tenant: tid.toLowerCase(),
    person: makeId('person', oid.toLowerCase()),
    name: plain.slice(0, LONGEST_NAME),
    administers: false,
  };
}

/** `null` for anything that is not the token's fault. */
function refusalOf(fault: unknown): Refusal | null {
  if (fault instanceof errors.JWTExpired) return 'expired';
  if (fault instanceof errors.JWTClaimValidationFailed) {
    if (fault.claim === 'aud') return 'wrong-audience';
    if (fault.claim === 'nbf') return 'not-yet-valid';
    return fault.claim === 'oid' ? 'no-person' : 'not-a-token';
  }
  if (fault instanceof errors.JWSSignatureVerificationFailed) return 'wrong-signature';
  if (fault instanceof errors.JOSEAlgNotAllowed || fault instanceof errors.JOSENotSupported) {
    return 'unsigned-or-wrong-algorithm';
  }
  if (fault instanceof errors.JWKSNoMatchingKey || fault instanceof errors.JWKSMultipleMatchingKeys) {
    return 'unknown-key';
  }
  return fault instanceof errors.JWSInvalid || fault instanceof errors.JWTInvalid ? 'not-a-token' : null;
}

const callers = new WeakMap<Request, Caller>();

/** Lets in who shows a valid token; `callerOf` then says who it is. */
export function authenticate(identity: Identity, { idFrom }: Pick<Ports, 'idFrom'>): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    const token = /^Bearer +([^ ]+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    const verified = token === undefined ? fail('missing' as const) : await tryVerify(token, identity);
    if (verified === null) {
      sendProblem(request, response, { kind: 'service.unavailable' });
      return;
    }
    if (!verified.ok) {
      factsOf(request).refused = verified.error;
      sendProblem(request, response, { kind: problemKindOf(verified.error) });
      return;
    }
    callers.set(request, verified.value);
    factsOf(request).tenant = tenantMark(verified.value.actor.tenant, idFrom);
    next();
  };
}

/** Who sent an authenticated request. */
export function callerOf(request: Request): Caller {
  const caller = callers.get(request);
  assert(caller, 'only an authenticated request has a caller');
  return caller;
}

/** Enough to tell tenants apart in a log; without the service's secret nobody can say which they are, whose ids are public. */
function tenantMark(tenant: string, idFrom: Ports['idFrom']): string {
  return idFrom('comment', ['tenant in logs', tenant]).slice('comment_'.length).slice(0, 12);
}

/** `null` when the issuer's keys cannot be had at the moment. */
async function tryVerify(token: string, identity: Identity): Promise<Result<Caller, Refusal> | null> {
  try {
    return await verifyToken(token, identity);
  } catch (fault) {
    if (fault instanceof KeysUnavailable) return null;
    throw fault;
  }
}

function problemKindOf(refusal: Refusal): 'identity.missing' | 'identity.expired' | 'identity.invalid' {
  if (refusal === 'missing') return 'identity.missing';
  return refusal === 'expired' ? 'identity.expired' : 'identity.invalid';
}
