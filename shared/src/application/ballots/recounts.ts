import type { Recount } from '../ports/recount.ts';
import type { Ports } from '../use-case.ts';
import { moveCount } from './move-count.ts';

/** Rounds that are to be counted again: each once, however many ballots came. */
export interface Recounts {
  readonly ask: (recount: Recount) => void;
  /** Counts what was asked for so far; a count that fails keeps none of the others from being made, and rejects. */
  readonly run: (ports: Ports) => Promise<void>;
}

/** A list of recounts with nothing on it. */
export function createRecounts(): Recounts {
  const waiting = new Map<string, Recount>();
  return {
    ask(recount) {
      waiting.set(`${recount.round} ${recount.to}`, recount);
    },
    async run(ports) {
      const asked = [...waiting.values()];
      waiting.clear();
      const done = await Promise.allSettled(asked.map((recount) => moveCount(ports, recount)));
      const failed = done.find((outcome) => outcome.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
}
