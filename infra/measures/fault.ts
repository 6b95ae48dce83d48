/** What could not be computed or read: a stable kind, what was found where, and what to do next. */
export interface Fault {
  readonly kind: FaultKind;
  readonly detail: string;
  readonly next: string;
}

export type FaultKind =
  | 'arguments.unusable'
  | 'path.not-found'
  | 'path.unreadable'
  | 'path.no-files'
  | 'case.not-json'
  | 'case.malformed'
  | 'case.unknown-measure'
  | 'case.broken'
  | 'csv.empty'
  | 'csv.malformed'
  | 'csv.no-such-column'
  | 'csv.not-a-number'
  | 'csv.off-the-scale'
  | 'csv.unmatched';

/** A fault as a person reads it. */
export function faultInWords(place: string, { detail, next }: Fault): string {
  return `${place}: ${detail} ${next}`;
}
