import { meeting } from '@microsoft/teams-js';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { noteError } from '../app/last-error.ts';
import { readStageError, type StageRefusal } from './stage-refusal.ts';

const SILENCE = 10_000;

/** Puts a meeting's stage view on the stage of the Teams meeting, for everybody in it. */
export function shareToStage(meetingId: string): Promise<Result<null, StageRefusal>> {
  const url = new URL(
    `${import.meta.env.BASE_URL}meetings/${encodeURIComponent(meetingId)}/stage`,
    window.location.origin,
  );
  return new Promise((resolve) => {
    const settle = (refusal: StageRefusal | null): void => {
      clearTimeout(silence);
      if (refusal !== null) noteError({ kind: `stage.${refusal}`, id: null });
      resolve(refusal === null ? ok(null) : fail(refusal));
    };
    const silence = setTimeout(() => settle('silent'), SILENCE);
    try {
      meeting.shareAppContentToStage((error) => settle(error ? readStageError(error.errorCode) : null), url.href);
    } catch {
      // teams-js throws outside of a meeting's frames, before the host is asked.
      settle('not-in-meeting');
    }
  });
}
