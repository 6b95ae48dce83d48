import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = '{shared,bot,teams-app,office-addin,infra,tests}/**/*.{test.ts,test.tsx,contract.ts}';
const BUILT = ['**/node_modules/**', '**/dist/**'];

/** The numbers of the rules, where each is set down. */
const RULES: ReadonlySet<string> = new Set(
  [...read('shared/SPEC.md').matchAll(/\*\*([A-Z]{2}\d+)\*\*/g)].map(([, rule = '']) => rule),
);
/** Numbers of rules at the beginning of a title, and a file where each stands. */
const PROVED: ReadonlyMap<string, string> = new Map(
  globSync(SOURCES, { cwd: ROOT, exclude: BUILT }).flatMap((file) => rulesIn(read(file)).map((rule) => [rule, file])),
);

function read(file: string): string {
  return readFileSync(ROOT + file, 'utf8');
}

function rulesIn(source: string): readonly string[] {
  const beginnings = [...source.matchAll(/['"`]((?:[A-Z]{2}\d+ )+)/g)].map(([, numbers = '']) => numbers);
  return beginnings.flatMap((numbers) => numbers.trim().split(' '));
}

describe('what Plumbline promises', () => {
  it('is proved, each rule by a test whose title begins with its number', () => {
    expect(RULES.size).toBeGreaterThan(300);
    expect([...RULES].filter((rule) => !PROVED.has(rule))).toEqual([]);
  });

  it('is where each number leads that a title begins with', () => {
    expect([...PROVED].filter(([rule]) => !RULES.has(rule))).toEqual([]);
  });
});
