/** A fault of a document that a validator of schemas does not see, and that Office may answer with a repair. */
export interface PackageFinding {
  readonly kind: FindingKind;
  /** The part in which it is. */
  readonly part: string;
  /** What it is about, such as an id or a range. */
  readonly detail: string;
}

export type FindingKind =
  | 'part.malformed'
  | 'part.orphan'
  | 'part.untyped'
  | 'override.dangling'
  | 'link.dangling'
  | 'link.duplicate'
  | 'link.missing'
  | 'cache.count'
  | 'cache.differs'
  | 'cache.not-a-number'
  | 'cache.value-missing'
  | 'series.duplicate'
  | 'point.duplicate'
  | 'axis.missing'
  | 'axis.unused'
  | 'label.position'
  | 'workbook.corrupt'
  | 'workbook.missing'
  | 'shape.duplicate'
  | 'slide.duplicate'
  | 'table.cells'
  | 'size.negative'
  | 'alt.missing';

/** A finding without its part, which who looks through the parts knows. */
export type PartFinding = Omit<PackageFinding, 'part'>;
