import type { Operations } from '../../../contract/operations.ts';
import type { Operation } from '../../../contract/operation.ts';
import type { OperationName } from '../../../contract/operations.ts';
import type { OperationError } from '../../../contract/problem-kinds.ts';
import { FEWEST_PEOPLE, MOST_PEOPLE, planSession as planned } from '../../../domain/coaching/plan-session.ts';
import { changeSession as changed, type Session } from '../../../domain/coaching/session.ts';
import { leadersOf, type Team } from '../../../domain/team/team.ts';
import type { SessionId, TeamId } from '../../../kernel/ids.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { practiceRecords } from '../../../records/practice-kinds.ts';
import { access } from '../../access.ts';
import { latelyUsed, maySee } from '../../coaching/lately-used.ts';
import { dimensionTitles, teamMeasured } from '../../coaching/measured.ts';
import { newestOf } from '../../coaching/newest.ts';
import { createOnce, endingDocument, PRACTICE, practicePlace } from '../../coaching/practice-place.ts';
import { listSession, presentSession } from '../../coaching/present-practice.ts';
import { allOf, readKept } from '../../documents.ts';
import { enterTeam, relationTo } from '../../in-team.ts';
import type { Kept } from '../../kept.ts';
import { createdId } from '../../once.ts';
import type { Call, Ports, UseCase } from '../../use-case.ts';

export const planSession: UseCase<Operations['planSession']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterTeam(ports, 'planSession', call);
  if (!entered.ok) return entered;
  const { team } = entered.value;
  const { titles, of } = await teamMeasured(ports, actor.tenant, params.team);
  const { dimension, minutes, day } = input;
  if (dimension !== null && !titles.has(dimension)) return fail({ kind: 'goal.dimension-unknown', dimension });
  const latest = dimension === null ? undefined : of(dimension).at(-1);
  const shape = input.shape ?? latest?.result.shape ?? null;
  const lead = leadersOf(team).length;
  const people = input.people ?? Math.min(MOST_PEOPLE, Math.max(FEWEST_PEOPLE, lead));
  const used = await latelyUsed(ports, actor, params.team);
  const creation = { ...call, name: 'planSession' } as const;
  const id = createdId(ports, 'session', creation);
  const title = input.title === '' && dimension !== null ? (titles.get(dimension) ?? '') : input.title;
  const parts = planned({ minutes, people, dimension, shape, used });
  const about = { id, team: params.team, coach: actor.person, title, day, dimension, shape, people };
  const value: Session = { ...about, parts, shared: false, plannedAt: ports.now(), revision: 1 };
  const made = await createOnce(ports, creation, {
    place: practicePlace(actor.tenant, params.team),
    kind: practiceRecords.session,
    id: `${PRACTICE.sessions}${id}`,
    value,
  });
  if (!made.ok) return made;
  const output = presentSession(made.value, { team, viewer: actor.person, titles });
  return ok({ output, revision: String(output.revision) });
};

export const viewSessions: UseCase<Operations['viewSessions']> = async (ports, call) => {
  const { actor, params } = call;
  const entered = await enterTeam(ports, 'viewSessions', call);
  if (!entered.ok) return entered;
  const place = practicePlace(actor.tenant, params.team);
  const all = await allOf(ports, practiceRecords.session, { place, prefix: PRACTICE.sessions });
  const titles = await dimensionTitles(ports, actor.tenant, params.team);
  const seen = all.filter((session) => maySee(session, actor.person)).sort((a, b) => b.plannedAt - a.plannedAt);
  const { newest, total } = newestOf(seen);
  const shownTo = { team: entered.value.team, viewer: actor.person, titles };
  return ok({ output: { sessions: newest.map((session) => listSession(session, shownTo)), total }, revision: null });
};

export const changeSession: UseCase<Operations['changeSession']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterSession(ports, 'changeSession', call);
  if (!entered.ok) return entered;
  const { team, session } = entered.value;
  const next = changed(session.value, input);
  if (!next.ok) return next;
  const titles = await dimensionTitles(ports, actor.tenant, params.team);
  const output = presentSession(next.value, { team, viewer: actor.person, titles });
  const reply = ok({ output, revision: String(output.revision) });
  if (next.value === session.value) return reply;
  const kept = endingDocument(ports, actor.tenant, {
    kind: practiceRecords.session,
    id: `${PRACTICE.sessions}${params.session}`,
    value: next.value,
    since: next.value.plannedAt,
  });
  const written = await ports.store.replace(practicePlace(actor.tenant, params.team), kept, session.etag);
  return written.ok ? reply : fail({ kind: 'revision.stale' });
};

export const discardSession: UseCase<Operations['discardSession']> = async (ports, call) => {
  const { actor, params } = call;
  const entered = await enterSession(ports, 'discardSession', call);
  if (!entered.ok) return entered;
  const { value, etag } = entered.value.session;
  const id = `${PRACTICE.sessions}${params.session}`;
  const gone = await ports.store.delete(practicePlace(actor.tenant, params.team), id, etag);
  if (!gone.ok) return fail({ kind: 'revision.stale' });
  return ok({ output: { discarded: true, shared: value.shared }, revision: null });
};

/** Finds a plan of the caller's own; to another coach one that is not shared is not there. */
async function enterSession(
  ports: Ports,
  name: Extract<OperationName, 'changeSession' | 'discardSession'>,
  call: Pick<Call<Operation>, 'actor' | 'ifMatch'> & {
    readonly params: { readonly team: TeamId; readonly session: SessionId };
  },
): Promise<Result<{ readonly team: Team; readonly session: Kept<Session> }, OperationError>> {
  const { actor, params, ifMatch } = call;
  const entered = await enterTeam(ports, 'viewTeam', { actor, params, ifMatch: null });
  if (!entered.ok) return entered;
  const { team } = entered.value;
  const place = practicePlace(actor.tenant, params.team);
  const session = await readKept(ports, practiceRecords.session, {
    place,
    id: `${PRACTICE.sessions}${params.session}`,
  });
  const relation = relationTo(team, null, actor.person);
  const owns = session?.value.coach === actor.person;
  if (!access[name]({ ...relation, owns: true })) return fail({ kind: 'access.denied' });
  if (!session || !maySee(session.value, actor.person)) return fail({ kind: 'thing.not-found' });
  if (!access[name]({ ...relation, owns })) return fail({ kind: 'access.denied' });
  if (ifMatch !== null && ifMatch !== String(session.value.revision)) return fail({ kind: 'revision.stale' });
  return ok({ team, session });
}
