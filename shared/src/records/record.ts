import type { z } from 'zod';
import { assert } from '../kernel/assert.ts';

/** Changes a stored body from one version of its form to the next. */
export type Migration = (body: unknown) => unknown;

/** How one kind of document is kept. `migrations[0]` goes from version 1 to 2; the current version is one more than them. */
export interface RecordKind<T> {
  readonly name: string;
  readonly form: z.ZodType<T>;
  readonly migrations: readonly Migration[];
}

interface Kept {
  readonly id: string;
  readonly schema: number;
  readonly body: unknown;
}

/** The version that documents of a kind are written in. */
export function currentSchema<T>(kind: RecordKind<T>): number {
  return kind.migrations.length + 1;
}

/** Reads a stored document, migrated to the current form; a document of a later version or another form is a bug. */
export function decode<T>(kind: RecordKind<T>, kept: Kept): T {
  const current = currentSchema(kind);
  assert(
    kept.schema <= current,
    `${kept.id} is a ${kind.name} of version ${kept.schema}; this program knows ${current}`,
  );
  const body = kind.migrations.slice(kept.schema - 1).reduce<unknown>((older, migrate) => migrate(older), kept.body);
  const parsed = kind.form.safeParse(body);
  assert(parsed.success, `${kept.id} does not have the form of a ${kind.name}`);
  return parsed.data;
}
