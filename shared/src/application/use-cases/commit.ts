import type { Operations } from '../../contract/operations.ts';
import type { OpenMeeting } from '../../domain/meeting/meeting.ts';
import {
  setCommitment,
  withdrawCommitment as withdrawn,
  type CommitmentDraft,
} from '../../domain/meeting/participate.ts';
import { earliestToday } from '../../kernel/instant.ts';
import { fail, ok } from '../../kernel/result.ts';
import { enterMeeting, type InMeeting } from '../in-team.ts';
import { meetingViewFor, replaceMeeting, updateMeeting } from '../meetings.ts';
import { createdId, onceOf } from '../once.ts';
import type { Ports, UseCase } from '../use-case.ts';

export const proposeCommitment: UseCase<Operations['proposeCommitment']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterMeeting(ports, 'proposeCommitment', call);
  if (!entered.ok) return entered;
  const draft = { id: createdId(ports, 'commitment', { ...call, name: 'proposeCommitment' }), ...input };
  const proposed = await updateMeeting(
    ports,
    { tenant: actor.tenant, meeting: params.meeting, once: onceOf(ports, { ...call, name: 'proposeCommitment' }) },
    (meeting) => withDraft(ports, { ...entered.value, meeting }, draft),
  );
  if (!proposed.ok) return proposed;
  const output = await meetingViewFor(ports, proposed.value.value, entered.value);
  return ok({ output, revision: String(output.revision) });
};

export const changeCommitment: UseCase<Operations['changeCommitment']> = async (ports, call) => {
  const { params, input } = call;
  const entered = await enterMeeting(ports, 'changeCommitment', call);
  if (!entered.ok) return entered;
  const { meeting } = entered.value;
  if (meeting.status !== 'open') return fail({ kind: 'meeting.not-open', status: meeting.status });
  if (!meeting.commitments.some(({ id }) => id === params.commitment)) return fail({ kind: 'commitment.unknown' });
  const next = withDraft(ports, { ...entered.value, meeting }, { id: params.commitment, ...input });
  return next.ok ? replaceAndShow(ports, entered.value, next.value) : next;
};

export const withdrawCommitment: UseCase<Operations['withdrawCommitment']> = async (ports, call) => {
  const { params } = call;
  const entered = await enterMeeting(ports, 'withdrawCommitment', call);
  if (!entered.ok) return entered;
  const { meeting } = entered.value;
  if (meeting.status !== 'open') return fail({ kind: 'meeting.not-open', status: meeting.status });
  const next = withdrawn(meeting, params.commitment, ports.now());
  return next.ok ? replaceAndShow(ports, entered.value, next.value) : next;
};

function withDraft(
  ports: Ports,
  { meeting, team }: Pick<InMeeting, 'team'> & { readonly meeting: OpenMeeting },
  draft: CommitmentDraft,
) {
  const members = team.members.map(({ person }) => person);
  return setCommitment(meeting, draft, { members, today: earliestToday(ports.now()), now: ports.now() });
}

async function replaceAndShow(ports: Ports, entered: InMeeting, next: OpenMeeting) {
  const written = await replaceMeeting(ports, { value: entered.meeting, etag: entered.meetingEtag }, { next });
  if (!written.ok) return written;
  const output = await meetingViewFor(ports, next, entered);
  return ok({ output, revision: String(output.revision) });
}
