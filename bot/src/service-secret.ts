import { createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '@plumbline/shared/kernel/assert';
import { makeId, type Id, type IdKind } from '@plumbline/shared/kernel/ids';
import type { Vault } from './stores/vault/vault.ts';

const FILE = 'service-secret';
const VAULT_SECRET = 'plumbline-service-secret';
const BYTES = 32;
/** 26 letters and digits of five bits each: 130 bits, as many as nobody can guess or meet twice. */
const LENGTH = 26;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The service's secret in a folder that is there, made on first use and readable by its owner only. It must live as long as the data: ids made with
 * it are found again by making them again.
 */
export function openServiceSecret(dataDir: string): Buffer {
  const path = join(dataDir, FILE);
  const known = readIfThere(path);
  if (known) return known;
  const own = `${path}.${process.pid}.new`;
  writeDurably(own, randomBytes(BYTES));
  try {
    // A link is made whole or not at all, and never over another process's secret.
    linkSync(own, path);
  } catch (fault) {
    if (!hasCode(fault, 'EEXIST')) throw fault;
  } finally {
    rmSync(own, { force: true });
  }
  const made = readIfThere(path);
  assert(made, 'the secret was made or was there');
  return made;
}

/** The same in a vault, for all instances of the service: made by the first of them. */
export async function openSharedSecret(vault: Vault): Promise<Buffer> {
  const isThere = await vault.has(VAULT_SECRET);
  if (!isThere && !(await vault.write(VAULT_SECRET, randomBytes(BYTES).toString('base64url')))) {
    throw new Error(`The secret ${VAULT_SECRET} was deleted in the vault: recover it, for the data was made with it.`);
  }
  // Others may have made one at the same time; the first of all is everybody's.
  const secret = Buffer.from((await vault.first(VAULT_SECRET)) ?? '', 'base64url');
  if (secret.length === BYTES) return secret;
  throw new Error(
    `${VAULT_SECRET} in the vault is not a secret of ${BYTES} bytes: put back the one that the data was made with.`,
  );
}

/** The key that seals how far an instance has seen the store; nothing of the secret can be told from it. */
export function sessionKeyFrom(secret: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'plumbline session', BYTES));
}

/** Makes ids that are the same for the same parts and cannot be guessed without the secret (HMAC-SHA-256). */
export function idMaker(secret: Buffer): <K extends IdKind>(kind: K, parts: readonly string[]) => Id<K> {
  const key = createSecretKey(secret);
  return (kind, parts) => {
    const hash = createHmac('sha256', key)
      .update(JSON.stringify([kind, ...parts]))
      .digest();
    return makeId(kind, base32(hash).slice(0, LENGTH));
  };
}

function base32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += LETTERS.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

function readIfThere(path: string): Buffer | null {
  let secret: Buffer;
  try {
    secret = readFileSync(path);
  } catch (fault) {
    if (hasCode(fault, 'ENOENT')) return null;
    throw fault;
  }
  if (secret.length === BYTES) return secret;
  throw new Error(`${path} is not a secret of ${BYTES} bytes: put back the one that this folder's data was made with.`);
}

function writeDurably(path: string, bytes: Buffer): void {
  const file = openSync(path, 'w', 0o600);
  writeSync(file, bytes);
  fsyncSync(file);
  closeSync(file);
}

function hasCode(fault: unknown, code: string): boolean {
  return typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === code;
}
