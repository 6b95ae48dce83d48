import type { z } from 'zod';
import { FIELD_FAULTS } from '@plumbline/shared/contract/faults';
import type { NamedFault } from '@plumbline/shared/contract/problem-kinds';
import { pointerTo } from './problems.ts';

type Issue = z.core.$ZodIssue;
type Named = Omit<NamedFault, 'pointer'>;

/** No reply lists more; a body of 64 KB can hold thousands. */
const MOST_FAULTS = 100;

/** Everything that is wrong with an input, named as kinds of ours: they never repeat what was sent. */
export function fieldFaults(issues: readonly Issue[], input: unknown): readonly NamedFault[] {
  return issues.slice(0, MOST_FAULTS).map((issue) => ({
    pointer: pointerTo(issue.path),
    ...(isMissing(input, issue.path) ? { kind: 'field.missing', values: {} } : nameOf(issue)),
  }));
}

function isMissing(input: unknown, path: readonly PropertyKey[]): boolean {
  let at = input;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return true;
    at = Object.getOwnPropertyDescriptor(at, step)?.value;
  }
  return false;
}

function nameOf(issue: Issue): Named {
  switch (issue.code) {
    case 'invalid_type':
      return { kind: 'field.wrong-type', values: { expected: issue.expected } };
    case 'too_small':
      return { kind: 'field.too-short', values: { minimum: Number(issue.minimum) } };
    case 'too_big':
      return { kind: 'field.too-long', values: { maximum: Number(issue.maximum) } };
    case 'invalid_value':
      return { kind: 'field.not-a-choice', values: { choices: issue.values.map(String).join(', ') } };
    case 'invalid_union':
      return { kind: 'field.unknown-kind', values: {} };
    case 'unrecognized_keys':
    case 'invalid_key':
      return { kind: 'field.unknown-key', values: {} };
    case 'custom':
      // The contract's own refinements name their kind.
      return {
        kind: FIELD_FAULTS.find((kind) => kind === issue.message) ?? 'field.wrong-form',
        values: figuresIn(issue.params),
      };
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_element':
      return { kind: 'field.wrong-form', values: {} };
  }
}

function figuresIn(params: Readonly<Record<string, unknown>> = {}): NamedFault['values'] {
  return Object.fromEntries(
    Object.entries(params).filter(
      (pair): pair is [string, string | number] => typeof pair[1] === 'string' || typeof pair[1] === 'number',
    ),
  );
}
