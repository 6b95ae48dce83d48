import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localConfigIn } from '@plumbline/bot/config';
import { openSharedSecret } from '@plumbline/bot/service-secret';
import { openVaultRoundKeys } from '@plumbline/bot/stores/round-keys/vault-round-keys';
import { openVault } from '@plumbline/bot/stores/vault/vault';
import { offboard } from '@plumbline/infra/data/offboard';
import { VaultClock } from '@plumbline/infra/local/vault/vault-clock';
import { standInCredential, startVaultStandIn, type VaultStandIn } from '@plumbline/infra/local/vault/vault-stand-in';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { RoundKeys } from '@plumbline/shared/application/ports/round-keys';
import { everythingIn, placesOf, type Kept } from '../../application/everything-kept.ts';
import { organise, TwoOrganisations, type Organisation } from '../../application/two-organisations.ts';
import { startTestAccount, type TestAccount } from '../../running/test-store.ts';

const [GONE, STAYS] = ['tenant-1', 'tenant-2'];
/** Nobody's answer can be told. */
const NOBODY = [null, null, null, null, null, null];

const clock = new VaultClock();
let account: TestAccount;
let vault: VaultStandIn;
let company: TwoOrganisations;
let gone: Organisation;
let stays: Organisation;
/** What the vault keeps that is not of the organisation that goes. */
let othersKeys: readonly string[];

beforeAll(async () => {
  [account, vault] = await Promise.all([startTestAccount(), startVaultStandIn({ now: clock.now })]);
  const opened = await openVault({ url: vault.url, credential: standInCredential(), pause: clock.pause });
  await openSharedSecret(opened);
  const store = await account.open();
  company = new TwoOrganisations(
    (used) => used,
    () => store,
    openVaultRoundKeys(opened),
  );
  stays = await organise(company, STAYS);
  othersKeys = keysIn(vault.secrets.names().active);
  gone = await organise(company, GONE);
});

afterAll(async () => {
  await company.leave();
  await Promise.all([account.close(), vault.close()]);
});

/** Names of secrets that are keys or the service's own; that a key was destroyed is told by a mark, which stays. */
function keysIn(names: readonly string[]): readonly string[] {
  return names.filter((name) => !name.endsWith('-destroyed')).toSorted();
}

/** Runs the command on the account and the vault, with its clients. */
async function run(tenant: string): Promise<readonly [string | null, string]> {
  const config = localConfigIn({ ...account.variables, KEY_VAULT_URL: vault.url });
  if (!config.ok) throw new Error(config.error.join('\n'));
  const { dataDir, storage } = config.value;
  const said: string[] = [];
  const refusal = await offboard(
    { tenant, yes: tenant },
    {
      dataDir,
      storage,
      onboarded: [STAYS],
      ask: () => Promise.resolve(null),
      tell: () => undefined,
      say: (...lines) => void said.push(...lines),
      credential: standInCredential(),
    },
  );
  return [refusal, said.join('\n')];
}

/** The keys as an instance has them that has just started and remembers none. */
async function keysAnew(): Promise<RoundKeys> {
  return openVaultRoundKeys(await openVault({ url: vault.url, credential: standInCredential(), pause: clock.pause }));
}

/** Under what the answers of everybody who was asked lie in an organisation's open round; null: nobody can tell any more. */
async function tagsIn({ tenant, round }: Organisation): Promise<readonly (string | null)[]> {
  const keys = await keysAnew();
  const people = [1, 2, 3, 4, 5, 6].map((number) => company.person(number, tenant));
  return Promise.all(people.map(({ person }) => keys.authorTag(round, { tenant, person })));
}

function mentions({ place, document }: Kept, { tenant, team, past, open }: Organisation): boolean {
  return [tenant, team, past, open].some((text) => JSON.stringify([place, document]).includes(text));
}

async function documentsOf(organisation: Organisation): Promise<readonly Kept[]> {
  const all = (await everythingIn(company.store)).filter((kept) => mentions(kept, organisation));
  // How long something has left is another from second to second.
  return all.map(({ place, document }) => ({ place, document }));
}

describe('offboarding an organisation whose keys lie in a vault', () => {
  it('DL10 deletes no document as long as the vault keeps a deleted key, by which nobody can be told already', async () => {
    const [before, tags] = [await documentsOf(gone), await tagsIn(gone)];
    expect(before.length).toBeGreaterThan(50);
    expect(new Set(tags).size).toBe(6);
    expect(tags).not.toContain(null);
    vault.fault = ({ path }) =>
      path.startsWith('/deletedsecrets/plumbline-round-') ? { kind: 'answer', status: 403 } : null;
    await expect(run(GONE)).rejects.toThrow('does not let Plumbline purge secrets');
    vault.fault = () => null;

    expect(vault.secrets.names().deleted.length).toBe(1);
    expect(await tagsIn(gone)).toEqual(NOBODY);
    // What waits for its time is gone: nothing is to be done for the organisation any more.
    const kept = (await documentsOf(gone)).filter(({ place }) => place.partition.startsWith('t|'));
    expect(kept).toEqual(before.filter(({ place }) => place.partition.startsWith('t|')));
  });

  it("DL10 goes on to leave neither document nor key, in use or deleted, and another's as they were", async () => {
    const [others, tags] = [await documentsOf(stays), await tagsIn(stays)];
    const backup = await documentsOf(gone);

    expect(await run(GONE)).toEqual([null, expect.stringContaining(`Nothing is kept of ${GONE} any more.`)]);
    for (const text of [gone.tenant, gone.team, gone.open, gone.past]) {
      expect(await placesOf(company.store, text)).toEqual([]);
    }
    expect({ ...vault.secrets.names(), active: keysIn(vault.secrets.names().active) }).toEqual({
      active: othersKeys,
      deleted: [],
    });
    expect(await tagsIn(gone)).toEqual(NOBODY);
    expect([await documentsOf(stays), await tagsIn(stays)]).toEqual([others, tags]);

    // Whoever puts a backup of the documents back finds nobody's answers by it, and can make no key that would.
    for (const { place, document } of backup) await company.store.put(place, document);
    await (await keysAnew()).create(gone.round);
    expect(await tagsIn(gone)).toEqual(NOBODY);
    expect((await run(GONE))[0]).toBeNull();
    expect(await documentsOf(gone)).toEqual([]);
  });

  it('DL10 leaves the other organisation to work on, up to its results', async () => {
    company.turn = STAYS;
    await company.direct(stays.open, { type: 'close' });
    await keepHouse(company.ports);
    const results = await company.get('viewResults', company.person(0), {
      params: { meeting: stays.open },
      input: null,
    });
    expect(results.rating).toMatchObject({ ballots: 6 });
    expect(await tagsIn(stays)).toEqual(NOBODY);
  });
});
