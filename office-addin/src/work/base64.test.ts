import { describe, expect, it } from '@jest/globals';
import { base64Of, bytesOf } from './base64.ts';

describe('bytes as text', () => {
  it.each([0, 1, 2, 3, 0x8000, 0x8001, 70_000])('%i of them come back as they were', (length) => {
    const bytes = Uint8Array.from({ length }, (_value, at) => (at * 31 + 7) % 256);
    const text = base64Of(bytes);
    expect(bytesOf(text).every((byte, at) => byte === bytes[at])).toBe(true);
    expect([bytesOf(text).length, text.length]).toEqual([length, Math.ceil(length / 3) * 4]);
  });
});
