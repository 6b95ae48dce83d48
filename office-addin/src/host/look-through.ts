import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import type { HostFault } from './host-fault.ts';
import type { Place } from './place.ts';
import type { Checked, CheckRun, Standing } from './standing.ts';

/** Looks at one place after the other; it fails only where Office lets us look at none. */
export async function lookThrough<T>(
  things: readonly T[],
  {
    idOf,
    look,
  }: {
    readonly idOf: (thing: T) => string;
    readonly look: (thing: T, place: Place) => Promise<Result<readonly Standing[], HostFault>>;
  },
  { onProgress, signal }: Pick<CheckRun, 'onProgress' | 'signal'>,
): Promise<Result<Checked, HostFault>> {
  const found: Standing[] = [];
  const unread: { readonly place: Place; readonly fault: HostFault }[] = [];
  const of = things.length;
  let read = 0;
  onProgress({ done: 0, of });
  for (const thing of things) {
    if (signal.aborted) break;
    const place = { id: idOf(thing), position: read + 1 };
    const standing = await look(thing, place);
    if (standing.ok) found.push(...standing.value);
    else unread.push({ place, fault: standing.error });
    read += 1;
    onProgress({ done: read, of });
  }
  const [first] = unread;
  if (first && unread.length === read) return fail(first.fault);
  return ok({ standing: withCopies(found), unread: unread.map(({ place }) => place), read, of });
}

/** Counts the copies of each over the whole document: who looks at one place knows of no other. */
function withCopies(found: readonly Standing[]): readonly Standing[] {
  const counts = new Map<string, number>();
  const numbered = found.map((one) => {
    const number = (counts.get(one.identity.id) ?? 0) + 1;
    counts.set(one.identity.id, number);
    return { one, number };
  });
  return numbered.map(({ one, number }) => ({
    ...one,
    copy: { number, of: counts.get(one.identity.id) ?? 1 },
  }));
}
