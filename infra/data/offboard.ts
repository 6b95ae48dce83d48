import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseConfig } from '@plumbline/bot/config';
import { databaseIn, openPorts, type PortOptions } from '@plumbline/bot/open-ports';
import { forgetTenant, lookAtTenant, type TenantCounts } from '@plumbline/shared/application/lifecycle/forget-tenant';

export interface OffboardOrder {
  /** In lower case, as tokens name it. */
  readonly tenant: string;
  /** The tenant's id as it was given the second time; null: it is asked for. */
  readonly yes: string | null;
}

export interface OffboardSurroundings extends Pick<PortOptions, 'credential'> {
  readonly dataDir: string;
  readonly storage: BaseConfig['storage'];
  /** The tenants that the service lets in. */
  readonly onboarded: readonly string[];
  readonly ask: (question: string) => Promise<string | null>;
  readonly tell: (step: string, done: number, total: number | null) => void;
  readonly say: (...lines: readonly string[]) => void;
}

const KINDS: Readonly<Record<keyof TenantCounts, string>> = {
  teams: 'teams',
  memberships: 'places of people in teams, and invitations',
  meetings: 'meetings and pulses',
  ballots: 'ballots',
  results: 'results',
  commitments: 'commitments',
  coaching: 'things that coaches logged and planned',
  personal: 'things that people keep for themselves',
  chats: 'things by which chats are known',
  log: 'entries of logs',
  schedules: 'things to be done at some time',
  other: 'documents that belong to these',
  keys: 'keys of rounds',
};

/**
 * Deletes everything of a tenant where the service keeps its data, once its id was given twice; resolves to why it was not
 * done, or null.
 */
export async function offboard(
  { tenant, yes }: OffboardOrder,
  { dataDir, storage, onboarded, ask, tell, say, credential }: OffboardSurroundings,
): Promise<string | null> {
  const refusal = refusalOf({ tenant, dataDir, storage, onboarded });
  if (refusal !== null) return refusal;
  const ports = await openPorts({ dataDir, now: Date.now, storage, ...(credential ? { credential } : {}) });
  try {
    const { counts, organisations } = await lookAtTenant(ports, tenant);
    const total = totalOf(counts);
    if (total > 0) {
      say(
        `There is of ${tenant}${organisations.length > 0 ? `, ${organisations.join(', ')}` : ''}:`,
        ...tableOf(counts),
      );
      const second = yes ?? (await ask('To delete all of it for good, type the tenant id once more: '));
      if (second?.trim().toLowerCase() !== tenant) {
        return 'The tenant id was not given a second time, or another one was: nothing was deleted.';
      }
    }
    // Also where nothing is left: what was cut short last may still have to be overwritten.
    const gone = await forgetTenant(ports, tenant, (done) => tell('deleted', done, total));
    if (!gone.isDone) {
      return `A service still writes for ${tenant}: take it out of the tenants of every instance, and run the same command again.`;
    }
    if (total === 0) say(`Nothing is kept of ${tenant}.`);
    else say('Deleted:', ...tableOf(gone.counts), `Nothing is kept of ${tenant} any more.`, ...stillThere(storage));
    return null;
  } finally {
    await ports.store.close();
  }
}

function refusalOf({
  tenant,
  dataDir,
  storage,
  onboarded,
}: Pick<OffboardOrder, 'tenant'> & Pick<OffboardSurroundings, 'dataDir' | 'storage' | 'onboarded'>): string | null {
  if (onboarded.includes(tenant)) {
    return (
      `ENTRA_TENANTS lets ${tenant} in: take it out and deploy, so that nobody of it works meanwhile, and run the ` +
      'command again.'
    );
  }
  if (storage.kind === 'folder' && !existsSync(databaseIn(dataDir))) {
    return `There is no database in ${dataDir}: say with DATA_DIR which folder the service uses.`;
  }
  const hasKeysHere = storage.kind === 'folder' || storage.vault === null;
  if (hasKeysHere && !existsSync(join(dataDir, 'service-secret'))) {
    return (
      `There is no service-secret in ${dataDir}, so the keys of rounds are elsewhere and would be left: say with DATA_DIR ` +
      'which folder the service uses, or with KEY_VAULT_URL which vault.'
    );
  }
  return null;
}

function totalOf(counts: TenantCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function tableOf(counts: TenantCounts): readonly string[] {
  return kindsIn(counts).map((kind) => `${String(counts[kind]).padStart(9)} ${KINDS[kind]}`);
}

function kindsIn(counts: TenantCounts): readonly (keyof TenantCounts)[] {
  return (Object.keys(KINDS) as (keyof TenantCounts)[]).filter((kind) => counts[kind] !== undefined);
}

function stillThere(storage: BaseConfig['storage']): readonly string[] {
  return storage.kind === 'folder'
    ? ['It is still in backups, and in what a restore kept beside the database: delete those that are older than this.']
    : [
        'It is still in the backups of Cosmos DB until their retention ends. Ids of what was deleted go within an hour.',
      ];
}
