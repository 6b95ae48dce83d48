import type { Operations } from '../../contract/operations.ts';
import { takeControls as taken } from '../../domain/meeting/direct.ts';
import { fail, ok } from '../../kernel/result.ts';
import { enterMeeting } from '../in-team.ts';
import { meetingViewFor, replaceMeeting } from '../meetings.ts';
import type { UseCase } from '../use-case.ts';

export const takeControls: UseCase<Operations['takeControls']> = async (ports, call) => {
  const entered = await enterMeeting(ports, 'takeControls', call);
  if (!entered.ok) return entered;
  const { meeting, meetingEtag } = entered.value;
  if (meeting.status !== 'open') return fail({ kind: 'meeting.not-open', status: meeting.status });
  const next = taken(meeting, call.actor.person, ports.now());
  const written = await replaceMeeting(ports, { value: meeting, etag: meetingEtag }, { next });
  if (!written.ok) return written;
  const output = await meetingViewFor(ports, next, entered.value);
  return ok({ output, revision: String(next.revision) });
};
