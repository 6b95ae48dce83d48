import { readdirSync, readFileSync } from 'node:fs';

/** The folder of the cases. */
export const CASES = new URL('./measures/', import.meta.url);

/** A case with what is expected of it. */
export interface Reference {
  readonly case: string;
  readonly measure: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: number;
}

type Figures = Readonly<Record<string, unknown>>;

/** Every case in the folder, by the name of its file. */
export function references(): readonly Reference[] {
  return readdirSync(CASES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, CASES), 'utf8')) as Reference);
}

/** Where a result departs from what is expected, one sentence each; none when they agree. */
export function departures(got: Figures, reference: Reference): readonly string[] {
  return Object.entries(reference.expected).flatMap(([key, expected]) => {
    if (!Object.hasOwn(got, key)) return [`${key} is missing`];
    return compare(key, got[key], { expected, reference });
  });
}

interface Comparison {
  readonly expected: unknown;
  readonly reference: Reference;
}

function compare(key: string, value: unknown, { expected, reference }: Comparison): readonly string[] {
  const { params, tolerance } = reference;
  if (key === 'partition') {
    const same = differences({ path: key, got: value, expected, tolerance });
    const swapped = differences({ path: key, got: otherLabels(value), expected, tolerance });
    return same.length === 0 || swapped.length === 0 ? [] : same;
  }
  if (key === 'kemeny_optimal') {
    return differences({ path: key, got: asSet(value), expected: asSet(expected), tolerance });
  }
  if (key === 'p_permutation') {
    return within({ path: key, got: value, expected, slack: Number(params['p_tolerance']) });
  }
  return differences({ path: key, got: value, expected, tolerance });
}

interface Pair {
  readonly path: string;
  readonly got: unknown;
  readonly expected: unknown;
}

function differences({ path, got, expected, tolerance }: Pair & { readonly tolerance: number }): readonly string[] {
  if (typeof expected === 'number') {
    return within({ path, got, expected, slack: tolerance * Math.max(1, Math.abs(expected)) });
  }
  if (!isTable(expected)) return got === expected ? [] : [told({ path, got, expected })];
  if (!isTable(got) || Array.isArray(got) !== Array.isArray(expected)) return [told({ path, got, expected })];
  const keys = new Set([...Object.keys(expected), ...Object.keys(got)]);
  return [...keys].flatMap((key) =>
    differences({ path: `${path}/${key}`, got: got[key], expected: expected[key], tolerance }),
  );
}

function within({ path, got, expected, slack }: Pair & { readonly slack: number }): readonly string[] {
  const isClose = typeof got === 'number' && typeof expected === 'number' && Math.abs(got - expected) <= slack;
  return isClose ? [] : [told({ path, got, expected })];
}

function told({ path, got, expected }: Pair): string {
  return `${path} is ${inWords(got)}, expected ${inWords(expected)}`;
}

function inWords(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function otherLabels(partition: unknown): unknown {
  return Array.isArray(partition) ? partition.map((label: unknown) => (label === 0 ? 1 : 0)) : partition;
}

function asSet(orders: unknown): unknown {
  return Array.isArray(orders) ? orders.map((order) => JSON.stringify(order)).sort() : orders;
}
