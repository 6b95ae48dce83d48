import fc from 'fast-check';
import { z } from 'zod';
import { strangeText, type Json } from './malform.ts';

type Schema = z.core.JSONSchema.BaseSchema;
type Branch = z.core.JSONSchema._JSONSchema;

/** Ids of things that there are, by what they begin with: `team`, `meeting`; `question` has those of questions. */
export type Pool = Readonly<Record<string, readonly string[]>>;

const DAYS = ['2026-01-05', '2026-02-28', '2027-12-31', '0001-01-01', '9999-12-31'];
const SENTENCES = ['We decide once.', 'Who owns the launch?', 'Ärger über Prioritäten', '延期', ' two\nlines ', '50 %'];

/** Bodies that a schema of the contract takes, as far as its JSON Schema says what it takes. */
export function fromSchema(schema: z.ZodType, pool: Pool): fc.Arbitrary<Json> {
  return valueOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), pool);
}

/** Text for a part of a path or body of which the schema says what it begins with. */
export function idLike(kind: string, pool: Pool): fc.Arbitrary<string> {
  const known = pool[kind] ?? [];
  const unknown = fc.constantFrom(`${kind}_unknown`, `${kind}_00000000-0000-4000-8000-000000000000`);
  if (known.length === 0) return unknown;
  return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...known) }, unknown);
}

function valueOf(branch: Branch, pool: Pool): fc.Arbitrary<Json> {
  if (typeof branch === 'boolean') return fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
  const choices = branch.anyOf ?? branch.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => valueOf(choice, pool)));
  if (branch.const !== undefined) return fc.constant(branch.const);
  if (branch.enum) return fc.constantFrom(...branch.enum);
  switch (branch.type) {
    case 'object':
      return objectOf(branch, pool);
    case 'array': {
      const { items = true, minItems = 0, maxItems = 6 } = branch;
      const most = Math.max(minItems, Math.min(maxItems, 6));
      const item = Array.isArray(items) ? fc.constant(null) : valueOf(items, pool);
      return fc.array(item, { minLength: minItems, maxLength: most });
    }
    case 'string':
      return textOf(branch, pool);
    case 'integer':
    case 'number':
      return numberOf(branch);
    case 'boolean':
      return fc.boolean();
    default:
      return fc.constant(null);
  }
}

function objectOf(schema: Schema, pool: Pool): fc.Arbitrary<Json> {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (Object.keys(properties).length === 0 && additionalProperties !== undefined) {
    const key = schema.propertyNames === undefined ? strangeText() : valueOf(schema.propertyNames, pool);
    return fc.dictionary(key.map(String), valueOf(additionalProperties, pool), { maxKeys: 8 });
  }
  const parts = Object.entries(properties).map(([name, part]) => [name, valueOf(part, pool)] as const);
  return fc.record(Object.fromEntries(parts), { requiredKeys: [...required] });
}

function textOf({ description = '', format, pattern, maxLength = 200 }: Schema, pool: Pool): fc.Arbitrary<Json> {
  const kind = /^starts with (\w+?)_/.exec(description)?.[1];
  if (kind !== undefined) return idLike(kind, pool);
  if (format === 'date') return fc.constantFrom(...DAYS);
  if (pattern !== undefined) return fc.oneof(idLike('question', pool), fc.stringMatching(new RegExp(pattern)));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...SENTENCES) },
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 60) }),
  );
}

function numberOf({ type, minimum = -1_000, maximum = 1_000, exclusiveMinimum }: Schema): fc.Arbitrary<Json> {
  const low = Math.ceil(exclusiveMinimum === undefined ? minimum : Number(exclusiveMinimum) + 1);
  const high = Math.min(Math.max(maximum, low), Number.MAX_SAFE_INTEGER);
  const whole = fc.oneof(fc.integer({ min: low, max: Math.min(high, low + 12) }), fc.constantFrom(low, high));
  return type === 'integer' ? whole : fc.oneof(whole, fc.double({ min: low, max: high, noNaN: true }));
}
