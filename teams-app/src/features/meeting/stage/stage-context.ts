import { createContext, useContext } from 'react';
import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';
import type { RevealPage } from '@plumbline/shared/domain/meeting/meeting';
import { assert } from '@plumbline/shared/kernel/assert';
import type { ClientError } from '../../../app/api.ts';
import type { StageRoom } from './stage-content.ts';

/** What turns the reveal, for every stage of the meeting. */
export interface Turning {
  readonly turn: (page: RevealPage) => void;
  readonly running: boolean;
  /** Why the last page was not turned. */
  readonly error: ClientError | null;
  readonly dismiss: () => void;
}

/** What everything on the stage is given. It holds nobody's own answers: the stage never asks for them. */
export interface Stage {
  readonly view: MeetingView;
  /** `null` until they are there, or where nothing may be looked at yet. */
  readonly results: ResultsView | null;
  readonly room: StageRoom;
  readonly preview: boolean;
  /** `null` on a stage that follows. */
  readonly turning: Turning | null;
}

export const StageContext = createContext<Stage | null>(null);

/** The meeting on the stage. */
export function useStage(): Stage {
  const stage = useContext(StageContext);
  assert(stage, 'a part of the stage is drawn outside of it');
  return stage;
}
