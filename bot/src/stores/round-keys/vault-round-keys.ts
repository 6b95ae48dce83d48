import { createHash } from 'node:crypto';
import type { RoundKeys } from '@plumbline/shared/application/ports/round-keys';
import { assert } from '@plumbline/shared/kernel/assert';
import { isId, type RoundId } from '@plumbline/shared/kernel/ids';
import type { Vault } from '../vault/vault.ts';
import { authorTagUnder, isRoundKey, newRoundKey } from './author-tag.ts';

export interface VaultRoundKeysOptions {
  /** Does something after so many milliseconds. */
  readonly later?: (act: () => void, milliseconds: number) => void;
}

/** The vault takes some 4,000 calls in ten seconds, and everybody votes in the same minute. */
const HELD = 60_000;
/** So many rounds are remembered to have or have had a key; then forgotten, which costs a call. */
const REMEMBERED = 10_000;

/** The secrets of a round. The mark outlives the key: it says that it is being destroyed, or was. */
interface RoundSecrets {
  readonly key: string;
  readonly mark: string;
}

const DESTROYING = 'The key of this round is being destroyed.';
const DESTROYED = 'The key of this round was destroyed.';

/**
 * Keeps each round's key as a secret of a vault, for several instances. A key that was used is held in memory for a
 * minute, so another instance may still make tags for so long after one has destroyed it. No ballot comes of that: a round's
 * gate is shut, in the store, before its key is destroyed, and no write of a ballot gets past a shut gate.
 */
export function openVaultRoundKeys(vault: Vault, { later = afterwards }: VaultRoundKeysOptions = {}): RoundKeys {
  const held = new Map<RoundId, Buffer>();
  const loading = new Map<RoundId, Promise<void>>();
  const known = new Set<RoundId>();

  function remember(round: RoundId): void {
    if (known.size >= REMEMBERED) known.clear();
    known.add(round);
  }

  function hold(round: RoundId, key: Buffer): void {
    held.set(round, key);
    later(() => {
      key.fill(0);
      if (held.get(round) === key) held.delete(round);
    }, HELD);
  }

  function drop(round: RoundId): void {
    loading.delete(round);
    held.get(round)?.fill(0);
    held.delete(round);
  }

  /** One load serves everybody who waits; one that a destruction overtook is thrown away. */
  function load(round: RoundId): Promise<void> {
    const underWay = loading.get(round);
    if (underWay) return underWay;
    const mine = readKey(vault, secretsOf(round)).then(
      (key) => {
        if (loading.get(round) !== mine) return void key?.fill(0);
        loading.delete(round);
        if (key) hold(round, key);
      },
      (fault: unknown) => {
        if (loading.get(round) === mine) loading.delete(round);
        throw fault;
      },
    );
    loading.set(round, mine);
    return mine;
  }

  return {
    async create(round) {
      const secrets = secretsOf(round);
      if (known.has(round)) return;
      await makeKey(vault, secrets);
      remember(round);
    },
    async authorTag(round, author) {
      if (!held.has(round)) await load(round);
      const key = held.get(round);
      return key ? authorTagUnder(key, author) : null;
    },
    async destroy(round) {
      const { key, mark } = secretsOf(round);
      const said = await vault.last(mark);
      // First the mark: from here on the round has no key, also when the process is stopped before the key is purged.
      if (said === null) await writeMark(vault, mark, DESTROYING);
      drop(round);
      remember(round);
      if (said === DESTROYED) return;
      await vault.erase(key, { underWay: said !== null });
      await writeMark(vault, mark, DESTROYED);
    },
  };
}

/** Several versions may come of several instances: everybody takes the first. */
async function makeKey(vault: Vault, { key, mark }: RoundSecrets): Promise<void> {
  if ((await vault.has(key)) || (await vault.last(mark)) !== null) return;
  const isWritten = await vault.write(key, newRoundKey().toString('base64url'));
  // Looked at last: another instance may have destroyed the round meanwhile and found no key to erase.
  const isMarked = (await vault.last(mark)) !== null;
  if (isMarked && isWritten) await vault.erase(key, { underWay: false });
  if (!isMarked && !isWritten) refuseDeleted(key);
}

async function readKey(vault: Vault, { key, mark }: RoundSecrets): Promise<Buffer | null> {
  const text = await vault.first(key);
  // The mark last: a key that was read before the round was destroyed must not be used after.
  if (text === null || (await vault.last(mark)) !== null) return null;
  const bytes = Buffer.from(text, 'base64url');
  if (isRoundKey(bytes)) return bytes;
  throw new Error(
    `The secret ${key} is no round's key: delete the version that Plumbline did not make, or close the round.`,
  );
}

async function writeMark(vault: Vault, mark: string, text: string): Promise<void> {
  if (!(await vault.write(mark, text))) refuseDeleted(mark);
}

function refuseDeleted(secret: string): never {
  throw new Error(`The secret ${secret} was deleted in the vault, and not by Plumbline: recover it there.`);
}

/** Names of secrets take letters of either case for the same, and ids do not: so it is the hash of the id. */
function secretsOf(round: RoundId): RoundSecrets {
  assert(isId('round', round), `${JSON.stringify(round)} is not a round's id`);
  const key = `plumbline-round-${createHash('sha256').update(round).digest('hex').slice(0, 40)}`;
  return { key, mark: `${key}-destroyed` };
}

function afterwards(act: () => void, milliseconds: number): void {
  setTimeout(act, milliseconds).unref();
}
