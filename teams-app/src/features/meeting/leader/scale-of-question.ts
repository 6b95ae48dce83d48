import { scaleOf } from '@plumbline/shared/domain/instrument/question';
import type { AnswerScale } from './ballot-keys.ts';
import type { Question } from './progress.ts';
import type { ScaleWords } from './ScaleRow.tsx';

/** The scale of a question and the words that stand at it; a guess takes those of the question it is about. */
export function scaleOfQuestion(
  question: Question,
): { readonly scale: AnswerScale; readonly words: ScaleWords } | null {
  const scale = scaleOf(question);
  if (!scale) return null;
  if (scale.low === 1 && scale.high === 7) return { scale, words: 'agreement' };
  if (scale.low === 0 && scale.high === 4) return { scale, words: 'frequency' };
  return { scale, words: 'plain' };
}
