import { z } from 'zod';
import { assert } from '../kernel/assert.ts';
import { asJsonObject, type JsonObject } from '../kernel/json.ts';

/** Changes a stored body from one version of its form to the next. */
export type Migration = (body: unknown) => unknown;

/**
 * How one kind of document is kept: `form` reads what is kept and writes it. `migrations[0]` goes from version 1 to 2; the
 * current version is one more than them.
 */
export interface RecordKind<T> {
  readonly name: string;
  readonly form: z.ZodType<T>;
  readonly migrations: readonly Migration[];
}

/** A document that a newer version of the program has written: this one leaves it to that. */
export class NewerForm extends Error {
  override readonly name = 'NewerForm';
}

interface Kept {
  readonly id: string;
  readonly schema: number;
  readonly body: unknown;
}

/** A kind of document whose form never changed yet. */
export function first<T>(name: string, form: z.ZodType<T>): RecordKind<T> {
  return { name, form, migrations: [] };
}

/** The version that documents of a kind are written in. */
export function currentSchema<T>(kind: RecordKind<T>): number {
  return kind.migrations.length + 1;
}

/** Reads a stored document, migrated to the current form; throws `NewerForm` for one of a later version. Another form is a bug. */
export function decode<T>(kind: RecordKind<T>, kept: Kept): T {
  const current = currentSchema(kind);
  if (kept.schema > current) {
    throw new NewerForm(`${kept.id} is a ${kind.name} of version ${kept.schema}; this program knows ${current}`);
  }
  const body = kind.migrations.slice(kept.schema - 1).reduce<unknown>((older, migrate) => migrate(older), kept.body);
  const parsed = kind.form.safeParse(body);
  assert(parsed.success, `${kept.id} does not have the form of a ${kind.name}`);
  return parsed.data;
}

/** A value as the body of a document of its kind, in the current form; one that is not of the kind is a bug. */
export function encode<T extends object>(kind: RecordKind<T>, value: T): JsonObject {
  const body = z.safeEncode(kind.form, value);
  assert(body.success && typeof body.data === 'object' && body.data !== null, `this is no ${kind.name}`);
  return asJsonObject(body.data);
}
