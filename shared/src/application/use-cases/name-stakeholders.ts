import type { Operations } from '../../contract/operations.ts';
import { nameStakeholders as named } from '../../domain/meeting/stakeholders.ts';
import { ok } from '../../kernel/result.ts';
import { enterMeeting } from '../in-team.ts';
import { listAsking } from '../lifecycle/invitations.ts';
import { meetingViewFor, replaceMeeting } from '../meetings.ts';
import type { UseCase } from '../use-case.ts';

/** Says whom a pulse asks instead of its team; done again, it asks whom the last call named. */
export const nameStakeholders: UseCase<Operations['nameStakeholders']> = async (ports, call) => {
  const entered = await enterMeeting(ports, 'nameStakeholders', call);
  if (!entered.ok) return entered;
  const { meeting, meetingEtag, team } = entered.value;
  const next = named(meeting, call.input.groups, team);
  if (!next.ok) return next;
  if (next.value.stakeholders.length > 0) await listAsking(ports, meeting);
  const written = await replaceMeeting(ports, { value: meeting, etag: meetingEtag }, { next: next.value });
  if (!written.ok) return written;
  const output = await meetingViewFor(ports, next.value, entered.value);
  return ok({ output, revision: String(output.revision) });
};
