import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

interface Key {
  readonly privateKey: CryptoKey;
  readonly published: PublishedKey;
}

/** A public key, and whose tokens it signs. */
type PublishedKey = JWK & { readonly issuer: string };

/** The keys of an issuer, of which the newest signs. */
export interface SigningKeys {
  /** What the key set has: as Entra's, it says whose tokens a key signs, and names no algorithm. */
  readonly published: () => readonly PublishedKey[];
  readonly signer: () => { readonly kid: string; readonly privateKey: CryptoKey };
  /** Signs with a new key from now on; the old ones stay published, unless they were stolen. */
  readonly rotate: (old: 'kept' | 'withdrawn') => Promise<void>;
}

/** Makes keys whose set says that they sign for any tenant of an authority. */
export async function makeSigningKeys(authority: string): Promise<SigningKeys> {
  let keys: readonly [Key, ...Key[]] = [await makeKey(authority)];
  return {
    published: () => keys.map(({ published }) => published),
    signer: () => ({ kid: keys[0].published.kid ?? '', privateKey: keys[0].privateKey }),
    async rotate(old) {
      const added = await makeKey(authority);
      keys = old === 'kept' ? [added, ...keys] : [added];
    },
  };
}

async function makeKey(authority: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const { n = '', e = '' } = await exportJWK(publicKey);
  const bare = { kty: 'RSA', n, e };
  const kid = await calculateJwkThumbprint(bare);
  return { privateKey, published: { ...bare, use: 'sig', kid, x5t: kid, issuer: `${authority}/{tenantid}/v2.0` } };
}
