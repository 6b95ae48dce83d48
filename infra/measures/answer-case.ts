import { z } from 'zod';
import type { Result } from '@plumbline/shared/kernel/result';
import { fail, ok } from '@plumbline/shared/kernel/result';
import type { Asked, Family, Figures } from './families/family.ts';
import type { Fault } from './fault.ts';
import { malformed } from './read-case.ts';

/** Computes a case, or says why it cannot be. A figure that is undefined is `null` and has a `reason`. */
export function answerCase(asked: Asked, families: Family): Result<Figures, Fault> {
  const compute = Object.hasOwn(families, asked.measure) ? families[asked.measure] : undefined;
  if (compute === undefined) {
    return fail({
      kind: 'case.unknown-measure',
      detail: `There is no measure "${asked.measure}".`,
      next: `The measures are: ${Object.keys(families).sort().join(', ')}.`,
    });
  }
  try {
    return ok(finite(compute(asked)));
  } catch (error) {
    return fail(error instanceof z.ZodError ? malformed(error) : broken(error));
  }
}

/** A bug must not silence the cases after it. */
function broken(error: unknown): Fault {
  return {
    kind: 'case.broken',
    detail: `The computation broke down: ${error instanceof Error ? error.message : String(error)}.`,
    next: 'This is a fault of Plumbline: report it with this case.',
  };
}

/** JSON would write NaN and Infinity as null without a word, and -0 is not a figure of its own. */
function finite(figures: Figures): Figures {
  const lost = Object.values(figures).some(holdsNoNumber);
  const cleaned = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, clean(value)]));
  return lost ? { reason: 'not_a_number', ...cleaned } : cleaned;
}

function clean(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
}

function holdsNoNumber(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNoNumber);
}
