import type { Operations } from '../../contract/operations.ts';
import { ok } from '../../kernel/result.ts';
import { enterMeeting } from '../in-team.ts';
import { tie } from '../meeting-chats.ts';
import type { UseCase } from '../use-case.ts';

export const tieChat: UseCase<Operations['tieChat']> = async (ports, call) => {
  const entered = await enterMeeting(ports, 'tieChat', call);
  if (!entered.ok) return entered;
  const { meeting } = entered.value;
  // Nobody meets for a pulse, and what is closed is held nowhere any more.
  const tied = meeting.format === 'meeting' && meeting.status !== 'closed';
  if (tied) await tie(ports, { tenant: call.actor.tenant, chat: call.input.chat }, meeting.id);
  return ok({ output: { tied }, revision: null });
};
