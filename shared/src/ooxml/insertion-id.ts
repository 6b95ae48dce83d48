import type { Instant } from '../kernel/instant.ts';

/** How many random bytes an id is made from. */
export const ID_BYTES = 16;

/** A ULID: ids of one moment sort beside each other, and with good randomness none is ever made twice. */
export function insertionId(now: Instant, random: Uint8Array): string {
  let rest = now;
  let time = '';
  for (let at = 0; at < TIME_LETTERS; at += 1) {
    time = (ALPHABET[rest % 32] ?? '') + time;
    rest = Math.floor(rest / 32);
  }
  return time + Array.from(random, (byte) => ALPHABET[byte % 32]).join('');
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LETTERS = 10;
