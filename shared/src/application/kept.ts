import type { Place } from './ports/document-store.ts';

/** A decoded document together with the version of it that was read. */
export interface Kept<T> {
  readonly value: T;
  readonly etag: string;
}

/** Where one document lies. */
export interface Address {
  readonly place: Place;
  readonly id: string;
}
