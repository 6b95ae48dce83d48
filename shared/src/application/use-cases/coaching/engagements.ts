import type { EngagementView } from '../../../contract/coaching-views.ts';
import type { OperationName, Operations } from '../../../contract/operations.ts';
import type { Operation } from '../../../contract/operation.ts';
import type { OperationError } from '../../../contract/problem-kinds.ts';
import {
  beginEngagement as begun,
  endEngagement as ended,
  setGoals as withGoals,
  type Engagement,
} from '../../../domain/coaching/engagement.ts';
import type { Team } from '../../../domain/team/team.ts';
import type { TeamId } from '../../../kernel/ids.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { coachingRecords } from '../../../records/coaching-kinds.ts';
import { enterEngagement, loadEngagement, replaceEngagement, type InEngagement } from '../../coaching/engagements.ts';
import { builtInTitles } from '../../coaching/dimension-titles.ts';
import { presentEngagement } from '../../coaching/present-engagement.ts';
import { document } from '../../documents.ts';
import { beginAgingEngagement } from '../../lifecycle/aging-engagements.ts';
import { enterTeam } from '../../in-team.ts';
import { createdId, onceOf, rememberOnce, seenBefore } from '../../once.ts';
import { IDS, teamPlace } from '../../places.ts';
import type { WriteOperation } from '../../ports/document-store.ts';
import type { Call, Ports, UseCase } from '../../use-case.ts';

/** Somebody else may be beginning one at the same time. */
const TRIES = 5;

export const beginEngagement: UseCase<Operations['beginEngagement']> = async (ports, call) => {
  const { actor, input } = call;
  const entered = await enterTeam(ports, 'beginEngagement', call);
  if (!entered.ok) return entered;
  const { team } = entered.value;
  const place = teamPlace(actor.tenant, team.id);
  const creation = { ...call, name: 'beginEngagement' } as const;
  const once = onceOf(ports, creation);
  const id = createdId(ports, 'engagement', creation);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await loadEngagement(ports, actor.tenant, team.id);
    const seen = await seenBefore(ports, place, once);
    if (seen === 'other') return fail({ kind: 'idempotency.reused' });
    if (seen === 'same') return viewEngagement(ports, { ...call, input: null, ifMatch: null, key: null });
    const next = begun(team, { id, coach: actor.person, begunAt: ports.now(), ...input }, before?.value ?? null);
    if (!next.ok) return next;
    const kept = document(coachingRecords.engagement, IDS.engagement, next.value);
    const write: WriteOperation = before
      ? { type: 'replace', document: kept, etag: before.etag }
      : { type: 'create', document: kept };
    const written = await ports.store.batch(place, [write, rememberOnce(once)]);
    if (written.ok) return viewEngagement(ports, { ...call, input: null, ifMatch: null, key: null });
  }
  return fail({ kind: 'revision.stale' });
};

export const viewEngagement: UseCase<Operations['viewEngagement']> = async (ports, call) => {
  const entered = await enterEngagement(ports, 'viewEngagement', call);
  return entered.ok ? shownTo(entered.value, entered.value.engagement.value) : entered;
};

export const endEngagement: UseCase<Operations['endEngagement']> = async (ports, call) => {
  const entered = await enterEngagement(ports, 'endEngagement', call);
  if (!entered.ok) return entered;
  const next = ended(entered.value.engagement.value, ports.now());
  if (!next.ok) return next;
  // First, so that no end is forgotten over a crash.
  await beginAgingEngagement(ports, call.actor.tenant, next.value);
  const written = await replaceEngagement(ports, entered.value, next.value);
  return written.ok ? shownTo(entered.value, next.value) : written;
};

export const setGoals: UseCase<Operations['setGoals']> = (ports, call) =>
  changeEngagement(ports, { ...call, name: 'setGoals' }, (engagement) =>
    withGoals(engagement, call.input.goals, new Set(builtInTitles().keys())),
  );

type Shown = Result<{ readonly output: EngagementView; readonly revision: string }, OperationError>;

/** The engagement as whoever entered it may see it. */
export function shownTo({ team, member }: Pick<InEngagement, 'team' | 'member'>, engagement: Engagement): Shown {
  const output = presentEngagement(engagement, { team, member, titles: builtInTitles() });
  return output ? ok({ output, revision: String(output.revision) }) : fail({ kind: 'engagement.none' });
}

/** Changes the engagement as it was seen, and shows it. */
export async function changeEngagement(
  ports: Ports,
  call: Pick<Call<Operation>, 'actor' | 'ifMatch'> & {
    readonly name: OperationName;
    readonly params: { readonly team: TeamId };
  },
  change: (engagement: Engagement, team: Team) => Result<Engagement, OperationError>,
): Promise<Shown> {
  const entered = await enterEngagement(ports, call.name, call);
  if (!entered.ok) return entered;
  const next = change(entered.value.engagement.value, entered.value.team);
  if (!next.ok) return next;
  const written = await replaceEngagement(ports, entered.value, next.value);
  return written.ok ? shownTo(entered.value, next.value) : written;
}
