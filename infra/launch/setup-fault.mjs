/** Something outside the project that set-up needs is missing; the message says what to do about it. */
export class SetupFault extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence);
    this.name = 'SetupFault';
  }
}
