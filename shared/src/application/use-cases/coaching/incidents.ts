import type { Operations } from '../../../contract/operations.ts';
import { symptomKinds, type Incident } from '../../../domain/coaching/incident.ts';
import { isIn, periodIn } from '../../../domain/coaching/period.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { practiceRecords } from '../../../records/practice-kinds.ts';
import { access } from '../../access.ts';
import { newestOf } from '../../coaching/newest.ts';
import { createOnce, isAhead, PRACTICE, practicePlace } from '../../coaching/practice-place.ts';
import { kindOf, presentIncident } from '../../coaching/present-practice.ts';
import { allOf, readKept } from '../../documents.ts';
import { enterTeam, relationTo } from '../../in-team.ts';
import { createdId } from '../../once.ts';
import type { UseCase } from '../../use-case.ts';

export const logIncident: UseCase<Operations['logIncident']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterTeam(ports, 'logIncident', call);
  if (!entered.ok) return entered;
  if (isAhead(ports, input.day)) return fail({ kind: 'practice.day-ahead', day: input.day });
  const creation = { ...call, name: 'logIncident' } as const;
  const id = createdId(ports, 'incident', creation);
  const about = { id, team: params.team, by: actor.person };
  const value: Incident = { ...input, ...about, loggedAt: ports.now(), revision: 1 };
  const logged = await createOnce(ports, creation, {
    place: practicePlace(actor.tenant, params.team),
    kind: practiceRecords.incident,
    id: `${PRACTICE.incidents}${id}`,
    value,
  });
  if (!logged.ok) return logged;
  const output = presentIncident(logged.value, { team: entered.value.team, viewer: actor.person });
  return ok({ output, revision: String(output.revision) });
};

export const viewIncidents: UseCase<Operations['viewIncidents']> = async (ports, call) => {
  const { actor, params } = call;
  const entered = await enterTeam(ports, 'viewIncidents', call);
  if (!entered.ok) return entered;
  const period = periodIn(params.period);
  const place = practicePlace(actor.tenant, params.team);
  const all = await allOf(ports, practiceRecords.incident, { place, prefix: PRACTICE.incidents });
  const inPeriod = all
    .filter(({ day }) => isIn(period, day))
    .sort((a, b) => b.day.localeCompare(a.day) || b.loggedAt - a.loggedAt);
  const { newest, total } = newestOf(inPeriod.filter(({ kind }) => params.kind === 'all' || kind === params.kind));
  const incidents = newest.map((one) => presentIncident(one, { team: entered.value.team, viewer: actor.person }));
  const kinds = symptomKinds()
    .map(({ id }) => ({ kind: kindOf({ kind: id }), count: inPeriod.filter(({ kind }) => kind === id).length }))
    .filter(({ count }) => count > 0);
  return ok({ output: { incidents, total, kinds }, revision: null });
};

export const withdrawIncident: UseCase<Operations['withdrawIncident']> = async (ports, call) => {
  const { actor, params, ifMatch } = call;
  const entered = await enterTeam(ports, 'viewTeam', { actor, params, ifMatch: null });
  if (!entered.ok) return entered;
  const place = practicePlace(actor.tenant, params.team);
  const id = `${PRACTICE.incidents}${params.incident}`;
  const kept = await readKept(ports, practiceRecords.incident, { place, id });
  const relation = { ...relationTo(entered.value.team, null, actor.person), owns: kept?.value.by === actor.person };
  if (!access.withdrawIncident(relation)) return fail({ kind: 'access.denied' });
  if (!kept) return fail({ kind: 'thing.not-found' });
  if (String(kept.value.revision) !== ifMatch) return fail({ kind: 'revision.stale' });
  const gone = await ports.store.delete(place, id, kept.etag);
  return gone.ok ? ok({ output: { withdrawn: true }, revision: null }) : fail({ kind: 'revision.stale' });
};
