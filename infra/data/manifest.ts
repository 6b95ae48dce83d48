import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The files of a backup: the database under the name that was asked for, and two beside it. */
export interface BackupFiles {
  readonly database: string;
  readonly manifest: string;
  readonly secret: string;
}

const holding = z.object({
  documents: z.int().nonnegative(),
  passing: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifest = z.object({
  /** The version of this form. */
  backup: z.literal(1),
  at: z.iso.datetime(),
  plumbline: z.string(),
  /** The SHA-256 of the service secret that the ids were made with: 256 random bits cannot be guessed from it. */
  secret: z.string(),
  contents: z.object({ core: holding, teams: holding, ballots: holding, private: holding }),
});

/** What a backup says of itself. */
export type Manifest = z.infer<typeof manifest>;

const PACKAGE = join(import.meta.dirname, '..', 'package.json');

/** Where the parts of a backup lie. */
export function backupFilesAt(path: string): BackupFiles {
  return { database: path, manifest: `${path}.json`, secret: `${path}.secret` };
}

/** The manifest in a text, or null when it is none that this version reads. */
export function manifestIn(text: string): Manifest | null {
  try {
    return manifest.safeParse(JSON.parse(text)).data ?? null;
  } catch (fault) {
    if (fault instanceof SyntaxError) return null;
    throw fault;
  }
}

/** The SHA-256 of bytes in hexadecimal. */
export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The version of Plumbline that runs. */
export function plumblineVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(PACKAGE, 'utf8'))).version;
}
