import type { z } from 'zod';
import type { Fault } from '@plumbline/shared/contract/problem-kinds';
import { faultWords } from '@plumbline/shared/i18n/error-words';
import { pointerTo } from './problems.ts';

type Issue = z.core.$ZodIssue;

/** No reply lists more; a body of 64 KB can hold thousands. */
const MOST_FAULTS = 100;

/** Everything that is wrong with an input, in words of ours: they never repeat what was sent. */
export function fieldFaults(issues: readonly Issue[], input: unknown): readonly Fault[] {
  return issues.slice(0, MOST_FAULTS).map((issue) => ({
    pointer: pointerTo(issue.path),
    message: isMissing(input, issue.path) ? faultWords('field.missing', {}) : messageOf(issue),
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

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return faultWords('field.wrong-type', { expected: issue.expected });
    case 'too_small':
      return faultWords('field.too-short', { minimum: Number(issue.minimum) });
    case 'too_big':
      return faultWords('field.too-long', { maximum: Number(issue.maximum) });
    case 'invalid_value':
      return faultWords('field.not-a-choice', { choices: issue.values.map(String).join(', ') });
    case 'invalid_union':
      return faultWords('field.unknown-kind', {});
    case 'unrecognized_keys':
    case 'invalid_key':
      return faultWords('field.unknown-key', {});
    case 'custom':
      // The contract's own refinements carry their own words.
      return issue.message;
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_element':
      return faultWords('field.wrong-form', {});
  }
}
