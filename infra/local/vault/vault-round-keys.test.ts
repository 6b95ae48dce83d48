import { afterEach, describe, expect, it } from '@jest/globals';
import { createHash, createHmac } from 'node:crypto';
import { openVaultRoundKeys } from '@plumbline/bot/stores/round-keys/vault-round-keys';
import { StoreUnavailable } from '@plumbline/bot/stores/store-unavailable';
import { openVault } from '@plumbline/bot/stores/vault/vault';
import type { RoundKeys } from '@plumbline/shared/application/ports/round-keys';
import { makeId, type RoundId } from '@plumbline/shared/kernel/ids';
import { roundKeysContract } from '@plumbline/shared/testing/round-keys.contract';
import { VaultClock } from './vault-clock.ts';
import { standInCredential, startVaultStandIn, type VaultStandIn } from './vault-stand-in.ts';

const ROUND = makeId('round', '01J8ZQ4Y6M');
const ANNA = { tenant: 'acme', person: 'anna' };
const started: VaultStandIn[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((standIn) => standIn.close()));
});

let clock = new VaultClock();

async function startVault(): Promise<VaultStandIn> {
  clock = new VaultClock();
  const standIn = await startVaultStandIn({ now: clock.now });
  standIn.secrets.lag = 6_000;
  started.push(standIn);
  return standIn;
}

/** An instance of the service, as far as its keys go. */
async function instance(standIn: VaultStandIn, pause = clock.pause): Promise<RoundKeys> {
  const vault = await openVault({ url: standIn.url, credential: standInCredential(), pause, deadline: 5_000 });
  return openVaultRoundKeys(vault, { later: clock.later });
}

roundKeysContract(
  'An Azure Key Vault',
  async () => {
    const standIn = await startVault();
    return Promise.all([instance(standIn), instance(standIn)]);
  },
  {
    letHeldKeysGo() {
      clock.passTime();
    },
  },
);

describe('round keys in a vault', () => {
  it('are one secret a round, of 256 bits, under a name that says nothing', async () => {
    const standIn = await startVault();
    const keys = await instance(standIn);
    await keys.create(ROUND);
    const tag = await keys.authorTag(ROUND, ANNA);
    const names = standIn.secrets.names().active;
    const vault = await openVault({ url: standIn.url, credential: standInCredential(), pause: clock.pause });
    const key = Buffer.from((await vault.first(names[0] ?? '')) ?? '', 'base64url');

    expect(names).toEqual([expect.stringMatching(/^plumbline-round-[0-9a-f]{40}$/)]);
    expect(key.length).toBe(32);
    expect(tag).toBe(createHmac('sha256', key).update('["acme","anna"]').digest('base64url'));
  });

  it('ask the vault once a minute, however many vote', async () => {
    const standIn = await startVault();
    const keys = await instance(standIn);
    await keys.create(ROUND);
    const people = Array.from({ length: 200 }, (_, number) => ({ tenant: 'acme', person: `p${number}` }));
    await keys.authorTag(ROUND, ANNA);
    clock.passTime();
    const before = standIn.calls.length;
    const tags = await Promise.all(people.map((person) => keys.authorTag(ROUND, person)));
    await Promise.all(people.map((person) => keys.authorTag(ROUND, person)));
    await keys.create(ROUND);

    expect(new Set(tags).size).toBe(200);
    expect(standIn.calls.length - before).toBe(3);
  });

  it.each([0, 1_500, 5_000])(
    'are one for all when a version comes %d ms after the first was asked for',
    async (after) => {
      const standIn = await startVault();
      // The names of versions are random, so that each would come first half of the times.
      for (const round of Array.from({ length: 12 }, (_, number) => makeId('round', `r${number}`))) {
        let isWritten = false;
        const second = async (): Promise<void> => {
          if (isWritten) return;
          isWritten = true;
          await clock.pause(after);
          writeAgain(standIn, round);
        };
        const early = await instance(standIn, async (milliseconds) => {
          if (after < milliseconds) await second();
          await clock.pause(milliseconds);
        });
        await early.create(round);
        const tag = await early.authorTag(round, ANNA);
        await second();

        expect(await (await instance(standIn)).authorTag(round, ANNA)).toBe(tag);
      }
    },
  );

  it('leave nothing behind when a round was destroyed while another instance was about to make its key', async () => {
    const standIn = await startVault();
    const [slow, other] = await Promise.all([instance(standIn), instance(standIn)]);
    standIn.fault = async ({ method, path }) => {
      if (method !== 'PUT' || path.endsWith('-destroyed')) return null;
      await other.destroy(ROUND);
      return null;
    };
    await slow.create(ROUND);

    expect(standIn.secrets.names()).toEqual({ active: [expect.stringMatching(/-destroyed$/)], deleted: [] });
    expect(await slow.authorTag(ROUND, ANNA)).toBeNull();
  });

  it('are not held when they were destroyed while they were fetched', async () => {
    const standIn = await startVault();
    const keys = await instance(standIn);
    await keys.create(ROUND);
    standIn.fault = ({ path }) => {
      if (!path.endsWith('-destroyed/')) return null;
      standIn.fault = () => null;
      return { kind: 'late', until: keys.destroy(ROUND) };
    };

    expect(await keys.authorTag(ROUND, ANNA)).toBeNull();
    expect(await keys.authorTag(ROUND, ANNA)).toBeNull();
  });

  it('are purged with all versions, and leave a mark', async () => {
    const standIn = await startVault();
    const keys = await instance(standIn);
    await keys.create(ROUND);
    writeAgain(standIn, ROUND);
    await keys.destroy(ROUND);

    expect(standIn.secrets.names()).toEqual({
      active: [expect.stringMatching(/^plumbline-round-[0-9a-f]{40}-destroyed$/)],
      deleted: [],
    });
  });

  it('are gone wherever the process was stopped while it destroyed one, once another has finished it', async () => {
    const whole = await startVault();
    const unhurt = await instance(whole);
    await unhurt.create(ROUND);
    const before = whole.calls.length;
    await unhurt.destroy(ROUND);
    const calls = whole.calls.slice(before);
    // The looks in between are all alike.
    const steps = [...new Set([0, 1, 2, 3, 4, 5, 6, calls.length - 2, calls.length - 1])];
    expect(calls.length).toBeGreaterThan(8);

    for (const step of steps) {
      for (const done of [false, true]) {
        const standIn = await startVault();
        const stopped = await instance(standIn);
        await stopped.create(ROUND);
        const last = standIn.calls.length + step;
        standIn.fault = () => {
          const since = standIn.calls.length - last;
          return since > 0 ? { kind: 'cut', done: done && since === 1 } : null;
        };
        await expect(stopped.destroy(ROUND)).rejects.toThrow(StoreUnavailable);
        standIn.fault = () => null;
        const other = await instance(standIn);
        await other.destroy(ROUND);
        clock.passTime();

        expect(standIn.secrets.names()).toEqual({ active: [expect.stringMatching(/-destroyed$/)], deleted: [] });
        expect([await stopped.authorTag(ROUND, ANNA), await other.authorTag(ROUND, ANNA)]).toEqual([null, null]);
      }
    }
  });

  it('give no tag from the moment on at which a destruction has begun', async () => {
    const standIn = await startVault();
    const keys = await instance(standIn);
    await keys.create(ROUND);
    await keys.authorTag(ROUND, ANNA);
    standIn.secrets.denied.add('delete');
    await expect(keys.destroy(ROUND)).rejects.toThrow('does not let Plumbline delete secrets (403');

    expect(await keys.authorTag(ROUND, ANNA)).toBeNull();
    expect(await (await instance(standIn)).authorTag(ROUND, ANNA)).toBeNull();
  });

  it('are made and destroyed all the same when every first try fails, or its answer is lost', async () => {
    const standIn = await startVault();
    const keys = await instance(standIn);
    const tried = new Map<string, number>();
    standIn.fault = ({ method, path }) => {
      const times = (tried.get(method + path) ?? 0) + 1;
      tried.set(method + path, times);
      if (times % 3 === 1) return { kind: 'cut', done: true };
      return times % 3 === 2 ? { kind: 'answer', status: 429, headers: { 'Retry-After': '1' } } : null;
    };
    await keys.create(ROUND);
    const tag = await keys.authorTag(ROUND, ANNA);
    expect(tag).not.toBeNull();
    expect(await (await instance(standIn)).authorTag(ROUND, ANNA)).toBe(tag);
    await keys.destroy(ROUND);

    expect(standIn.secrets.names()).toEqual({ active: [expect.stringMatching(/-destroyed$/)], deleted: [] });
  });

  it.each([
    ['is busy', { kind: 'answer', status: 429 }],
    ['is down', { kind: 'answer', status: 503 }],
    ['cuts the line', { kind: 'cut', done: false }],
    ['does not answer', { kind: 'hang' }],
  ] as const)('say that they cannot be reached when the vault %s for good', async (_, fault) => {
    const standIn = await startVault();
    const keys = await instance(standIn);
    standIn.fault = () => fault;

    await expect(keys.authorTag(ROUND, ANNA)).rejects.toThrow(StoreUnavailable);
    await expect(keys.authorTag(ROUND, ANNA)).rejects.toThrow(
      `The vault ${standIn.url} cannot list secrets at the moment`,
    );
    standIn.fault = () => null;
    expect(await keys.authorTag(ROUND, ANNA)).toBeNull();
  });

  it('are not made in a vault where they could not be purged', async () => {
    const standIn = await startVault();
    standIn.secrets.denied.add('purge');
    await expect(instance(standIn)).rejects.toThrow(
      'does not let Plumbline purge secrets (403 Forbidden): give the identity',
    );
    standIn.secrets.denied.clear();
    const keys = await instance(standIn);
    await keys.create(ROUND);
    standIn.secrets.purgeProtection = true;

    await expect(keys.authorTag(ROUND, ANNA)).rejects.toThrow('has purge protection');
    await expect(keys.destroy(ROUND)).rejects.toThrow('has purge protection');
  });

  it('tell when somebody else deleted a secret', async () => {
    const standIn = await startVault();
    const keys = await instance(standIn);
    await keys.create(ROUND);
    const [name = ''] = standIn.secrets.names().active;
    standIn.secrets.answer({ method: 'DELETE', path: `/secrets/${name}`, query: VERSION, text: '' });

    await expect((await instance(standIn)).create(ROUND)).rejects.toThrow(
      `The secret ${name} was deleted in the vault`,
    );
  });

  it('refuse a key that is none, and a round that is none', async () => {
    const standIn = await startVault();
    const keys = await instance(standIn);
    write(standIn, ROUND, 'short');
    await expect(keys.authorTag(ROUND, ANNA)).rejects.toThrow("is no round's key");

    const outside = 'round_../../escape' as RoundId;
    await expect(keys.create(outside)).rejects.toThrow('Bug:');
    await expect(keys.authorTag(outside, ANNA)).rejects.toThrow('Bug:');
    await expect(keys.destroy(outside)).rejects.toThrow('Bug:');
  });
});

const VERSION = new URLSearchParams({ 'api-version': '2026-04-01' });

/** Another instance's write, that was on its way when it saw no key. */
function writeAgain(standIn: VaultStandIn, round: RoundId): void {
  write(standIn, round, Buffer.alloc(32, 7).toString('base64url'));
}

function write(standIn: VaultStandIn, round: RoundId, value: string): void {
  const name = `plumbline-round-${createHash('sha256').update(round).digest('hex').slice(0, 40)}`;
  const { status } = standIn.secrets.answer({
    method: 'PUT',
    path: `/secrets/${name}`,
    query: VERSION,
    text: JSON.stringify({ value }),
  });
  expect(status).toBe(200);
}
