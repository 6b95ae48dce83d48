import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoundKeys } from '../application/ports/round-keys.ts';
import { makeId } from '../kernel/ids.ts';

/** How the suite gets at an adapter: two instances over the same new and empty storage, as two processes have them. */
export type OpenTwoRoundKeys = () => Promise<readonly [RoundKeys, RoundKeys]>;

export interface RoundKeysTraits {
  /** Lets the time pass for which an adapter holds keys in memory; an adapter that holds none has no such time. */
  readonly letHeldKeysGo?: () => void;
}

const ROUND = makeId('round', '01J8ZQ4Y6M');
const OTHER_ROUND = makeId('round', '01J8ZQ4Y6N');
const ANNA = { tenant: 'acme', person: 'anna' };

/** Registers the tests that every RoundKeys must pass. */
export function roundKeysContract(
  name: string,
  open: OpenTwoRoundKeys,
  { letHeldKeysGo = () => undefined }: RoundKeysTraits = {},
): void {
  describe(`${name} keeps the RoundKeys contract`, () => {
    let keys: RoundKeys;
    let elsewhere: RoundKeys;

    beforeEach(async () => {
      [keys, elsewhere] = await open();
    });

    it('has no tag for a round without a key', async () => {
      expect(await keys.authorTag(ROUND, ANNA)).toBeNull();
    });

    it('gives an author one tag in a round: 256 bits in base64url', async () => {
      await keys.create(ROUND);
      const tag = await keys.authorTag(ROUND, ANNA);

      expect(tag).toMatch(/^[\w-]{43}$/);
      expect(await keys.authorTag(ROUND, { ...ANNA })).toBe(tag);
    });

    it('gives every author another tag, whatever the ids hold', async () => {
      await keys.create(ROUND);
      const parts = ['a', 'b', 'a|b', 'b|c', 'c', '', 'a","b', 'ab', 'é', 'e\u0301'];
      const authors = parts.flatMap((tenant) => parts.map((person) => ({ tenant, person })));
      const tags = await Promise.all(authors.map((author) => keys.authorTag(ROUND, author)));

      expect(new Set(tags).size).toBe(authors.length);
    });

    it('gives an author another tag in another round', async () => {
      await keys.create(ROUND);
      await keys.create(OTHER_ROUND);

      expect(await keys.authorTag(OTHER_ROUND, ANNA)).not.toBe(await keys.authorTag(ROUND, ANNA));
    });

    it('makes keys that cannot be known: the same round elsewhere has other tags', async () => {
      const [strangers] = await open();
      await keys.create(ROUND);
      await strangers.create(ROUND);

      expect(await strangers.authorTag(ROUND, ANNA)).not.toBe(await keys.authorTag(ROUND, ANNA));
    });

    it('keeps the key when it is created again', async () => {
      await keys.create(ROUND);
      const tag = await keys.authorTag(ROUND, ANNA);
      await keys.create(ROUND);
      await elsewhere.create(ROUND);

      expect(await keys.authorTag(ROUND, ANNA)).toBe(tag);
    });

    it('makes one key when it is created in two places at the same time', async () => {
      await Promise.all([keys.create(ROUND), elsewhere.create(ROUND), keys.create(ROUND)]);
      const tag = await keys.authorTag(ROUND, ANNA);

      expect(tag).not.toBeNull();
      expect(await elsewhere.authorTag(ROUND, ANNA)).toBe(tag);
    });

    it('has no tag once it was destroyed, and leaves other rounds', async () => {
      await keys.create(ROUND);
      await keys.create(OTHER_ROUND);
      const other = await keys.authorTag(OTHER_ROUND, ANNA);
      await keys.authorTag(ROUND, ANNA);
      await keys.destroy(ROUND);

      expect(await keys.authorTag(ROUND, ANNA)).toBeNull();
      expect(await keys.authorTag(OTHER_ROUND, ANNA)).toBe(other);
    });

    it('stays destroyed when it is destroyed or created again', async () => {
      await keys.create(ROUND);
      await keys.destroy(ROUND);
      await keys.destroy(ROUND);
      await keys.create(ROUND);
      await elsewhere.create(ROUND);

      expect(await keys.authorTag(ROUND, ANNA)).toBeNull();
      expect(await elsewhere.authorTag(ROUND, ANNA)).toBeNull();
    });

    it('can be destroyed before it was ever created, for good', async () => {
      await keys.destroy(ROUND);
      await keys.create(ROUND);

      expect(await keys.authorTag(ROUND, ANNA)).toBeNull();
    });

    it('is gone in one place when it was destroyed in another that had used it', async () => {
      await keys.create(ROUND);
      const tag = await elsewhere.authorTag(ROUND, ANNA);
      expect(await keys.authorTag(ROUND, ANNA)).toBe(tag);
      await keys.destroy(ROUND);
      letHeldKeysGo();

      expect(tag).not.toBeNull();
      expect(await elsewhere.authorTag(ROUND, ANNA)).toBeNull();
    });

    it('is gone where it was destroyed, also when a tag was asked for at the same time', async () => {
      await keys.create(ROUND);
      await Promise.all([keys.authorTag(ROUND, ANNA), keys.destroy(ROUND), keys.authorTag(ROUND, ANNA)]);

      expect(await keys.authorTag(ROUND, ANNA)).toBeNull();
    });

    it('is gone when it was destroyed in two places at the same time', async () => {
      await keys.create(ROUND);
      await Promise.all([keys.destroy(ROUND), elsewhere.destroy(ROUND)]);
      await elsewhere.create(ROUND);

      expect(await keys.authorTag(ROUND, ANNA)).toBeNull();
      expect(await elsewhere.authorTag(ROUND, ANNA)).toBeNull();
    });

    it('is gone when it was destroyed in one place while it was created in another', async () => {
      await Promise.all([keys.create(ROUND), elsewhere.destroy(ROUND), keys.create(ROUND)]);

      expect(await keys.authorTag(ROUND, ANNA)).toBeNull();
      expect(await elsewhere.authorTag(ROUND, ANNA)).toBeNull();
    });
  });
}
