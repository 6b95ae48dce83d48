/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A value whose type holds only what JSON can say: the compiler does not see that an interface has an index signature. */
export function asJsonObject(value: object): JsonObject {
  return value as JsonObject;
}
