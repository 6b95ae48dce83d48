import { describe, expect, it } from '@jest/globals';

import { memoryOf } from './memory.ts';

describe('a memory', () => {
  it('makes a thing of one key once', () => {
    const memory = memoryOf<object>(2);
    const first = memory.recall('a', () => ({}));
    expect(memory.recall('a', () => ({}))).toBe(first);
    expect(memory.recall('b', () => ({}))).not.toBe(first);
  });

  it('forgets first what was asked for longest ago, so that it never grows', () => {
    const memory = memoryOf<number>(2);
    const asked: string[] = [];
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b', 'c']) memory.recall(key, () => asked.push(key));
    expect(asked).toEqual(['a', 'b', 'c', 'b', 'c']);
  });

  it('keeps nothing where making it failed', () => {
    const memory = memoryOf<number>(2);
    expect(() =>
      memory.recall('a', () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(memory.recall('a', () => 1)).toBe(1);
  });
});
