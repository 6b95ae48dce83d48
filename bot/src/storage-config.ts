/** Where documents, round keys and the service's secret are kept. */
export type Storage =
  /** All in DATA_DIR, for one process. */
  | { readonly kind: 'folder' }
  /** Documents in Cosmos DB, for any number of instances; keys and the secret in a vault, or in DATA_DIR without one. */
  | {
      readonly kind: 'cosmos';
      readonly endpoint: string;
      readonly database: string;
      /** Null: the identity that the service runs as is asked for a token. */
      readonly key: string | null;
      readonly vault: string | null;
    };

/** The variables that choose the storage. */
export interface StorageVariables {
  /** COSMOS_ENDPOINT: the address of a Cosmos DB account; a SQLite file in DATA_DIR if not set. */
  readonly endpoint: string | undefined;
  /** COSMOS_DATABASE, `plumbline` if not set: the database in the account. */
  readonly database: string | undefined;
  /** COSMOS_KEY: the account's key; the identity that the service runs as if not set. */
  readonly key: string | undefined;
  /** KEY_VAULT_URL: the address of the Key Vault for round keys and the service's secret. */
  readonly vault: string | undefined;
}

const DATABASE = /^[^/\\?#\p{Cc}]{1,255}$/u;
const KEY = /^[A-Za-z0-9+/]{20,}={0,2}$/;

/** The storage that the variables choose, for production or local mode; what is wrong with them is added to `faults`. */
export function storageIn(
  variables: StorageVariables,
  { mode, faults }: { readonly mode: 'production' | 'local'; readonly faults: string[] },
): Storage {
  const { endpoint, database = 'plumbline', key = null, vault = null } = variables;
  if (endpoint === undefined) {
    const idle = [
      ...(variables.database === undefined ? [] : ['COSMOS_DATABASE']),
      ...(key === null ? [] : ['COSMOS_KEY']),
      ...(vault === null ? [] : ['KEY_VAULT_URL']),
    ];
    faults.push(...idle.map((name) => `${name} goes with COSMOS_ENDPOINT: set that, too, or leave ${name} out.`));
    return { kind: 'folder' };
  }
  if (!isAddress(endpoint, mode)) {
    faults.push(
      `COSMOS_ENDPOINT must be the address of a Cosmos DB account, such as https://plumbline.documents.azure.com${orHere(mode)}.`,
    );
  }
  if (!DATABASE.test(database)) {
    faults.push('COSMOS_DATABASE must be the name of a database: at most 255 characters, without / \\ ? and #.');
  }
  if (key !== null && !KEY.test(key)) {
    faults.push('COSMOS_KEY must be a key of the Cosmos DB account, or be left out to sign in as the service.');
  }
  if (key === null && endpoint.startsWith('http:') && mode === 'local') {
    faults.push('COSMOS_KEY must be set for a COSMOS_ENDPOINT on this machine: nobody can sign in there.');
  }
  if (vault === null && mode === 'production') {
    faults.push(
      "KEY_VAULT_URL must be set with COSMOS_ENDPOINT: the keys of open rounds must not lie on one instance's disk.",
    );
  }
  if (vault !== null && !isAddress(vault, mode)) {
    faults.push(
      `KEY_VAULT_URL must be the address of a Key Vault, such as https://plumbline.vault.azure.net${orHere(mode)}.`,
    );
  }
  return { kind: 'cosmos', endpoint, database, key, vault };
}

/** Over TLS; a stand-in on this machine needs none in local mode. */
function isAddress(text: string, mode: 'production' | 'local'): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash, pathname } = new URL(text);
  const isPlain = username + password + search + hash === '' && pathname === '/';
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1';
  return isPlain && (protocol === 'https:' || (protocol === 'http:' && isHere && mode === 'local'));
}

function orHere(mode: 'production' | 'local'): string {
  return mode === 'local' ? ', or http://127.0.0.1 with a port' : '';
}
