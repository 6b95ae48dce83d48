import { createContext, useContext } from 'react';
import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';
import type { ClientError } from '../../../app/api.ts';
import { assert } from '@plumbline/shared/kernel/assert';
import type { Change } from './after-stale.ts';
import type { Direction } from './primary-action.ts';

/** Why the last direction changed nothing. */
export type Refusal =
  { readonly kind: 'problem'; readonly error: ClientError } | { readonly kind: 'changed'; readonly changed: Change };

/** A part of the console that is opened in place: the form of a commitment, of the message, or the question before closing. */
export type Opened = 'commitment' | 'message' | 'close';

/** What every part of the console is given. */
export interface Console {
  readonly view: MeetingView;
  /** `null` while nothing is shown yet. */
  readonly results: ResultsView | null;
  readonly layout: 'panel' | 'page';
  /** Tells the service; true once it is done. A refusal stands on the screen. */
  readonly direct: (direction: Direction) => Promise<boolean>;
  readonly running: boolean;
  readonly refusal: Refusal | null;
  readonly dismiss: () => void;
  readonly opened: Opened | null;
  readonly open: (part: Opened | null) => void;
  /** Looks the meeting up again; `null` when it can't be had. */
  readonly refetch: () => Promise<MeetingView | null>;
}

export const ConsoleContext = createContext<Console | null>(null);

/** The meeting and its controls. */
export function useConsole(): Console {
  const console = useContext(ConsoleContext);
  assert(console, 'a control is drawn outside of the console');
  return console;
}
