import { meeting } from '@microsoft/teams-js';
import type { MeetingId } from '@plumbline/shared/kernel/ids';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { noteError } from '../app/last-error.ts';

/** Why the host did not put us on the meeting's stage. */
export type StageRefusal = 'permission' | 'unsupported' | 'not-in-meeting' | 'silent' | 'failed';

const SILENCE = 10_000;

/** Puts a meeting's stage view on the stage of the Teams meeting, for everybody in it. */
export function shareToStage(id: string | MeetingId): Promise<Result<null, StageRefusal>> {
  const url = new URL(`${import.meta.env.BASE_URL}meetings/${encodeURIComponent(id)}/stage`, window.location.origin);
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

/** Reads the host's number for a refusal. */
export function readStageError(code: number): StageRefusal {
  switch (code) {
    case 100:
    case 9000:
      return 'unsupported';
    case 501:
      return 'not-in-meeting';
    case 1000:
    case 5000:
      return 'permission';
    case 8001:
      return 'silent';
    default:
      return 'failed';
  }
}
