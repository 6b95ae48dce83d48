/** Why the host did not put us on the meeting's stage. */
export type StageRefusal = 'permission' | 'unsupported' | 'not-in-meeting' | 'silent' | 'failed';

/** Reads the host's number for a refusal (`ErrorCode` of teams-js). */
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
