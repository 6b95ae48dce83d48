import { z } from 'zod';
import type { Result } from '@plumbline/shared/kernel/result';
import { fail, ok } from '@plumbline/shared/kernel/result';
import type { Asked } from './families/family.ts';
import type { Fault } from './fault.ts';

/** A case that cannot be used, with as much of its name as could be read. */
export interface Unreadable {
  readonly case: string | null;
  readonly measure: string | null;
  readonly fault: Fault;
}

const text = z.string().min(1);
const block = z.record(z.string(), z.unknown());
// What is expected is left out here, so that no computation can see it.
const schema = z.object({ case: text, measure: text, input: block, params: block.default({}) });

/**
 * The cases of a file: one, an array of them, or one a line.
 * @param content of the file, with or without a byte order mark
 */
export function readCases(content: string): readonly Result<Asked, Unreadable>[] {
  const trimmed = content.replace(/^\uFEFF/, '').trim();
  const whole = parse(trimmed);
  if (whole.ok) return Array.isArray(whole.value) ? whole.value.map(readCase) : [readCase(whole.value)];
  const lines = trimmed.split(/\r?\n/).filter((line) => line.trim() !== '');
  const parsed = lines.map((line) => ({ line, json: parse(line) }));
  if (lines.length < 2 || !parsed.some(({ json }) => json.ok && schema.safeParse(json.value).success)) {
    return [unreadable(null, notJson(whole.error))];
  }
  return parsed.map(({ json }) => (json.ok ? readCase(json.value) : unreadable(null, notJson(json.error))));
}

function readCase(json: unknown): Result<Asked, Unreadable> {
  const read = schema.safeParse(json);
  return read.success ? ok(read.data) : unreadable(json, malformed(read.error));
}

/** Tells every fault of a case by its place, as the schemas found them. */
export function malformed(error: z.ZodError, within = ''): Fault {
  const faults = error.issues.map(({ path, message }) => `${[within, ...path.map(String)].join('/')}: ${message}`);
  const shown = faults.slice(0, 5).join('; ');
  return {
    kind: 'case.malformed',
    detail: `${shown}${faults.length > 5 ? `; and ${faults.length - 5} more` : ''}.`,
    next: 'Correct these places; tests/reference-cases holds cases of every measure.',
  };
}

function parse(content: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(content));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail(error.message);
  }
}

function notJson(reason: string): Fault {
  return {
    kind: 'case.not-json',
    detail: `This is not JSON: ${reason}.`,
    next: 'Give one case, an array of cases, or one case a line.',
  };
}

function unreadable(json: unknown, fault: Fault): Result<never, Unreadable> {
  const named = z.object({ case: text.nullable().catch(null), measure: text.nullable().catch(null) }).safeParse(json);
  return fail({ ...(named.success ? named.data : { case: null, measure: null }), fault });
}
