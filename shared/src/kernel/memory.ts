/** Keeps what was worked out of equal keys, the most lately asked for, and works out everything else anew. */
export interface Memory<T> {
  readonly recall: (key: string, make: () => T) => T;
}

/** A memory of so many things at the most; it forgets first what was asked for longest ago. */
export function memoryOf<T>(most: number): Memory<T> {
  const kept = new Map<string, { readonly made: T }>();
  return {
    recall: (key, make) => {
      const known = kept.get(key) ?? { made: make() };
      kept.delete(key);
      kept.set(key, known);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return known.made;
    },
  };
}
