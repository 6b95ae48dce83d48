import type { Question } from '../instrument/question.ts';
import { discloseScale, heldForAnswers } from '../disclosure/disclosure.ts';
import type { Disclosing } from '../disclosure/disclosure.ts';
import type { MeanResult } from './shown.ts';

/**
 * The mean of a short scale, such as 1 to 5 for "can I stand behind it?", or of marks: with 0 for different and 1 for
 * same, the share of "same". As coarse as any other scale question.
 */
export function meanResult(asked: Disclosing & { readonly question: Question }): MeanResult {
  const result = discloseScale(asked);
  if (result.status === 'held') return result;
  return result.level === null ? heldForAnswers() : { status: 'shown', mean: result.level, shape: result.shape };
}
