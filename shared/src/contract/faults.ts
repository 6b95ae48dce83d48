/** What can be wrong with one field of what was sent. */
export const FIELD_FAULTS = [
  ...(['field.missing', 'field.wrong-type', 'field.too-short', 'field.too-long', 'field.wrong-form'] as const),
  ...(['field.not-a-choice', 'field.unknown-kind', 'field.unknown-key', 'field.other-id'] as const),
  ...(['field.none-or-two', 'field.too-many-in-pairs', 'field.title-or-entry', 'field.measured-too-soon'] as const),
  ...(['field.not-a-time-zone', 'field.nothing-said'] as const),
] as const;
export type FieldFaultKind = (typeof FIELD_FAULTS)[number];

/** The figures of a fault, to be put into its words. */
type Figures = Readonly<Record<string, string | number>>;

/** What a refinement tells of a value that it refuses: the kind and its figures. Whoever answers puts it into words. */
export function refusedAs(kind: FieldFaultKind, figures: Figures = {}) {
  return { error: kind, params: { ...figures } };
}
