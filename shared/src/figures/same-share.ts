import type { Mode } from '../domain/meeting/meeting.ts';
import { message, type Message } from './message.ts';

/** The last steps before all and none, which stand for these too where answers are anonymous. */
const MOST = 0.9;
const LEAST = 0.1;

/**
 * How many of the marks said "the same", as a share to a tenth.
 * @param share 0 to 1, as it is shown
 */
export function sameShare(share: number, mode: Mode): Message {
  const percent = Math.round(share * 100);
  if (mode === 'anonymous' && share >= MOST) return message('same-share.or-more', { percent });
  if (mode === 'anonymous' && share <= LEAST) return message('same-share.or-fewer', { percent });
  return message('same-share', { percent });
}
