import type { BallotAnswer } from './ballot-draft.ts';

/** The ends of a scale and whether "can't say" is offered. */
export interface AnswerScale {
  readonly low: number;
  readonly high: number;
  readonly cannotSay: boolean;
}

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** Whether the key is held down. */
  readonly repeat?: boolean;
}

export type KeyAction =
  | { readonly type: 'answer'; readonly answer: BallotAnswer }
  | { readonly type: 'choose'; readonly side: 'first' | 'second' }
  | { readonly type: 'next' }
  | { readonly type: 'back' };

/**
 * What a key does on a question: a digit answers, X says "can't say", Page Down and Page Up go on and back; within the
 * row the arrows, Home and End move the answer. Of a pair, 1 and the left arrow choose the first, 2 and the right arrow the
 * second. `null`: the key is not for the ballot.
 */
export function keyAction(
  press: KeyPress,
  on: {
    readonly scale: AnswerScale | null;
    readonly pair?: boolean;
    readonly answer: BallotAnswer | undefined;
    readonly inRow: boolean;
  },
): KeyAction | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.key === 'PageDown') return { type: 'next' };
  if (press.key === 'PageUp') return { type: 'back' };
  // The next pair stands there at once: a key that is held down would decide them all.
  if (on.pair === true) return press.repeat === true ? null : chosen(press.key);
  if (!on.scale) return null;
  if (/^[0-9]$/.test(press.key)) return valued(Number(press.key), on.scale);
  if (press.key.toLowerCase() === 'x' && on.scale.cannotSay) {
    return { type: 'answer', answer: { kind: 'cannot-say' } };
  }
  if (!on.inRow) return null;
  // Enter in the row goes on: the answer under the focus has been given already.
  if (press.key === 'Enter') return on.answer ? { type: 'next' } : null;
  const value = moved(press.key, on.scale, on.answer?.kind === 'scale' ? on.answer.value : null);
  return value === null ? null : valued(value, on.scale);
}

function chosen(key: string): KeyAction | null {
  if (key === '1' || key === 'ArrowLeft') return { type: 'choose', side: 'first' };
  if (key === '2' || key === 'ArrowRight') return { type: 'choose', side: 'second' };
  return null;
}

function valued(value: number, { low, high }: AnswerScale): KeyAction | null {
  return value >= low && value <= high ? { type: 'answer', answer: { kind: 'scale', value } } : null;
}

function moved(key: string, { low, high }: AnswerScale, from: number | null): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return from === null ? low : Math.min(high, from + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return from === null ? high : Math.max(low, from - 1);
    case 'Home':
      return low;
    case 'End':
      return high;
    default:
      return null;
  }
}
