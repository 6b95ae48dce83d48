import type { InputOf } from '../../contract/operation.ts';
import type { Operations } from '../../contract/operations.ts';
import { hasAccepted } from '../../domain/coaching/contract.ts';
import { partyIn } from '../../domain/coaching/engagement.ts';
import { isOpen } from '../../domain/commitment/commitment.ts';
import type { Team } from '../../domain/team/team.ts';
import { earliestToday } from '../../kernel/instant.ts';
import type { MeetingId, PersonId } from '../../kernel/ids.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { OperationError } from '../../contract/problem-kinds.ts';
import { loadEngagement } from '../coaching/engagements.ts';
import { enterTeam, loadMeeting } from '../in-team.ts';
import { asksNow } from '../nudges/facts.ts';
import { wake } from '../nudges/queue.ts';
import { contractOf, noteReminder } from '../nudges/reminders.ts';
import { teamPlace } from '../places.ts';
import { openFolder } from '../present/team.ts';
import type { Ports, UseCase } from '../use-case.ts';

/**
 * Has people reminded as they always are: once a day, where and when each of them wants it, and of answers only who has not
 * answered by then. Who that is, is found out at that moment and told to nobody.
 */
export const remind: UseCase<Operations['remind']> = async (ports, call) => {
  const { actor, input } = call;
  const { tenant } = actor;
  const entered = await enterTeam(ports, 'remind', { ...call, ifMatch: null });
  if (!entered.ok) return entered;
  const { team } = entered.value;
  const asked = await askedOf(ports, team, input);
  if (!asked.ok) return asked;
  const { about, people } = asked.value;
  if (!(await noteReminder(ports, tenant, about))) return fail({ kind: 'nudge.reminded-today' });
  // Also of those who have answered: looking at some alone would say who has not.
  await Promise.all(people.map((person) => wake(ports, { tenant, person })));
  return ok({ output: { reminded: true }, revision: null });
};

interface Asked {
  readonly about: Parameters<typeof noteReminder>[2];
  readonly people: readonly PersonId[];
}

async function askedOf(
  ports: Ports,
  team: Team,
  input: InputOf<Operations['remind']>,
): Promise<Result<Asked, OperationError>> {
  switch (input.about) {
    case 'answers':
      return leadersAsked(ports, team, input.meeting);
    case 'commitments':
      return ok({ about: team.id, people: await ownersOfOverdue(ports, team) });
    case 'contract':
      return partiesOf(ports, team);
  }
}

/** Whoever's yes the contract needs and does not have. */
async function partiesOf(ports: Ports, team: Team): Promise<Result<Asked, OperationError>> {
  const engagement = (await loadEngagement(ports, team.tenant, team.id))?.value;
  const nobody = fail({ kind: 'nudge.nothing-to-accept' } as const);
  if (!engagement?.contract || engagement.endedAt !== null) return nobody;
  const { contract } = engagement;
  const waiting = team.members
    .map(({ person }) => person)
    .filter((person) => partyIn(team, engagement, person) !== null && !hasAccepted(contract, person));
  return waiting.length === 0 ? nobody : ok({ about: contractOf(team.id), people: waiting });
}

/** The leaders whom a meeting asks; whoever is asked beside them is looked at every morning. */
async function leadersAsked(ports: Ports, team: Team, id: MeetingId): Promise<Result<Asked, OperationError>> {
  const meeting = (await loadMeeting(ports, team.tenant, id))?.value;
  if (meeting?.team !== team.id) return fail({ kind: 'thing.not-found' });
  if (!asksNow(meeting)) return fail({ kind: 'nudge.nothing-asked' });
  return ok({ about: id, people: meeting.terms.leaders });
}

async function ownersOfOverdue(ports: Ports, team: Team): Promise<readonly PersonId[]> {
  const { commitments } = openFolder(await ports.recent.folder(teamPlace(team.tenant, team.id)));
  const today = earliestToday(ports.now());
  return [...new Set(commitments.filter((one) => isOpen(one) && one.due < today).map(({ owner }) => owner))];
}
