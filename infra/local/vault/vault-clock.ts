/** A time for a vault's stand-in and the one who waits for it, which passes only by waiting. */
export class VaultClock {
  #now = Date.UTC(2026, 10, 2, 9);
  #waiting: (() => void)[] = [];

  readonly now = (): number => this.#now;

  /** Takes no time, and the clock goes on. */
  readonly pause = (milliseconds: number): Promise<void> => {
    this.#now += milliseconds;
    return Promise.resolve();
  };

  /** Keeps what is to be done after a time until `passTime`. */
  readonly later = (act: () => void): void => {
    this.#waiting.push(act);
  };

  /** Does everything that was to be done later. */
  passTime(): void {
    for (const act of this.#waiting.splice(0)) act();
  }
}
