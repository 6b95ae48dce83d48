import type { Operations } from '../../contract/operations.ts';
import type { OperationError } from '../../contract/problem-kinds.ts';
import type { MeetingView } from '../../contract/views.ts';
import type { MeetingError } from '../../domain/meeting/errors.ts';
import type { DraftMeeting } from '../../domain/meeting/meeting.ts';
import { callOffOpening as calledOff, planOpening as planned } from '../../domain/meeting/plan-opening.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { enterMeeting, type InMeeting } from '../in-team.ts';
import { meetingViewFor, replaceMeeting } from '../meetings.ts';
import { listOpening } from '../planned-openings.ts';
import type { Ports, UseCase } from '../use-case.ts';

export const planOpening: UseCase<Operations['planOpening']> = async (ports, call) => {
  const { actor, input } = call;
  const entered = await enterMeeting(ports, 'planOpening', call);
  if (!entered.ok) return entered;
  const { meeting } = entered.value;
  const next = planned(meeting, { ...input, by: actor.person, now: ports.now() });
  if (next.ok) await listOpening(ports, meeting, input.opensAt);
  return keep(ports, entered.value, next);
};

export const callOffOpening: UseCase<Operations['callOffOpening']> = async (ports, call) => {
  const entered = await enterMeeting(ports, 'callOffOpening', call);
  return entered.ok ? keep(ports, entered.value, calledOff(entered.value.meeting)) : entered;
};

async function keep(
  ports: Ports,
  { meeting, meetingEtag, team, member }: InMeeting,
  next: Result<DraftMeeting, MeetingError>,
): Promise<Result<{ output: MeetingView; revision: string }, OperationError>> {
  if (!next.ok) return next;
  if (next.value !== meeting) {
    const written = await replaceMeeting(ports, { value: meeting, etag: meetingEtag }, { next: next.value });
    if (!written.ok) return written;
  }
  const output = await meetingViewFor(ports, next.value, { team, viewer: member });
  return ok({ output, revision: String(next.value.revision) });
}
