import { answerCase } from '../answer-case.ts';
import { families } from '../families/index.ts';
import type { Figures } from '../families/family.ts';
import { reasonInWords } from './reasons.ts';
import type { Cell, Head, Listing, Value } from './report.ts';

type Block = Readonly<Record<string, unknown>>;

/** The figures of one measure, or the words that say why it could not be computed. */
export interface Answer {
  readonly figures: Figures;
  readonly trouble: string | undefined;
}

/**
 * Asks a measure as a reference case does, so that a table shows exactly what the cases prove.
 * @param params those of the cases; what is left out has the default
 */
export function ask(measure: string, input: Block, params: Block = {}): Answer {
  const answer = answerCase({ case: 'sheet', measure, input, params }, families);
  return answer.ok
    ? { figures: answer.value, trouble: undefined }
    : { figures: {}, trouble: answer.error.detail.replace(/\.$/, '') };
}

/**
 * One figure of an answer; `key` may lead into a table of figures by option, as `log_ability/a`.
 * @param head `absent` says why this figure is missing where the measure itself gives no reason
 */
export function cellOf({ figures, trouble }: Answer, { key, absent }: Pick<Head, 'key' | 'absent'>): Cell {
  if (trouble !== undefined) return { value: null, reason: trouble };
  const found = at(figures, key.split('/'));
  if (isShown(found)) return { value: found };
  const reason = figures['reason'];
  if (reason !== undefined) return { value: null, reason: reasonInWords(reason) };
  return { value: null, reason: absent ?? reasonInWords(at(figures['reasons'], key.split('/').slice(0, 1))) };
}

/** The lines of a listing from one answer. */
export function linesOf(answer: Answer, heads: readonly Head[]): Listing['lines'] {
  return heads.map((head) => ({ head, cell: cellOf(answer, head) }));
}

/** The cells of a grid's line from one answer. */
export function cellsFrom(answer: Answer, heads: readonly Head[]): readonly Cell[] {
  return heads.map((head) => cellOf(answer, head));
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? new Map<string, unknown>(Object.entries(inner)).get(key)
        : undefined,
    value,
  );
}

function isValue(value: unknown): value is Value {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
}

function isShown(value: unknown): value is Value | readonly Value[] {
  return isValue(value) || (Array.isArray(value) && value.every(isValue));
}
