/** Work that comes round. */
export interface Round {
  /** Ends it; resolves once a run under way is over. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs work again and again, never twice at once: `isDue` is asked every `look` milliseconds. A run that fails is told
 * and does not end the rounds.
 */
export function keepGoing(options: {
  readonly look: number;
  readonly isDue: () => boolean;
  readonly work: () => Promise<void>;
  readonly onFault: (fault: unknown) => void;
}): Round {
  let underWay: Promise<void> | null = null;
  const timer = setInterval(() => {
    if (underWay || !options.isDue()) return;
    underWay = options
      .work()
      .catch(options.onFault)
      .finally(() => {
        underWay = null;
      });
  }, options.look);
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
