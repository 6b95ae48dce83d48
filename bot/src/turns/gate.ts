import { createRemoteJWKSet, errors, jwtVerify, type JWK } from 'jose';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { orUnavailable } from '../http/issuer-keys.ts';
import type { Activity } from './activity.ts';

/** Whose activities are taken. */
export interface ChannelTrust {
  /** The application id of the bot's own registration: whom tokens of the channel are for. */
  readonly botId: string;
  /** The tenants that are onboarded, in lower case. */
  readonly tenants: ReadonlySet<string>;
  readonly issuer: string;
  /** Where the channel publishes its keys, each with the channels that it may speak for. */
  readonly keysUrl: string;
  /** Origins that answers may be sent to. */
  readonly serviceOrigins: readonly string[];
}

/** Why an activity is refused; whoever sent it is told no more than that it was. */
export type GateRefusal =
  | 'missing'
  | 'not-a-token'
  | 'wrong-algorithm'
  | 'unknown-key'
  | 'wrong-signature'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'expired'
  | 'not-yet-valid'
  | 'not-endorsed'
  | 'other-service'
  | 'unknown-tenant';

/** The Bot Framework's own values, for the public cloud. */
export const TEAMS_CHANNEL = {
  issuer: 'https://api.botframework.com',
  keysUrl: 'https://login.botframework.com/v1/.well-known/keys',
  serviceOrigins: ['https://smba.trafficmanager.net'],
} as const;

const CHANNEL = 'msteams';
const CLOCK_TOLERANCE_SECONDS = 300;
const LONGEST_TOKEN = 8_192;
/** Microsoft changes its keys now and then; an hour is what its own SDK waits at the least. */
const KEYS_LAST = 3_600_000;

export type Gate = (authorization: string | undefined, activity: Activity) => Promise<Result<null, GateRefusal>>;

/**
 * Lets in what Teams sends and nothing else. The SDK's adapter does not do this well enough: a token that was made for one
 * activity passes with another one, any tenant's passes as an emulator's, and a channel without a name is never checked.
 * Rejects with `KeysUnavailable` when the channel's keys cannot be had.
 */
export function createGate(trust: ChannelTrust): Gate {
  const keys = createRemoteJWKSet(new URL(trust.keysUrl), { cacheMaxAge: KEYS_LAST });

  async function verify(token: string) {
    return jwtVerify(token, orUnavailable(keys), {
      algorithms: ['RS256'],
      issuer: trust.issuer,
      audience: trust.botId,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['exp', 'nbf', 'serviceurl'],
    });
  }

  return async (authorization, activity) => {
    const token = /^Bearer +([^ ]+) *$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return fail('missing');
    if (token.length > LONGEST_TOKEN) return fail('not-a-token');
    let verified: Awaited<ReturnType<typeof verify>>;
    try {
      verified = await verify(token);
    } catch (fault) {
      const refusal = refusalOf(fault);
      if (refusal === null) throw fault;
      return fail(refusal);
    }
    const key = keys.jwks()?.keys.find(({ kid }) => kid === verified.protectedHeader.kid);
    if (activity.channelId !== CHANNEL || !isEndorsed(key)) return fail('not-endorsed');
    // A token is for one service; with another address it would have the bot's answers sent to somebody else.
    if (verified.payload['serviceurl'] !== activity.serviceUrl) return fail('other-service');
    const { serviceUrl } = activity;
    if (!URL.canParse(serviceUrl) || !trust.serviceOrigins.includes(new URL(serviceUrl).origin)) {
      return fail('other-service');
    }
    return trust.tenants.has(activity.tenant) ? ok(null) : fail('unknown-tenant');
  };
}

/** Whether a key may speak for Teams: the endorsements stand beside it in the key set. */
function isEndorsed(key: JWK | undefined): boolean {
  const endorsements: unknown = key && 'endorsements' in key ? key['endorsements'] : undefined;
  return Array.isArray(endorsements) && endorsements.includes(CHANNEL);
}

/** `null` for anything that is not the token's fault. */
function refusalOf(fault: unknown): GateRefusal | null {
  if (fault instanceof errors.JWTExpired) return 'expired';
  if (fault instanceof errors.JWTClaimValidationFailed) {
    if (fault.claim === 'iss') return 'wrong-issuer';
    if (fault.claim === 'aud') return 'wrong-audience';
    return fault.claim === 'nbf' ? 'not-yet-valid' : 'not-a-token';
  }
  if (fault instanceof errors.JWSSignatureVerificationFailed) return 'wrong-signature';
  if (fault instanceof errors.JOSEAlgNotAllowed || fault instanceof errors.JOSENotSupported) return 'wrong-algorithm';
  if (fault instanceof errors.JWKSNoMatchingKey || fault instanceof errors.JWKSMultipleMatchingKeys) {
    return 'unknown-key';
  }
  return fault instanceof errors.JWSInvalid || fault instanceof errors.JWTInvalid ? 'not-a-token' : null;
}
