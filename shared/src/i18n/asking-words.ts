import type { AskingWords } from '../domain/meeting/open-meeting.ts';
import english from './en/asking.json' with { type: 'json' };

/** The sentences that a meeting asks with beside its instrument, in English. */
export function askingWords(): AskingWords {
  return english;
}
