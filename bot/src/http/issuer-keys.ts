import { createLocalJWKSet, errors, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from 'jose';
import { HOUR, MINUTE, SECOND, type Duration, type Instant } from '@plumbline/shared/kernel/instant';

export interface IssuerKeysOptions {
  /** Where the issuer publishes its keys. */
  readonly url: string;
  /** The time by which keys grow old. */
  readonly now: () => Instant;
  /** Whether tokens that are taken here may be signed by a key; all if left out. */
  readonly isOurs?: (key: JWK) => boolean;
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

/**
 * The public keys of an issuer, fetched when one is needed first. A key that is new is found within half a minute; a storm of
 * unknown ones costs the issuer one request in that time. While the issuer is out, keys of the last day stay good.
 * Rejects with `KeysUnavailable`, or as jose does where no key fits.
 */
export function issuerKeys(options: IssuerKeysOptions): JWTVerifyGetKey {
  const { now } = options;
  let known: { readonly find: ReturnType<typeof createLocalJWKSet>; readonly at: Instant } | null = null;
  let nextTry = Number.NEGATIVE_INFINITY;
  let fault: unknown = null;
  let fetching: Promise<void> | null = null;

  async function fetchOnce(): Promise<void> {
    try {
      const keys = (await fetchKeys(options.url)).filter(options.isOurs ?? (() => true));
      known = { find: createLocalJWKSet({ keys }), at: now() };
      nextTry = now() + PAUSE;
    } catch (cause) {
      fault = cause;
      nextTry = now() + RECOVERY;
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
    try {
      return await before.find(header, token);
    } catch (cause) {
      if (!(cause instanceof errors.JWKSNoMatchingKey)) throw cause;
      await refresh();
      if (known === before) throw cause;
      return known.find(header, token);
    }
  };
}

async function fetchKeys(url: string): Promise<readonly JWK[]> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`the issuer answered ${response.status}`);
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
