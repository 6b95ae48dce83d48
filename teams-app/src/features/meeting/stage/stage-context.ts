import { createContext, useContext } from 'react';
import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';
import { assert } from '@plumbline/shared/kernel/assert';
import type { StageRoom } from './stage-content.ts';

/** What everything on the stage is given. It holds nobody's own answers: the stage never asks for them. */
export interface Stage {
  readonly view: MeetingView;
  /** `null` until they are there, or where nothing may be looked at yet. */
  readonly results: ResultsView | null;
  readonly room: StageRoom;
  /** A preview turns nothing and takes no keys. */
  readonly preview: boolean;
}

export const StageContext = createContext<Stage | null>(null);

/** The meeting on the stage. */
export function useStage(): Stage {
  const stage = useContext(StageContext);
  assert(stage, 'a part of the stage is drawn outside of it');
  return stage;
}
