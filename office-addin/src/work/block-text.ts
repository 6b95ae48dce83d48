/** A block of ours as Word hands it over. */
export interface BlockText {
  readonly id: string;
  readonly piece: string;
  /** The parts beside the text that keep what blocks are. */
  readonly kept: readonly string[];
  /** Whether its content, or the control itself, is locked: what Word hands over does not say so everywhere. */
  readonly isLocked: boolean;
  readonly isFixed: boolean;
}
