import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { Author } from '@plumbline/shared/application/ports/round-keys';

const KEY_BYTES = 32;

/** A new random key of a round: 256 bits. */
export function newRoundKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** Whether these bytes can be a round's key, and were not cut short. */
export function isRoundKey(bytes: Buffer): boolean {
  return bytes.length === KEY_BYTES;
}

/** The author's tag under a round's key, the same wherever the key is kept: base64url HMAC-SHA-256. */
export function authorTagUnder(key: Buffer, { tenant, person }: Author): string {
  return createHmac('sha256', createSecretKey(key))
    .update(JSON.stringify([tenant, person]))
    .digest('base64url');
}
