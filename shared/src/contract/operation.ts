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

/** The same data, which whoever gets it does not change. */
export type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: DeepReadonly<T[K]> };

export type ParamsOf<O extends Operation> = z.output<O['params']>;
export type InputOf<O extends Operation> = O['input'] extends z.ZodType ? DeepReadonly<z.output<O['input']>> : null;
export type SentInputOf<O extends Operation> = O['input'] extends z.ZodType ? DeepReadonly<z.input<O['input']>> : null;
export type OutputOf<O extends Operation> = DeepReadonly<z.output<O['output']>>;
