import { setTimeout as wait } from 'node:timers/promises';
import type { TokenCredential } from '@azure/identity';
import { SecretClient } from '@azure/keyvault-secrets';
import { assert } from '@plumbline/shared/kernel/assert';
import { StoreUnavailable } from '../store-unavailable.ts';
import { callVault, VaultBusy, type VaultCalls } from './vault-calls.ts';
import { unlessMissing } from './vault-fault.ts';

export interface VaultOptions {
  /** The vault's address, such as `https://plumbline.vault.azure.net`; plain http is for a stand-in on this machine. */
  readonly url: string;
  readonly credential: TokenCredential;
  /** How long a call may take with all its tries, in milliseconds; 10 seconds if not given. */
  readonly deadline?: number;
  /** Waits for the vault; a test turns the stand-in's clock instead. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** Secrets in an Azure Key Vault, for several instances of the service. Calls throw StoreUnavailable when it cannot serve. */
export interface Vault {
  /**
   * The text of the secret's first version, the same for everybody who asks, or null when there is none. Waits up to
   * three seconds for a secret that was just made.
   */
  first(name: string): Promise<string | null>;
  /** The text of its last version, or null when there is none. */
  last(name: string): Promise<string | null>;
  has(name: string): Promise<boolean>;
  /** Adds a version; false when the secret was deleted and is not purged, for then it takes none. */
  write(name: string, text: string): Promise<boolean>;
  /**
   * Deletes and purges the secret with all its versions, so that nobody can bring it back; does nothing when it is gone.
   * `underWay`: somebody may have begun, so that a secret that cannot be found may only be on its way out.
   */
  erase(name: string, about: { readonly underWay: boolean }): Promise<void>;
}

interface Version {
  readonly id: string;
  /** When it was made, by the vault's clock, in whole seconds since 1970: it keeps no finer time. */
  readonly made: number;
}

/**
 * The vault tells no order within a second. So the first version is known once its second is over by the vault's own
 * clock, and two more for a write that takes its time to be seen.
 */
const SETTLED_SECONDS = 3;

/** Pauses between looks at a deletion, in milliseconds: the vault needs a few seconds for one. */
const LOOKS = { first: 250, longest: 2_000, most: 40 };
/** So often a secret that may be on its way out must be found nowhere; with the pauses it is ten seconds. */
const QUIET_LOOKS = 8;

/** A name that no secret has: who may purge is told that it is not there, and who may not is told that. */
const NO_SECRET = 'plumbline-no-such-secret';

/** Opens a vault, once it is known that this identity may purge in it; throws a sentence when it may not. */
export async function openVault(options: VaultOptions): Promise<Vault> {
  const { url, credential, deadline = 10_000, pause = wait } = options;
  const client = new SecretClient(url, credential, { retryOptions: { maxRetries: 0 }, ...transportTo(url) });
  const calls: VaultCalls = { url, deadline, pause };

  /** Also tells what time it is in the vault, in seconds since 1970. */
  function versionsOf(name: string): Promise<{ readonly versions: readonly Version[]; readonly now: number }> {
    return callVault(calls, 'list secrets', async (abortSignal) => {
      const versions: Version[] = [];
      let now = 0;
      await unlessMissing(async () => {
        const found = client.listPropertiesOfSecretVersions(name, {
          abortSignal,
          onResponse: ({ headers }) => (now ||= Date.parse(headers.get('date') ?? '') / 1_000),
        });
        for await (const { version, createdOn, recoveryLevel } of found) {
          assert(
            version !== undefined && createdOn,
            'the vault says of every version what it is called and how old it is',
          );
          refuseProtected(url, recoveryLevel);
          versions.push({ id: version, made: createdOn.getTime() / 1_000 });
        }
      });
      return { versions, now };
    });
  }

  function textOf(name: string, version?: string): Promise<string | null> {
    return callVault(calls, 'get secrets', async (abortSignal) => {
      const options = version === undefined ? { abortSignal } : { abortSignal, version };
      return (await unlessMissing(() => client.getSecret(name, options)))?.value ?? null;
    });
  }

  async function first(name: string): Promise<string | null> {
    for (;;) {
      const { versions, now } = await versionsOf(name);
      const [oldest] = versions.toSorted((a, b) => a.made - b.made || (a.id < b.id ? -1 : 1));
      if (!oldest) return null;
      const left = oldest.made + SETTLED_SECONDS - now;
      if (left <= 0) return textOf(name, oldest.id);
      await pause(Math.min(left, SETTLED_SECONDS) * 1_000);
    }
  }

  /**
   * `perhaps` it was there: a try whose answer was lost may have deleted it. The client's poller is not waited for: it is
   * lost with the process, and `erase` is not.
   */
  function remove(name: string): Promise<'was there' | 'perhaps' | 'was not'> {
    let tries = 0;
    return callVault(calls, 'delete secrets', async (abortSignal) => {
      tries += 1;
      const deletion = await unlessMissing(() => client.beginDeleteSecret(name, { abortSignal }));
      refuseProtected(url, deletion?.getResult()?.properties.recoveryLevel);
      if (deletion) return 'was there';
      return tries > 1 ? 'perhaps' : 'was not';
    });
  }

  function purge(name: string): Promise<boolean> {
    return callVault(calls, 'purge secrets', async (abortSignal) => {
      const purged = await unlessMissing(async () => {
        await client.purgeDeletedSecret(name, { abortSignal });
        return true;
      });
      return purged ?? false;
    });
  }

  // Made alone, for the client loses what another call sends while it asks for its first token.
  await purge(NO_SECRET);

  return {
    first,
    last: (name) => textOf(name),
    has: async (name) => (await versionsOf(name)).versions.length > 0,
    write: (name, text) =>
      unlessBusy(false, async () => {
        await callVault(calls, 'set secrets', (abortSignal) => client.setSecret(name, text, { abortSignal }));
        return true;
      }),
    async erase(name, { underWay }) {
      let quiet = 0;
      let needed = underWay ? QUIET_LOOKS : 1;
      for (let look = 0; look < LOOKS.most; look += 1) {
        if (look > 0) await pause(Math.min(LOOKS.first * 2 ** (look - 1), LOOKS.longest));
        const removal = await unlessBusy('was there', () => remove(name));
        const isPurged = await unlessBusy(false, () => purge(name));
        quiet = removal === 'was there' || isPurged ? 0 : quiet + 1;
        // What was seen to go needs one more look; what may only be on its way out can stay unseen for long.
        if (isPurged) needed = 1;
        else if (removal === 'was there' || (removal === 'perhaps' && look === 0)) needed = QUIET_LOOKS;
        if (quiet >= needed) return;
      }
      throw new StoreUnavailable(`The vault ${url} has not purged the secret ${name} yet; it is asked again.`);
    },
  };
}

function transportTo(url: string): object {
  if (url.startsWith('https://')) return {};
  assert(/^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?\/?$/.test(url), 'a vault elsewhere is spoken to over TLS');
  return { allowInsecureConnection: true, disableChallengeResourceVerification: true };
}

/** What the call gives, or `busy` while the vault deletes or purges the secret. */
async function unlessBusy<T>(busy: T, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (fault) {
    if (fault instanceof VaultBusy) return busy;
    throw fault;
  }
}

/** Such a vault would keep the keys of closed rounds for days. */
function refuseProtected(url: string, recoveryLevel: string | undefined): void {
  if (recoveryLevel === undefined || recoveryLevel.includes('Purgeable')) return;
  throw new Error(
    `The vault ${url} has purge protection, which keeps deleted keys for days and cannot be turned off: make a vault ` +
      'without it for Plumbline and set KEY_VAULT_URL to that.',
  );
}
