import type { z } from 'zod';
import type { Route } from './routes.ts';

/** Something that a user can do. `params` are the parts of the path in braces; `input` the JSON body. */
export interface Operation<
  Params extends z.ZodObject = z.ZodObject,
  Input extends z.ZodType | null = z.ZodType | null,
  Output extends z.ZodType = z.ZodType,
> extends Route {
  readonly name: string;
  readonly summary: string;
  readonly params: Params;
  readonly input: Input;
  readonly output: Output;
}

export type ParamsOf<O extends Operation> = z.output<O['params']>;
export type InputOf<O extends Operation> = O['input'] extends z.ZodType ? z.output<O['input']> : null;
export type SentInputOf<O extends Operation> = O['input'] extends z.ZodType ? z.input<O['input']> : null;
export type OutputOf<O extends Operation> = z.output<O['output']>;
