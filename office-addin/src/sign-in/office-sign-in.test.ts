import { describe, expect, it } from '@jest/globals';
import { readRefusal } from './office-sign-in.ts';

describe('why Office gives no token', () => {
  it.each([
    [{ code: 13001 }, 'unsupported'],
    [{ code: 13002 }, 'cancelled'],
    [{ code: 13005 }, 'consent'],
    [{ code: 13006 }, 'failed'],
    [new Error('offline'), 'failed'],
  ])('OF61 %p is %s', (cause, refusal) => {
    expect(readRefusal(cause)).toBe(refusal);
  });
});
