import { randomBytes } from 'node:crypto';
import { z } from 'zod';

export interface VaultCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly text: string;
}

/** `body` is null where the vault sends none. */
export interface VaultAnswer {
  readonly status: number;
  readonly body: object | null;
}

export type VaultRight = 'get' | 'list' | 'set' | 'delete' | 'purge';

/** The secrets of the stand-in, and what a test can arrange. */
export interface Secrets {
  answer(call: VaultCall): VaultAnswer;
  /** What the caller may not do. */
  readonly denied: Set<VaultRight>;
  /** Deleted secrets can then not be purged before their time. */
  purgeProtection: boolean;
  /** How long a deletion and a purge take, in milliseconds: meanwhile the secret is found nowhere. */
  lag: number;
  /** The names of secrets in use, and of those deleted and not purged. */
  names(): { readonly active: readonly string[]; readonly deleted: readonly string[] };
}

interface Version {
  readonly id: string;
  readonly value: string;
  /** In milliseconds; told in whole seconds, as the vault does. */
  readonly made: number;
}

interface Secret {
  readonly versions: Version[];
  /** When it was deleted; null while it is in use. */
  deleted: number | null;
  /** When it was purged; it keeps its name until that is done. */
  purged: number | null;
}

const API_VERSION = '2026-04-01';
const PAGE = 2;
/** Letters, digits and dashes; the vault takes letters of either case for the same. */
const NAME = '([0-9A-Za-z-]{1,127})';
const ROUTES: readonly (readonly [method: string, pattern: RegExp, right: VaultRight])[] = [
  ['PUT', new RegExp(`^/secrets/${NAME}$`), 'set'],
  ['GET', new RegExp(`^/secrets/${NAME}/versions$`), 'list'],
  ['GET', new RegExp(`^/secrets/${NAME}/([0-9a-f]{32})?$`), 'get'],
  ['DELETE', new RegExp(`^/secrets/${NAME}$`), 'delete'],
  ['GET', new RegExp(`^/deletedsecrets/${NAME}$`), 'get'],
  ['DELETE', new RegExp(`^/deletedsecrets/${NAME}$`), 'purge'],
];
/** Anything else that the client can send is refused: nobody has looked at what the vault does with it. */
const NEW_SECRET = z.strictObject({ value: z.string().max(25_600), attributes: z.strictObject({}).optional() });

/** Keeps secrets as Azure Key Vault does: every write makes a version, a deleted secret blocks its name until it is purged. */
export function openSecrets({ url, now }: { readonly url: string; readonly now: () => number }): Secrets {
  const kept = new Map<string, Secret>();

  function attributesOf({ made }: Version): object {
    const seconds = Math.floor(made / 1_000);
    const recoveryLevel = secrets.purgeProtection ? 'Recoverable' : 'Recoverable+Purgeable';
    return { enabled: true, created: seconds, updated: seconds, recoveryLevel, recoverableDays: 90 };
  }

  function itemOf(name: string, version: Version): object {
    return { id: `${url}/secrets/${name}/${version.id}`, attributes: attributesOf(version) };
  }

  function deletedOf(name: string, { versions }: Secret): object {
    const last = versions.at(-1);
    return { ...(last ? itemOf(name, last) : {}), recoveryId: `${url}/deletedsecrets/${name}` };
  }

  function stateOf(name: string): 'none' | 'active' | 'busy' | 'deleted' {
    const secret = kept.get(name);
    if (!secret) return 'none';
    if (secret.purged !== null) {
      if (now() < secret.purged + secrets.lag) return 'busy';
      kept.delete(name);
      return 'none';
    }
    if (secret.deleted === null) return 'active';
    return now() < secret.deleted + secrets.lag ? 'busy' : 'deleted';
  }

  function act(
    route: string,
    name: string,
    { version, call }: { version: string | undefined; call: VaultCall },
  ): VaultAnswer {
    const state = stateOf(name);
    const secret = kept.get(name) ?? { versions: [], deleted: null, purged: null };
    switch (route) {
      case 'PUT secrets set': {
        const sent = NEW_SECRET.safeParse(parsed(call.text));
        if (!sent.success) return refuse(400, 'BadParameter');
        if (state === 'deleted' || state === 'busy') return refuse(409, 'Conflict');
        const made: Version = { id: randomBytes(16).toString('hex'), value: sent.data.value, made: now() };
        kept.set(name, secret);
        secret.versions.push(made);
        return { status: 200, body: { value: made.value, ...itemOf(name, made) } };
      }
      case 'GET secrets list': {
        // In the order of their random names, a page at a time: the vault promises none either.
        const all = state === 'active' ? secret.versions.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : [];
        const from = Number(call.query.get('$skiptoken') ?? '0');
        const next = from + PAGE;
        const nextLink = `${url}/secrets/${name}/versions?api-version=${API_VERSION}&$skiptoken=${next}`;
        const value = all.slice(from, next).map((each) => itemOf(name, each));
        return { status: 200, body: { value, nextLink: next < all.length ? nextLink : null } };
      }
      case 'GET secrets get': {
        const found = version === undefined ? secret.versions.at(-1) : secret.versions.find(({ id }) => id === version);
        if (state !== 'active' || !found) return refuse(404, 'SecretNotFound');
        return { status: 200, body: { value: found.value, ...itemOf(name, found) } };
      }
      case 'DELETE secrets delete':
        if (state !== 'active') return refuse(404, 'SecretNotFound');
        secret.deleted = now();
        return { status: 200, body: deletedOf(name, secret) };
      case 'GET deletedsecrets get':
        return state === 'deleted' ? { status: 200, body: deletedOf(name, secret) } : refuse(404, 'SecretNotFound');
      case 'DELETE deletedsecrets purge':
        if (state !== 'deleted') return refuse(404, 'SecretNotFound');
        if (secrets.purgeProtection) return refuse(403, 'Forbidden');
        secret.purged = now();
        return { status: 204, body: null };
      default:
        return refuse(501, 'NotImplemented');
    }
  }

  const secrets: Secrets = {
    denied: new Set(),
    purgeProtection: false,
    lag: 0,
    answer(call) {
      if (call.query.get('api-version') !== API_VERSION) return refuse(501, 'NotImplemented');
      for (const [method, pattern, right] of ROUTES) {
        const [, name, version] = (method === call.method ? pattern.exec(call.path) : null) ?? [];
        if (name === undefined) continue;
        if (secrets.denied.has(right)) return refuse(403, 'Forbidden');
        const route = `${method} ${call.path.split('/')[1] ?? ''} ${right}`;
        return act(route, name.toLowerCase(), { version, call });
      }
      return refuse(501, 'NotImplemented');
    },
    names() {
      const all = [...kept.keys()].sort();
      const isActive = (name: string): boolean => stateOf(name) === 'active';
      const isKept = (name: string): boolean => stateOf(name) !== 'none' && kept.get(name)?.purged === null;
      return { active: all.filter(isActive), deleted: all.filter((name) => isKept(name) && !isActive(name)) };
    },
  };
  return secrets;
}

function refuse(status: number, code: string): VaultAnswer {
  return { status, body: { error: { code, message: `The stand-in for the vault says ${code}.` } } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
