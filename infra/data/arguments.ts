import { parseArgs } from 'node:util';
import { GUID } from '@plumbline/bot/entra-config';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';

/** Where documents are kept: a data folder, or the Cosmos DB database that the environment names. */
export type StoreName = { readonly kind: 'sqlite'; readonly folder: string | null } | { readonly kind: 'cosmos' };

/** What the operator asked for. */
export type Order =
  | { readonly command: 'help' }
  | { readonly command: 'backup'; readonly to: string; readonly keys: string | null }
  | { readonly command: 'restore'; readonly from: string; readonly keys: string | null }
  | { readonly command: 'move'; readonly from: StoreName; readonly to: StoreName }
  | { readonly command: 'offboard'; readonly tenant: string; readonly yes: string | null }
  | { readonly command: 'verify'; readonly store: StoreName | { readonly kind: 'file'; readonly path: string } };

export const HELP = `npm run data -- COMMAND

backup FILE            a copy of the database in DATA_DIR into FILE, with FILE.json, which says what is in it, and
                       FILE.secret; the service may run meanwhile
  --keys FOLDER        also the keys of rounds that are not sealed yet. With them and the backup, whoever has both can
                       tell whose answers are whose: keep them apart, and delete them when the meetings are closed.
restore FILE           puts the backup in the place of the database in DATA_DIR, which is kept beside it; the service
                       must be stopped
  --keys FOLDER        also the keys that were backed up with it
move --from STORE --to STORE
                       copies everything into an empty store and compares the two; no service may use either
verify [STORE|FILE]    counts what is in a store or a backup, and prints its SHA-256
offboard TENANT        deletes everything of the organisation with this tenant id, where the service keeps its data, once
                       the id is typed a second time; nobody of it may be let in any more
  --yes TENANT         the second time

A STORE is sqlite (the database in DATA_DIR), sqlite:FOLDER (that in another data folder), or cosmos (the account of
COSMOS_ENDPOINT and COSMOS_DATABASE, with COSMOS_KEY or, where that is left out, as whoever is signed in to Azure here).
`;

const OPTIONS = {
  keys: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  yes: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the words after the command. */
export function readArguments(words: readonly string[]): Result<Order, string> {
  const parsed = parse(words);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [command, first, ...rest] = positionals;
  if (values.help || command === undefined) return ok({ command: 'help' });
  if (rest.length > 0) return unusable(`"${rest.join(' ')}" is one word too many`);
  const { keys = null, from, to, yes = null } = values;
  const hasEnds = from !== undefined || to !== undefined;
  if (hasEnds && command !== 'move') return unusable('--from and --to go with move');
  if (keys !== null && command !== 'backup' && command !== 'restore')
    return unusable('--keys goes with backup and restore');
  if (yes !== null && command !== 'offboard') return unusable('--yes goes with offboard');
  switch (command) {
    case 'backup':
      return first === undefined ? unusable('backup needs the name of a new file') : ok({ command, to: first, keys });
    case 'restore':
      return first === undefined ? unusable('restore needs the file of a backup') : ok({ command, from: first, keys });
    case 'move': {
      const ends = [storeIn(from), storeIn(to)] as const;
      if (ends[0] === null || ends[1] === null || first !== undefined) {
        return unusable('move needs --from and --to, each sqlite, sqlite:FOLDER or cosmos');
      }
      return ok({ command, from: ends[0], to: ends[1] });
    }
    case 'offboard':
      if (first === undefined || !GUID.test(first)) return unusable('offboard needs the id of a tenant, a GUID');
      return ok({ command, tenant: first.toLowerCase(), yes });
    case 'verify':
      return ok({ command, store: storeIn(first ?? 'sqlite') ?? { kind: 'file', path: first ?? '' } });
    default:
      return unusable(`there is no "${command}"`);
  }
}

function storeIn(word: string | undefined): StoreName | null {
  if (word === 'cosmos') return { kind: 'cosmos' };
  if (word === 'sqlite') return { kind: 'sqlite', folder: null };
  const folder = word?.startsWith('sqlite:') === true ? word.slice('sqlite:'.length) : '';
  return folder === '' ? null : { kind: 'sqlite', folder };
}

function parse(words: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return unusable(error.message.replaceAll('\n', ' '));
  }
}

function unusable(what: string) {
  return fail(`${what}: npm run data -- --help lists what there is.`);
}
