import { assert } from '../../kernel/assert.ts';

const VOTERS_PER_SHARD = 3_200;
export const MOST_SHARDS = 64;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Six bits each: 2^30 values over at most 64 shards, which even those that get one value more do not notice. */
const DIGITS_READ = 5;

/** Over how many partitions the ballots of a round are spread, so that everybody can vote in the same minute. */
export function shardsFor(voters: number): number {
  return Math.min(MOST_SHARDS, Math.max(1, Math.ceil(voters / VOTERS_PER_SHARD)));
}

/** The shard of the ballot under a secret tag (base64url): as even as the tag is random, and the same for each change. */
export function shardOf(tag: string, shards: number): number {
  let value = 0;
  for (const letter of tag.slice(0, DIGITS_READ)) {
    const digit = DIGITS.indexOf(letter);
    assert(digit >= 0, 'a tag is base64url');
    value = value * DIGITS.length + digit;
  }
  return value % shards;
}
