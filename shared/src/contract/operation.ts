import type { z } from 'zod';

/**
 * Something that a user can do. `params` are the parts of the path in braces; `input` the JSON body. `creates`: needs an
 * Idempotency-Key. `revision`: `returned` sends an ETag, `required` also needs If-Match.
 */
export interface Operation<
  Params extends z.ZodObject = z.ZodObject,
  Input extends z.ZodType | null = z.ZodType | null,
  Output extends z.ZodType = z.ZodType,
> {
  readonly name: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/api/${string}`;
  readonly params: Params;
  readonly input: Input;
  readonly output: Output;
  readonly creates: boolean;
  readonly revision: 'none' | 'returned' | 'required';
}

export type ParamsOf<O extends Operation> = z.output<O['params']>;
export type InputOf<O extends Operation> = O['input'] extends z.ZodType ? z.output<O['input']> : null;
export type SentInputOf<O extends Operation> = O['input'] extends z.ZodType ? z.input<O['input']> : null;
export type OutputOf<O extends Operation> = z.output<O['output']>;
