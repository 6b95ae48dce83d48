/** How texts in the document are written. */
export interface Writing {
  /** `en-GB`. */
  readonly language: string;
  readonly rightToLeft: boolean;
  /** The word before the number of a caption: "Figure". */
  readonly figureWord: string;
}

/** Where something stands: a slide, or a block of text. */
export interface Place {
  /** Office's own id of it; it lives as long as the document is open. */
  readonly id: string;
  /** Counted from 1. */
  readonly position: number;
}
