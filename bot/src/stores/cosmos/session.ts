import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Container } from '@plumbline/shared/application/ports/document-store';
import { assert } from '@plumbline/shared/kernel/assert';
import { CONTAINERS } from './containers.ts';

/** A place in each container's log, as Cosmos's session tokens tell it. */
export interface Marks {
  /** Null while nothing is known. */
  readonly tokenOf: (container: Container) => string | null;
  /** Moves on to where a token is; never back. Says whether it was further on. */
  readonly hear: (container: Container, token: string) => boolean;
}

/** How far each container was seen: every request sends its token, to see no less. */
export interface Session extends Marks {
  /** All tokens as one text that tells nothing to whoever has no key. */
  readonly seal: () => string;
  /** Takes in what another process sealed and returns its tokens; a text that it did not seal is passed over. */
  readonly open: (text: string) => ReadonlyMap<Container, string>;
}

/** Sealed texts are as long as so many blocks; one holds all four containers with several ranges each. */
const BLOCK = 512;
const SALT = 16;
const NONCE = 12;
const TAG = 16;
/** Longer texts than a header can carry are not ours. */
const LONGEST = 12_000;

/** Marks at the beginning of nowhere. */
export function createMarks(): Marks {
  const marks = new Map<Container, Map<string, string>>(CONTAINERS.map((container) => [container, new Map()]));
  return {
    tokenOf(container) {
      const ranges = [...(marks.get(container) ?? [])].map(([range, token]) => `${range}:${token}`);
      return ranges.length === 0 ? null : ranges.join(',');
    },
    hear(container, token) {
      const ranges = marks.get(container);
      let isFurther = false;
      // One part a range of the container: `range:version#lsn`.
      for (const part of token.split(',')) {
        const at = part.indexOf(':');
        if (at < 1 || !ranges) continue;
        const range = part.slice(0, at);
        const known = ranges.get(range);
        const told = part.slice(at + 1);
        if (known !== undefined && !isLater(told, known)) continue;
        ranges.set(range, told);
        isFurther = true;
      }
      return isFurther;
    },
  };
}

/** The session of one process; those that share the key can catch up with each other. */
export function createSession(key: Uint8Array): Session {
  assert(key.length === 32, 'a session key has 32 bytes');
  const seen = createMarks();
  return {
    ...seen,
    seal: () => sealed(key, JSON.stringify(CONTAINERS.map(seen.tokenOf))),
    open(text) {
      const tokens = new Map<Container, string>();
      const parts: unknown = JSON.parse(opened(key, text) ?? 'null');
      if (!Array.isArray(parts)) return tokens;
      for (const [at, container] of CONTAINERS.entries()) {
        const token: unknown = parts[at];
        if (typeof token !== 'string') continue;
        seen.hear(container, token);
        tokens.set(container, token);
      }
      return tokens;
    },
  };
}

/** The place of a write in its range's log: of two own writes in one partition the lower came first. */
export function logPlaceIn(token: string | undefined): bigint {
  const places = (token ?? '').split(',').map((part) => globalPlace(part.slice(part.indexOf(':') + 1)));
  return places.reduce((most, place) => (place > most ? place : most), 0n);
}

/** Whether a token is of a higher version (after a failover), or of the same with more written. */
function isLater(told: string, known: string): boolean {
  const [toldVersion, knownVersion] = [versionOf(told), versionOf(known)];
  if (toldVersion !== knownVersion) return toldVersion > knownVersion;
  return globalPlace(told) > globalPlace(known);
}

function versionOf(token: string): bigint {
  return numberIn(/^(-?\d+)#/.exec(token)?.[1]);
}

/** `version#lsn#region=lsn...`, or the number alone in the oldest form. */
function globalPlace(token: string): bigint {
  return numberIn(/^(?:-?\d+#)?(\d+)(?:#|$)/.exec(token)?.[1]);
}

function numberIn(digits: string | undefined): bigint {
  return digits === undefined ? 0n : BigInt(digits);
}

/** Each text has a key of its own, made from a salt: so many are sealed that a nonce alone could come twice. */
function keyFor(key: Uint8Array, salt: Uint8Array): Buffer {
  return createHmac('sha256', key).update('plumbline session').update(salt).digest();
}

function sealed(key: Uint8Array, text: string): string {
  const salt = randomBytes(SALT);
  const nonce = randomBytes(NONCE);
  const content = Buffer.from(text);
  const padded = Buffer.alloc(Math.ceil(content.length / BLOCK) * BLOCK, ' ');
  content.copy(padded);
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, salt), nonce);
  const body = Buffer.concat([cipher.update(padded), cipher.final()]);
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), body]).toString('base64url');
}

function opened(key: Uint8Array, text: string): string | null {
  if (text.length > LONGEST) return null;
  const bytes = Buffer.from(text, 'base64url');
  const head = SALT + NONCE + TAG;
  if (bytes.length <= head) return null;
  const salt = bytes.subarray(0, SALT);
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key, salt), bytes.subarray(SALT, SALT + NONCE));
  decipher.setAuthTag(bytes.subarray(SALT + NONCE, head));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(head)), decipher.final()]).toString();
  } catch {
    return null;
  }
}
