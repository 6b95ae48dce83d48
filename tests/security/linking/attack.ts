import { createHmac } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { databaseIn } from '@plumbline/bot/open-ports';
import { rowsIn } from './engines.ts';
import type { Paper } from './evidence.ts';

/** Somebody who may be the author of a ballot. */
export interface Suspect {
  readonly tenant: string;
  readonly person: string;
}

/** A claim of the attacker: this person wrote that. */
export interface Tie {
  readonly person: string;
  /** The answers or the wording, as JSON. */
  readonly wrote: string;
}

type Row = Omit<Paper, 'engine'>;

/** A data folder as a thief copies it: the database, its log, every key and the service's secret. */
export class StolenFolder {
  readonly #folder: string;
  /** The files as they were when they were taken; opening the database rewrites them. */
  readonly #bytes: ReadonlyMap<string, Buffer>;
  readonly #rows: readonly Row[];

  constructor(dataDir: string, copyTo: string) {
    this.#folder = copyTo;
    copyFolder(dataDir, copyTo);
    this.#bytes = new Map(filesIn(copyTo).map((file) => [file, readFileSync(file)]));
    const database = new Sqlite(databaseIn(copyTo));
    this.#rows = rowsIn(database);
    database.close();
  }

  /** Every document. */
  papers(): readonly Paper[] {
    return this.#rows.map((row) => ({ ...row, engine: null }));
  }

  /** The bytes of the database and of its log. */
  files(): ReadonlyMap<string, Buffer> {
    const bytes = (path: string) => this.#bytes.get(path) ?? Buffer.alloc(0);
    const path = databaseIn(this.#folder);
    return new Map([
      ['file', bytes(path)],
      ['log', bytes(`${path}-wal`)],
    ]);
  }

  /** The secret keys of rounds that are still there, by the round's id. */
  keys(): ReadonlyMap<string, Buffer> {
    const folder = join(this.#folder, 'round-keys');
    const files = [...this.#bytes].filter(([file]) => file.startsWith(folder) && file.endsWith('.key'));
    return new Map(files.map(([file, key]) => [basename(file, '.key'), key]));
  }

  /** Computes everybody's tag in every round from the keys, and looks whose name the ballots bear. */
  tiesByTags(suspects: readonly Suspect[], keys = this.keys()): readonly Tie[] {
    const byId = new Map(this.#rows.filter(isBallot).map((row) => [`${row.partition} ${row.id}`, row]));
    return [...keys].flatMap(([round, key]) =>
      suspects.flatMap((suspect): readonly Tie[] => {
        const row = byId.get(`t|${suspect.tenant}|r|${round}|0 b|${tagOf(key, suspect)}`);
        return row ? [{ person: suspect.person, wrote: JSON.stringify(answersIn(row.body)) }] : [];
      }),
    );
  }

  /** The same for the wordings of the message, whose tags lie in their meeting. */
  tiesOfWordings(suspects: readonly Suspect[]): readonly Tie[] {
    const sentences = this.#rows.flatMap(({ id, body }) => (id === 'meeting' ? sentencesIn(body) : []));
    return [...this.keys().values()].flatMap((key) =>
      suspects.flatMap(({ tenant, person }) => {
        const tag = tagOf(key, { tenant, person: `${person}|sentence` });
        return sentences.filter(({ author }) => author === tag).map(({ text }) => ({ person, wrote: text }));
      }),
    );
  }

  /** How many tags that the keys give occur anywhere in the bytes of the folder, freed pages and logs included. */
  remainsOf(suspects: readonly Suspect[], keys: ReadonlyMap<string, Buffer>): number {
    const everything = Buffer.concat([...this.#bytes.values()]);
    const tags = [...keys.values()].flatMap((key) =>
      suspects.flatMap((suspect) => [
        tagOf(key, suspect),
        tagOf(key, { ...suspect, person: `${suspect.person}|sentence` }),
      ]),
    );
    return (
      tags.filter((tag) => everything.includes(tag)).length +
      [...keys.values()].filter((key) => everything.includes(key)).length
    );
  }

  /**
   * Guesses authors from orders: somebody who watched the room knows who sent when, and lays that beside the order in
   * which a round's ballots lie in the log, in the file, or by their ids or etags.
   */
  tiesByOrder(round: string, sentInOrder: readonly string[]): Readonly<Record<Trace, readonly Tie[]>> {
    const ballots = this.#rows.filter((row) => isBallot(row) && row.partition.includes(`|${round}|`));
    const log = this.#bytes.get(`${databaseIn(this.#folder)}-wal`) ?? Buffer.alloc(0);
    const file = this.#bytes.get(databaseIn(this.#folder)) ?? Buffer.alloc(0);
    const guess = (place: (row: Row) => number | string): readonly Tie[] => {
      const placed = ballots.map((row) => ({ row, at: place(row) })).sort((a, b) => (a.at < b.at ? -1 : 1));
      return placed.map(({ row }, i) => ({
        person: sentInOrder[i] ?? '',
        wrote: JSON.stringify(answersIn(row.body)),
      }));
    };
    return {
      log: guess(({ id }) => log.indexOf(id)),
      file: guess(({ id }) => file.indexOf(id)),
      body: guess(({ body }) => file.indexOf(body)),
      id: guess(({ id }) => id),
      etag: guess(({ etag }) => etag),
    };
  }

  /** What is kept of each ballot of a round besides its answers. */
  fieldsBeside(round: string): readonly string[] {
    const ballots = this.#rows.filter((row) => isBallot(row) && row.partition.includes(`|${round}|`));
    const names = ballots.flatMap(({ body }) => Object.keys(JSON.parse(body) as object));
    return [...new Set(names)].filter((name) => name !== 'answers');
  }
}

export type Trace = 'log' | 'file' | 'body' | 'id' | 'etag';

/** The tag under which a person's ballot lies while the round has its key. */
function tagOf(key: Buffer, { tenant, person }: Suspect): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([tenant, person]))
    .digest('base64url');
}

function isBallot({ container, id }: Row): boolean {
  return container === 'ballots' && (id.startsWith('b|') || id.startsWith('s|'));
}

function answersIn(body: string): unknown {
  const parsed: unknown = JSON.parse(body);
  return typeof parsed === 'object' && parsed !== null && 'answers' in parsed ? parsed.answers : null;
}

interface Wording {
  readonly author: string | null;
  readonly text: string;
}

function sentencesIn(body: string): readonly Wording[] {
  // Whoever has the file has the form of its records too.
  return (JSON.parse(body) as { readonly sentences?: readonly Wording[] }).sentences ?? [];
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else if (existsSync(source)) copyFileSync(source, target);
  }
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
