export interface SlideLook {
  /** Of the words: `en-GB`. */
  readonly language: string;
  readonly rightToLeft: boolean;
}
