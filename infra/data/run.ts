import { resolve } from 'node:path';
import { localConfigIn, onboardedTenantsIn } from '@plumbline/bot/config';
import { databaseIn } from '@plumbline/bot/open-ports';
import { readDatabase } from '@plumbline/bot/stores/sqlite/read-database';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { NewerForm } from '@plumbline/shared/records/record';
import { HELP, readArguments, type Order } from './arguments.ts';
import { backUp } from './backup.ts';
import { CONTAINERS, contentsOf, type Contents } from './contents.ts';
import { moveStores, openEnd } from './ends.ts';
import { offboard } from './offboard.ts';
import { progressOn, type Screen } from './progress-line.ts';
import { restore } from './restore.ts';
import type { UnsealedRound } from './unsealed-rounds.ts';

/** What is around a command. */
export interface Around {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that paths are named from. */
  readonly from: string;
  readonly out: Screen;
  readonly screen: Screen;
  /** Asks whoever is there; resolves to null where nobody answers. */
  readonly ask?: (question: string) => Promise<string | null>;
}

/** Does what the words ask for and resolves to the exit code. */
export async function run(words: readonly string[], around: Around): Promise<number> {
  const order = readArguments(words);
  try {
    const refusal = order.ok ? await perform(order.value, around) : order.error;
    if (refusal === null) return 0;
    around.screen.write(`data: ${refusal}\n`);
  } catch (fault) {
    around.screen.write(`data: ${sentenceOf(fault)}\n`);
  }
  return 1;
}

/** @returns why it was not done, or null */
async function perform(order: Order, { env, from, out, screen, ask = unanswered }: Around): Promise<string | null> {
  if (order.command === 'help') {
    out.write(HELP);
    return null;
  }
  const config = localConfigIn(env);
  if (!config.ok) return config.error.join(' ');
  const { dataDir, storage } = config.value;
  const tell = progressOn(screen);
  const at = new Date();
  const say = (...lines: readonly string[]) => out.write(lines.map((line) => `${line}\n`).join(''));
  switch (order.command) {
    case 'backup': {
      const keys = order.keys === null ? null : resolve(from, order.keys);
      const made = await backUp({ dataDir, to: resolve(from, order.to), keys, at });
      if (!made.ok) return made.error;
      const { files, manifest, unsealed } = made.value;
      say(...tableOf(manifest.contents), `${files.database} is a backup, with ${files.manifest} and ${files.secret}.`);
      if (keys === null) say(...withoutKeys(unsealed));
      else {
        say(
          `${made.value.keys} keys are in ${keys}: whoever has them and the backup can tell whose answers are whose.`,
          'Keep them apart from it, and delete them when their meetings are closed.',
        );
      }
      return null;
    }
    case 'restore': {
      const keys = order.keys === null ? null : resolve(from, order.keys);
      const done = await restore({ dataDir, from: resolve(from, order.from), keys, at });
      if (!done.ok) return done.error;
      const { manifest, aside, keyless } = done.value;
      say(...tableOf(manifest.contents), `${databaseIn(dataDir)} is the backup of ${manifest.at} now.`);
      if (aside !== null) say(`What was there before is kept as ${aside}: delete it when it is not needed any more.`);
      say(...lostKeys(keyless));
      return null;
    }
    case 'move':
      return moveStores(order, { dataDir, from, storage, tell, say });
    case 'offboard':
      return offboard(order, { dataDir, storage, onboarded: onboardedTenantsIn(env), ask, tell, say });
    case 'verify': {
      const { store } = order;
      const source =
        store.kind === 'cosmos'
          ? (await openEnd(store, { dataDir, from, storage })).store
          : readDatabase(pathOf(store, { dataDir, from }));
      try {
        say(...tableOf(await contentsOf(source)));
      } finally {
        await source.close();
      }
      return null;
    }
    default:
      return assertNever(order);
  }
}

function unanswered(): Promise<null> {
  return Promise.resolve(null);
}

function pathOf(
  store: { readonly kind: 'file'; readonly path: string } | { readonly kind: 'sqlite'; readonly folder: string | null },
  { dataDir, from }: { readonly dataDir: string; readonly from: string },
): string {
  if (store.kind === 'file') return resolve(from, store.path);
  return databaseIn(store.folder === null ? dataDir : resolve(from, store.folder));
}

function tableOf(contents: Contents): readonly string[] {
  return CONTAINERS.map((container) => {
    const { documents, passing, sha256 } = contents[container];
    return `${container.padEnd(8)} ${String(documents).padStart(9)} documents  ${sha256}${passing > 0 ? `  and ${passing} that end by themselves` : ''}`;
  });
}

function withoutKeys(unsealed: readonly UnsealedRound[]): readonly string[] {
  const open = unsealed.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return [];
  const named = open.filter(({ mode }) => mode === 'named').length;
  return [
    `${open.length} rounds are open. Their keys are not in the backup: in a restored folder, what was answered is kept, and`,
    `nobody can answer or change an answer there.${named > 0 ? ` ${named} of them are named: without keys, their answers have no names and are not counted.` : ''}`,
  ];
}

function lostKeys(keyless: readonly UnsealedRound[]): readonly string[] {
  const open = keyless.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return [];
  return [
    `${open.length} open rounds have no key any more: nobody can answer or change an answer there. Their meetings can be`,
    'closed with what was answered, or held again.',
  ];
}

/** What to do about a fault of the outside. */
function sentenceOf(fault: unknown): string {
  if (!isFault(fault)) return 'something went wrong that is no error.';
  if (fault instanceof NewerForm) {
    return `a newer Plumbline has written here (${fault.message}): run the command of that version.`;
  }
  const code = 'code' in fault ? fault.code : '';
  switch (code) {
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return `the disk is full (${fault.message}): make room, and run the command again. Nothing was replaced.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_CANTOPEN':
      return `this user may not read or write there (${fault.message}): run the command as the user of the service.`;
    default:
      return fault.message;
  }
}

/** Told by what it has, not by its class: the engine's faults may be of another realm. */
function isFault(fault: unknown): fault is { readonly message: string } {
  return typeof fault === 'object' && fault !== null && 'message' in fault && typeof fault.message === 'string';
}
