const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LETTERS = 10;
const RANDOM_LETTERS = 16;

/** A new ULID: ids of one moment sort beside each other, and none is ever made twice. */
export function newId(): string {
  let rest = Date.now();
  let time = '';
  for (let at = 0; at < TIME_LETTERS; at += 1) {
    time = (ALPHABET[rest % 32] ?? '') + time;
    rest = Math.floor(rest / 32);
  }
  const random = crypto.getRandomValues(new Uint8Array(RANDOM_LETTERS));
  return time + Array.from(random, (byte) => ALPHABET[byte % 32]).join('');
}
