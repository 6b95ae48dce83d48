import { describe, expect, it } from '@jest/globals';
import { expiryOf } from './token-source.ts';

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString();
}

function tokenOf(claims: string): string {
  return `head.${Buffer.from(claims).toString('base64url')}.sign`;
}

describe('expiryOf', () => {
  it('reads what a token says of itself, and nothing from what is none', () => {
    expect(expiryOf(tokenOf('{"exp":12,"name":"\u00ff\u00fe?>"}'), decode)).toBe(12_000);
    const others = ['', 'a.b.c', tokenOf('null'), tokenOf('{"exp":"soon"}')];
    expect(others.map((token) => expiryOf(token, decode))).toEqual([null, null, null, null]);
  });
});
