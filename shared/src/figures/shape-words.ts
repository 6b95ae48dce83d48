import type { Band, Held, Shape } from '../domain/results/shown.ts';
import { message, type Message } from './message.ts';

/** The shape in one or two words. */
export function shapeWord(shape: Shape): Message {
  return message(`shape.${shape}`);
}

/** The shape as a finding, without a full stop. */
export function shapeFinding(shape: Shape): Message {
  return message(`shape.${shape}.finding`);
}

/** The question a facilitator asks about the shape. */
export function shapeQuestion(shape: Shape): Message {
  return message(`shape.${shape}.question`);
}

/** The band in a word. */
export function bandWord(band: Band): Message {
  return message(`band.${band}`);
}

/** How many more answers open a held result. */
export function heldWords(held: Pick<Held, 'needed'>): Message {
  return message('held', { count: held.needed });
}

/** The words at the ends of a scale; `null` for scales that have none. */
export function scaleEnds(low: number, high: number): { readonly low: Message; readonly high: Message } | null {
  if (low === 1 && high === 7) return { low: message('scale.agreement.low'), high: message('scale.agreement.high') };
  if (low === 0 && high === 4) return { low: message('scale.frequency.low'), high: message('scale.frequency.high') };
  return null;
}
