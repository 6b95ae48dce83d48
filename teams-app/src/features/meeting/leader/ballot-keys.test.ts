import { describe, expect, it } from '@jest/globals';
import type { BallotAnswer } from './ballot-draft.ts';
import { keyAction, type AnswerScale } from './ballot-keys.ts';

const agreement: AnswerScale = { low: 1, high: 7, cannotSay: true };
const frequency: AnswerScale = { low: 0, high: 4, cannotSay: true };
const worth: AnswerScale = { low: 1, high: 5, cannotSay: false };
const scale = (value: number): BallotAnswer => ({ kind: 'scale', value });
const bare = { ctrlKey: false, altKey: false, metaKey: false };
const press = (key: string, on: Partial<Parameters<typeof keyAction>[1]> = {}) =>
  keyAction({ ...bare, key }, { scale: agreement, answer: undefined, inRow: true, ...on });

describe('keys on a ballot', () => {
  it('answers with the digits of the scale and no others', () => {
    expect(press('7')).toEqual({ type: 'answer', answer: scale(7) });
    expect(press('0')).toBeNull();
    expect(press('8')).toBeNull();
    expect(press('0', { scale: frequency })).toEqual({ type: 'answer', answer: scale(0) });
    expect(press('5', { scale: frequency })).toBeNull();
    expect(press('5', { inRow: false })).toEqual({ type: 'answer', answer: scale(5) });
  });

  it('leaves shortcuts of the browser and the host alone', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const) {
      expect(
        keyAction({ ...bare, key: '5', [held]: true }, { scale: agreement, answer: undefined, inRow: true }),
      ).toBeNull();
    }
  });

  it('says "can’t say" only where it is offered', () => {
    expect(press('x')).toEqual({ type: 'answer', answer: { kind: 'cannot-say' } });
    expect(press('X', { scale: worth })).toBeNull();
  });

  it('moves the answer with the arrows, up to the ends', () => {
    const moves = ['ArrowRight', 'ArrowLeft', 'Home', 'End', 'ArrowDown', 'ArrowUp'].map((key) =>
      press(key, { answer: scale(7) }),
    );
    expect(moves).toEqual([7, 6, 1, 7, 7, 6].map((value) => ({ type: 'answer', answer: scale(value) })));
    expect(press('ArrowRight')).toEqual({ type: 'answer', answer: scale(1) });
    expect(press('ArrowRight', { answer: { kind: 'cannot-say' } })).toEqual({ type: 'answer', answer: scale(1) });
    expect(press('ArrowRight', { inRow: false })).toBeNull();
  });

  it('chooses the first or the second of a pair, and answers no scale there', () => {
    const pressed = ['1', 'ArrowLeft', '2', 'ArrowRight', '3', 'x', 'ArrowUp'].map((key) =>
      press(key, { scale: null, pair: true, inRow: false }),
    );
    const [first, second] = (['first', 'second'] as const).map((side) => ({ type: 'choose', side }));
    expect(pressed).toEqual([first, first, second, second, null, null, null]);
    expect(press('PageDown', { scale: null, pair: true })).toEqual({ type: 'next' });
  });

  it('decides one pair, however long a key is held down', () => {
    const on = { scale: null, pair: true, answer: undefined, inRow: false };
    expect(keyAction({ ...bare, key: '1', repeat: true }, on)).toBeNull();
    expect(keyAction({ ...bare, key: '1', repeat: false }, on)).toEqual({ type: 'choose', side: 'first' });
  });

  it('goes on with Enter once there is an answer, and with the page keys at any time', () => {
    expect(press('Enter')).toBeNull();
    expect(press('Enter', { answer: scale(3) })).toEqual({ type: 'next' });
    expect(press('Enter', { answer: scale(3), inRow: false })).toBeNull();
    expect(press('PageDown', { scale: null })).toEqual({ type: 'next' });
    expect(press('PageUp', { scale: null })).toEqual({ type: 'back' });
  });
});
