import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, exportPKCS8, generateKeyPair, importPKCS8, type JWK } from 'jose';

/** A private key to sign with, and the public half as a key set publishes it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

const FILE_NAME = 'local-issuer.pem';

/**
 * Reads the issuer's key pair from the data folder, or makes one and keeps it there, readable by its owner only.
 *
 * Kept so that a restart does not sign everybody out. A file that cannot be read as a key is an error, not replaced:
 * it may be somebody's.
 */
export async function loadSigningKey(dataDir: string): Promise<SigningKey> {
  const path = join(dataDir, FILE_NAME);
  const kept = await readIfThere(path);
  if (kept === undefined) return describe(await createKey(dataDir, path));
  await chmod(path, 0o600);
  return describe(await parseKey(kept, path));
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

async function createKey(dataDir: string, path: string): Promise<CryptoKey> {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  await mkdir(dataDir, { recursive: true });
  // Written beside and renamed: a process killed in the middle leaves no half key behind.
  const draft = `${path}.${process.pid}`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(await exportPKCS8(privateKey));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  return privateKey;
}

async function parseKey(pem: string, path: string): Promise<CryptoKey> {
  try {
    return await importPKCS8(pem, 'RS256', { extractable: true });
  } catch (cause) {
    throw new Error(`${path} is not a PKCS #8 RSA key. Delete it to have a new one made; open sessions will end.`, {
      cause,
    });
  }
}

async function describe(privateKey: CryptoKey): Promise<SigningKey> {
  const { kty, n, e } = await exportJWK(privateKey);
  if (kty !== 'RSA' || n === undefined || e === undefined) throw new Error('Bug: the signing key is not an RSA key');
  const bare = { kty, n, e };
  const kid = await calculateJwkThumbprint(bare);
  return { kid, privateKey, publicJwk: { ...bare, kid, use: 'sig', alg: 'RS256' } };
}
