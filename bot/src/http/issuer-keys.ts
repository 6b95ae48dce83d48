import {
  base64url,
  createLocalJWKSet,
  errors,
  type FlattenedJWSInput,
  type JSONWebKeySet,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import { HOUR, MINUTE, SECOND, type Duration, type Instant } from '@plumbline/shared/kernel/instant';

export interface IssuerKeysOptions {
  /** Where the issuer publishes its keys. */
  readonly url: string;
  /** Those whose tokens are taken, each with its tenant: `https://login.microsoftonline.com/<tenant>/v2.0`. */
  readonly issuers: readonly string[];
  /** The time by which keys grow old. */
  readonly now: () => Instant;
  /** Hears why the keys could not be had, also while those of before are still good. */
  readonly onFault: (fault: unknown) => void;
}

/** After so long they are fetched again: what the issuer takes back is not trusted for longer. */
const FRESH: Duration = HOUR;
/** An issuer that is out for so long changes nothing for who has a token. */
const KEPT: Duration = 24 * HOUR;
/** An unknown key is asked for once in so long, however many tokens name one. */
const PAUSE: Duration = MINUTE / 2;
/** After a failure the issuer is left alone for so long. */
const RECOVERY: Duration = 5 * SECOND;
const PATIENCE: Duration = 5 * SECOND;
/** Entra has some ten; whoever sends more is not Entra. */
const MOST_BYTES = 262_144;

/** The issuer's keys cannot be had, and those known are too old to be trusted. */
export class KeysUnavailable extends Error {
  constructor(cause: unknown) {
    super("the issuer's keys cannot be had", { cause });
    this.name = 'KeysUnavailable';
  }
}

/** Other keys, of which jose says in many ways that they cannot be had: rejects with `KeysUnavailable`, or where none fits. */
export function orUnavailable(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (fault) {
      if (OF_TOKENS.some((kind) => fault instanceof kind)) throw fault;
      throw new KeysUnavailable(fault);
    }
  };
}

/** What a key set says of a token, and not of itself. */
const OF_TOKENS = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

/** The issuer answered, and not with its keys. */
class IssuerRefused extends Error {
  override readonly name = 'IssuerRefused';
  readonly code: string;

  constructor(status: number) {
    super(`the issuer answered ${status}`);
    this.code = String(status);
  }
}

type Find = ReturnType<typeof createLocalJWKSet>;

/**
 * The public keys of an issuer, fetched when one is needed first. A key that is new is found within half a minute; a storm of
 * unknown ones costs the issuer one request in that time. While the issuer is out, keys of the last day stay good.
 * A key is found for tokens of those alone whose tokens it says that it signs.
 * Rejects with `KeysUnavailable`, or as jose does where no key fits.
 */
export function issuerKeys(options: IssuerKeysOptions): JWTVerifyGetKey {
  const { url, issuers, now, onFault } = options;
  let known: { readonly findFor: (issuer: string) => Find; readonly at: Instant } | null = null;
  let nextTry = Number.NEGATIVE_INFINITY;
  let fault: unknown = null;
  let fetching: Promise<void> | null = null;

  async function fetchOnce(): Promise<void> {
    try {
      known = { findFor: findersOf(await fetchKeys(url), issuers), at: now() };
      nextTry = now() + PAUSE;
    } catch (cause) {
      fault = cause;
      nextTry = now() + RECOVERY;
      onFault(cause);
    }
  }

  /** Whoever asks meanwhile waits for the same answer. */
  async function refresh(): Promise<void> {
    if (fetching === null && now() < nextTry) return;
    fetching ??= fetchOnce().finally(() => (fetching = null));
    await fetching;
  }

  return async (header, token) => {
    if (known === null || now() - known.at >= FRESH) await refresh();
    if (known === null || now() - known.at >= KEPT) throw new KeysUnavailable(fault);
    const before = known;
    const issuer = issuerIn(token);
    try {
      return await before.findFor(issuer)(header, token);
    } catch (cause) {
      if (!(cause instanceof errors.JWKSNoMatchingKey)) throw cause;
      await refresh();
      if (known === before) throw cause;
      return known.findFor(issuer)(header, token);
    }
  };
}

/** A key set also has keys of single tenants and of private accounts; each says in `issuer` whose tokens it signs. */
function findersOf(keys: readonly JWK[], issuers: readonly string[]): (issuer: string) => Find {
  const setOf = (isIn: (key: JWK) => boolean): Find => createLocalJWKSet({ keys: keys.filter(isIn) });
  const sets = new Map(issuers.map((issuer) => [issuer, setOf((key) => signsFor(key, issuer))]));
  // Whose tokens are not taken is refused for that, and not as if nobody knew the key.
  const ofNobody = setOf((key) => saidOf(key)?.includes(ANY_TENANT) ?? true);
  return (issuer) => sets.get(issuer) ?? ofNobody;
}

const ANY_TENANT = '{tenantid}';

function signsFor(key: JWK, issuer: string): boolean {
  const said = saidOf(key);
  return said === null || said.replace(ANY_TENANT, issuer.split('/').at(-2) ?? '') === issuer;
}

function saidOf(key: JWK): string | null {
  const issuer: unknown = 'issuer' in key ? key['issuer'] : undefined;
  return typeof issuer === 'string' ? issuer : null;
}

/** Whose token it says that it is, which its signature has yet to prove; `''` where it says nothing. */
function issuerIn({ payload }: FlattenedJWSInput): string {
  try {
    const claims: unknown = JSON.parse(new TextDecoder().decode(base64url.decode(payload)));
    const issuer: unknown = typeof claims === 'object' && claims !== null && 'iss' in claims ? claims.iss : '';
    return typeof issuer === 'string' ? issuer : '';
  } catch {
    return '';
  }
}

async function fetchKeys(url: string): Promise<readonly JWK[]> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new IssuerRefused(response.status);
  const text = await response.text();
  if (text.length > MOST_BYTES) throw new Error('the issuer sent too many keys');
  const set: unknown = JSON.parse(text);
  if (!isKeySet(set)) throw new Error('the issuer sent no keys');
  return set.keys;
}

function isKeySet(value: unknown): value is JSONWebKeySet {
  if (typeof value !== 'object' || value === null || !('keys' in value) || !Array.isArray(value.keys)) return false;
  return value.keys.length > 0 && value.keys.every((key) => typeof key === 'object' && key !== null && 'kty' in key);
}
