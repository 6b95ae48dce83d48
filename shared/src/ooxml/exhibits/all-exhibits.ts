import type { Exhibit } from '../exhibit.ts';
import {
  byGroup,
  changing,
  committing,
  dimensionsByQuestion,
  dividing,
  everyQuestion,
  guessing,
  holding,
  keeping,
  mattering,
  prioritising,
  reading,
  standing,
  talking,
} from './chapters.ts';
import type { Say } from './content.ts';
import type { DocumentSource } from './source.ts';
import { summaryExhibit } from './summary.ts';

/** Everything of a meeting that a document can take, each key once: what a gallery offers and a refresh looks up. */
export function allExhibits(source: DocumentSource, say: Say): readonly Exhibit[] {
  const telling = { source, say };
  return [
    summaryExhibit(telling),
    standing(telling),
    holding(telling),
    dividing(telling),
    mattering(telling),
    byGroup(telling),
    ...dimensionsByQuestion(telling),
    ...everyQuestion(telling),
    talking(telling),
    ...guessing(telling),
    ...prioritising(telling),
    committing(telling),
    keeping(telling),
    changing(telling),
    reading(telling),
  ].filter((exhibit) => exhibit !== null);
}
