import { readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { agrees } from './packages.mjs';
import project from '../../package.json' with { type: 'json' };

const zod = { version: '4.6.7' };
const workspace = { resolved: 'shared', link: true };
const lockfile = {
  packages: {
    '': { version: '0.1.0' },
    shared: { version: '0.1.0' },
    'node_modules/zod': zod,
    'node_modules/@plumbline/shared': workspace,
    'node_modules/@swc/core-darwin-arm64': { version: '1.16.22', optional: true },
  },
};

describe('packages are installed', () => {
  it('when npm’s record has what the lockfile names, without those for other systems', () => {
    const installed = { packages: { 'node_modules/zod': zod, 'node_modules/@plumbline/shared': workspace } };
    expect(agrees(lockfile, installed)).toBe(true);
  });

  it.each([
    ['a package is missing', { 'node_modules/@plumbline/shared': workspace }],
    ['a workspace is not linked', { 'node_modules/zod': zod }],
    [
      'another version is there',
      { 'node_modules/zod': { version: '4.6.6' }, 'node_modules/@plumbline/shared': workspace },
    ],
    [
      'an optional package is there in another version',
      {
        'node_modules/zod': zod,
        'node_modules/@plumbline/shared': workspace,
        'node_modules/@swc/core-darwin-arm64': { version: '1.0.0' },
      },
    ],
  ])('not when %s', (_case, packages) => {
    expect(agrees(lockfile, { packages })).toBe(false);
  });
});

describe('what the image is built from', () => {
  const rules = readFileSync(new URL('../../.dockerignore', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

  /** Whether a file of a workspace is there: the last rule that is about it, or about a folder above it, decides. */
  function isThere(file: string): boolean {
    const above = file.split('/').map((_step, at, steps) => steps.slice(0, at + 1).join('/'));
    const about = rules.findLast((rule) => above.some((path) => matchesGlob(path, rule.replace(/^!/, ''))));
    return about === undefined || about.startsWith('!');
  }

  it('has the packages that each workspace names, so that one installation agrees with the lockfile', () => {
    expect(project.workspaces.filter((workspace) => !isThere(`${workspace}/package.json`))).toEqual([]);
    expect(isThere('tests/running/test-store.ts')).toBe(false);
    expect(isThere('bot/node_modules/zod/package.json')).toBe(false);
  });
});
