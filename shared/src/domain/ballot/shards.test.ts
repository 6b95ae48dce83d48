import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { shardOf, shardsFor } from './shards.ts';

function tagOf(person: number): string {
  return createHmac('sha256', 'key').update(`person ${person}`).digest('base64url');
}

describe('shards', () => {
  it('PU1 are one for every meeting, 32 for 100,000 people, and never more than 64', () => {
    const voters = [0, 1, 12, 3_200, 3_201, 100_000, 1_000_000];
    expect(voters.map(shardsFor)).toEqual([1, 1, 1, 1, 2, 32, 64]);
  });

  it('PU1 take the same person to the same shard, and all people to all shards evenly', () => {
    const people = 32_000;
    const counts = Array.from({ length: 32 }, () => 0);
    for (let person = 0; person < people; person += 1) {
      const shard = shardOf(tagOf(person), 32);
      expect(shardOf(tagOf(person), 32)).toBe(shard);
      counts[shard] = (counts[shard] ?? 0) + 1;
    }
    // 1,000 are expected in each, with a deviation of 31.
    expect(Math.min(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(1_150);
  });

  it('are the only one where there is one', () => {
    expect(Array.from({ length: 50 }, (_, person) => shardOf(tagOf(person), 1)).every((shard) => shard === 0)).toBe(
      true,
    );
  });
});
