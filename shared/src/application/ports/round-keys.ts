import type { RoundId } from '../../kernel/ids.ts';

/** Whose ballot it is: the ids of the tenant and of the person in it. */
export interface Author {
  readonly tenant: string;
  readonly person: string;
}

/**
 * The secret keys that tie ballots to their authors while a round is open. They are kept outside the document store, so
 * that destroying one leaves nobody able to tell whose a ballot was.
 */
export interface RoundKeys {
  /** Makes the round's random key; does nothing when the round has one or had one that was destroyed. */
  create(round: RoundId): Promise<void>;
  /** The author's ballot id: base64url HMAC-SHA-256 under the round's key; null when the key is unknown or destroyed. */
  authorTag(round: RoundId, author: Author): Promise<string | null>;
  /**
   * Destroys the key for good; the round can never have one again. Doing it twice does nothing, and after a crash it
   * finishes what was begun. Another instance may hold the key in memory for a minute more: shut the round's gate first.
   */
  destroy(round: RoundId): Promise<void>;
}
