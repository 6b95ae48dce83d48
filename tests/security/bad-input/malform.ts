import fc from 'fast-check';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Where a part of a JSON value is: the keys and places that lead to it. */
type Way = readonly (string | number)[];

/** Texts that break programs: control and direction marks, markup, long ones, ids of the right form and wrong kinds. */
export function strangeText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '\u0000',
      'a\u0007b',
      '\u202Egnp.exe',
      '\uFEFF',
      '\uD800',
      '<script>alert(1)</script>',
      '{{7*7}} ${7*7} %s %n',
      "'; DROP TABLE documents; --",
      '../../etc/passwd',
      '__proto__',
      'constructor',
      'team_x',
      'meeting_x',
      'person_00000000-0000-0000-0000-000000000000',
      `person_${'x'.repeat(64)}`,
      `person_${'x'.repeat(65)}`,
      '9999-99-99',
      '2026-02-30',
      '0001-01-01',
      'x'.repeat(50_000),
      '👩‍👩‍👧‍👦'.repeat(100),
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
}

function strangeValue(): fc.Arbitrary<Json> {
  return fc.oneof(
    strangeText(),
    fc.constantFrom<Json>(null, true, false, 0, -1, 1.5, 1e308, -0, 2 ** 53, [], {}, [[]], { a: {} }),
    fc.integer(),
    fc.array(strangeText(), { maxLength: 5 }),
    fc.constant<Json>(Array.from({ length: 2_000 }, (_, n) => n)),
    fc.dictionary(strangeText(), strangeText(), { maxKeys: 3 }),
  );
}

/** A valid value with one to three of its parts replaced, left out, or joined by parts that nobody asked for. */
export function malformed(valid: Json): fc.Arbitrary<Json> {
  const change = fc.record({
    way: fc.constantFrom(...waysIn(valid)),
    act: fc.oneof(
      { weight: 4, arbitrary: strangeValue().map((value) => ({ kind: 'replace', value }) as const) },
      fc.constant({ kind: 'leave-out' } as const),
      fc
        .record({ name: strangeText(), value: strangeValue() })
        .map(({ name, value }) => ({ kind: 'add', name, value }) as const),
    ),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce<Json>((value, { way, act }) => changedAt(value, way, act), valid));
}

type Act =
  | { readonly kind: 'replace'; readonly value: Json }
  | { readonly kind: 'leave-out' }
  | { readonly kind: 'add'; readonly name: string; readonly value: Json };

function waysIn(value: Json): readonly Way[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, part]) => waysIn(part).map((way): Way => [key, ...way]))];
}

function changedAt(value: Json, way: Way, act: Act): Json {
  const [key, ...rest] = way;
  if (key === undefined) {
    if (act.kind === 'replace') return act.value;
    return act.kind === 'add' && isRecord(value) ? { ...value, [act.name]: act.value } : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).flatMap(([name, part]): [string, Json][] => {
    if (name !== String(key)) return [[name, part]];
    return rest.length === 0 && act.kind === 'leave-out' ? [] : [[name, changedAt(part, rest, act)]];
  });
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

function isRecord(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
