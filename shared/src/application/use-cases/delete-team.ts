import type { Operations } from '../../contract/operations.ts';
import type { OperationError } from '../../contract/problem-kinds.ts';
import type { TeamDeletion } from '../../records/lifecycle-kinds.ts';
import { records } from '../../records/kinds.ts';
import { decode } from '../../records/record.ts';
import type { Card } from '../../records/kinds.ts';
import { fail, ok } from '../../kernel/result.ts';
import { listAll } from '../documents.ts';
import { enterTeam } from '../in-team.ts';
import { keepDeletion } from '../lifecycle/deletions.ts';
import { forgetTeam } from '../lifecycle/forget-team.ts';
import { IDS, OPEN_MEETINGS, teamPlace } from '../places.ts';
import type { Ports, UseCase } from '../use-case.ts';

/** Deletes a team whole, once its name was typed and no meeting of it is open. */
export const deleteTeam: UseCase<Operations['deleteTeam']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterTeam(ports, 'deleteTeam', call);
  if (!entered.ok) return entered;
  const { team } = entered.value;
  if (input.name !== team.name) return fail({ kind: 'team.name-differs' });
  const stored = await listAll(ports, teamPlace(actor.tenant, params.team), IDS.cards);
  const cards = stored.map((card) => decode(records.card, card));
  const open = await stillOpen(ports, cards);
  if (open) return fail(open);
  const people = team.members.map(({ person }) => person);
  const meetings = cards.map(({ id }) => id);
  const deletion: TeamDeletion = { of: 'team', tenant: actor.tenant, team: team.id, people, meetings };
  await keepDeletion(ports, deletion);
  await forgetTeam(ports, deletion);
  return ok({ output: { deleted: true }, revision: null });
};

/** A meeting that takes answers, or was closed so lately that they still lie under their authors' tags. */
async function stillOpen(ports: Ports, cards: readonly Card[]): Promise<OperationError | null> {
  for (const { id, status, title } of cards) {
    const isHeld = status === 'open' || (await ports.store.read(OPEN_MEETINGS, id)) !== null;
    if (isHeld) return { kind: 'team.meeting-open', meeting: title };
  }
  return null;
}
