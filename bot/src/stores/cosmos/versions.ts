import type { Place } from '@plumbline/shared/application/ports/document-store';
import type { Versioned, WireDocument } from './documents.ts';

/** Which version of Cosmos's each of our etags is, of the documents that were lately read or written. */
export interface Versions {
  /** What If-Match takes for our etag; null when it is not known. */
  readonly versionOf: (place: Place, id: string, etag: string) => string | null;
  readonly keep: (place: Place, document: Pick<WireDocument, 'id' | 'etag'> & Versioned) => void;
  readonly forget: (place: Place, id: string) => void;
}

/** Keeps the latest so many; what was forgotten is read again before it is written. */
export function createVersions(most = 10_000): Versions {
  const kept = new Map<string, { readonly etag: string; readonly version: string }>();

  function keyOf(place: Place, id: string): string {
    return `${place.container}/${place.partition}/${id}`;
  }

  return {
    versionOf(place, id, etag) {
      const known = kept.get(keyOf(place, id));
      return known?.etag === etag ? known.version : null;
    },
    keep(place, { id, etag, _etag }) {
      const key = keyOf(place, id);
      kept.delete(key);
      kept.set(key, { etag, version: _etag });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    forget(place, id) {
      kept.delete(keyOf(place, id));
    },
  };
}
