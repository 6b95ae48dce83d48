import type { OperationName } from '../../contract/operations.ts';
import type { Operation } from '../../contract/operation.ts';
import type { OperationError } from '../../contract/problem-kinds.ts';
import type { Engagement } from '../../domain/coaching/engagement.ts';
import type { TeamId } from '../../kernel/ids.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { coachingRecords } from '../../records/coaching-kinds.ts';
import { access } from '../access.ts';
import { document, readKept } from '../documents.ts';
import { enterTeam, relationTo, type InTeam } from '../in-team.ts';
import type { Kept } from '../kept.ts';
import { IDS, teamPlace } from '../places.ts';
import type { Call, Ports } from '../use-case.ts';

/** An engagement that the caller may act on, with its team. */
export interface InEngagement extends Omit<InTeam, 'etag'> {
  readonly engagement: Kept<Engagement>;
}

/** The engagement of a team, under way or ended; `null` when there never was one, or it is kept no longer. */
export function loadEngagement(ports: Ports, tenant: string, team: TeamId): Promise<Kept<Engagement> | null> {
  return readKept(ports, coachingRecords.engagement, { place: teamPlace(tenant, team), id: IDS.engagement });
}

/** Finds the engagement for an operation, or says that it is not there, denied, or no longer the revision that was seen. */
export async function enterEngagement(
  ports: Ports,
  name: OperationName,
  call: Pick<Call<Operation>, 'actor' | 'ifMatch'> & { readonly params: { readonly team: TeamId } },
): Promise<Result<InEngagement, OperationError>> {
  const { actor, ifMatch, params } = call;
  const entered = await enterTeam(ports, 'viewTeam', { actor, params, ifMatch: null });
  if (!entered.ok) return entered;
  const { team, member } = entered.value;
  const engagement = await loadEngagement(ports, actor.tenant, params.team);
  const owns = engagement?.value.coach === actor.person;
  if (!access[name]({ ...relationTo(team, null, actor.person), owns })) return fail({ kind: 'access.denied' });
  if (!engagement) return fail({ kind: 'engagement.none' });
  if (ifMatch !== null && ifMatch !== String(engagement.value.revision)) return fail({ kind: 'revision.stale' });
  return ok({ team, member, engagement });
}

/** Writes the next state over the one that was read; says when somebody else was faster. */
export async function replaceEngagement(
  ports: Ports,
  { team, engagement }: Pick<InEngagement, 'team' | 'engagement'>,
  next: Engagement,
): Promise<Result<Kept<Engagement>, { readonly kind: 'revision.stale' }>> {
  const kept = document(coachingRecords.engagement, IDS.engagement, next);
  const replace = { type: 'replace', document: kept, etag: engagement.etag } as const;
  const written = await ports.store.batch(teamPlace(team.tenant, team.id), [replace]);
  const etag = written.ok ? written.value[0]?.etag : undefined;
  return etag === undefined ? fail({ kind: 'revision.stale' }) : ok({ value: next, etag });
}
