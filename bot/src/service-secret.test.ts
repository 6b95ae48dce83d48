import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idMaker, openServiceSecret, sessionKeyFrom } from './service-secret.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-secret-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('is made once, for this user only, and is another in another folder', () => {
  const secret = openServiceSecret(folder);
  expect(openServiceSecret(folder)).toEqual(secret);
  expect(readdirSync(folder)).toEqual(['service-secret']);
  expect((statSync(join(folder, 'service-secret')).mode & 0o777).toString(8)).toBe('600');
  rmSync(join(folder, 'service-secret'));
  expect(openServiceSecret(folder)).not.toEqual(secret);
});

it('is never replaced when it is not what was made', () => {
  writeFileSync(join(folder, 'service-secret'), 'short');
  expect(() => openServiceSecret(folder)).toThrow('put back the one');
});

it('makes ids that are found again, and only with the secret', () => {
  const idFrom = idMaker(Buffer.alloc(32, 1));
  const id = idFrom('team', ['acme', 'key']);
  expect(id).toMatch(/^team_[a-z2-7]{26}$/);
  const others = [
    idFrom('team', ['acmekey']),
    idFrom('team', ['acme', 'key', '']),
    idFrom('meeting', ['acme', 'key']),
    idMaker(Buffer.alloc(32, 2))('team', ['acme', 'key']),
  ].map((other) => other.split('_')[1]);
  expect(idFrom('team', ['acme', 'key'])).toBe(id);
  expect(new Set([...others, id.split('_')[1]]).size).toBe(5);
});

it('gives a key for sessions that hangs on it and does not tell it', () => {
  const secret = Buffer.alloc(32, 1);
  const key = sessionKeyFrom(secret);
  expect(key).toHaveLength(32);
  expect(sessionKeyFrom(secret)).toEqual(key);
  expect(sessionKeyFrom(Buffer.alloc(32, 2))).not.toEqual(key);
  expect(key).not.toEqual(secret);
});
