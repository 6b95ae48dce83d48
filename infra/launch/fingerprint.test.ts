import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fingerprint } from './fingerprint.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  mkdirSync(join(root, 'src', 'deep'), { recursive: true });
  writeFileSync(join(root, 'src', 'a.ts'), 'a');
  writeFileSync(join(root, 'src', 'deep', 'b.ts'), 'b');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('the fingerprint of sources', () => {
  it('is the same for the same files, in any order of the paths, with or without missing ones', () => {
    const hash = fingerprint(root, ['src']);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint(root, ['src/deep', 'src/a.ts'])).toBe(hash);
    expect(fingerprint(root, ['public', 'src'])).toBe(hash);
  });

  it.each<[string, () => void]>([
    [
      'a content',
      () => {
        writeFileSync(join(root, 'src', 'a.ts'), 'A');
      },
    ],
    [
      'a name',
      () => {
        renameSync(join(root, 'src', 'a.ts'), join(root, 'src', 'c.ts'));
      },
    ],
    [
      'a new file',
      () => {
        writeFileSync(join(root, 'src', 'deep', 'c.ts'), '');
      },
    ],
    [
      'a missing file',
      () => {
        rmSync(join(root, 'src', 'deep', 'b.ts'));
      },
    ],
    [
      'text that moves from one file to the next',
      () => {
        writeFileSync(join(root, 'src', 'a.ts'), 'ab');
        writeFileSync(join(root, 'src', 'deep', 'b.ts'), '');
      },
    ],
  ])('changes with %s', (_case, change) => {
    const before = fingerprint(root, ['src']);
    change();
    expect(fingerprint(root, ['src'])).not.toBe(before);
  });
});
