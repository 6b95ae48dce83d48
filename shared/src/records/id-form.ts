import { z } from 'zod';
import { isId, type Id, type IdKind } from '../kernel/ids.ts';

/** An id of a kind in a stored document. */
export function id<K extends IdKind>(kind: K) {
  return z.string().refine((value): value is Id<K> => isId(kind, value));
}
