import type { Operations } from '../../../contract/operations.ts';
import { measureAgain, type Intervention } from '../../../domain/coaching/intervention.ts';
import { suggest } from '../../../domain/coaching/suggest.ts';
import { leadersOf } from '../../../domain/team/team.ts';
import { earliestToday } from '../../../kernel/instant.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { practiceRecords } from '../../../records/practice-kinds.ts';
import { titled } from '../../coaching/dimension-titles.ts';
import { latelyUsed } from '../../coaching/lately-used.ts';
import { teamMeasured } from '../../coaching/measured.ts';
import { newestOf } from '../../coaching/newest.ts';
import { createOnce, isAhead, PRACTICE, practicePlace } from '../../coaching/practice-place.ts';
import { presentIntervention, shownByOf } from '../../coaching/present-practice.ts';
import { allOf, readKept } from '../../documents.ts';
import { enterTeam } from '../../in-team.ts';
import { createdId } from '../../once.ts';
import type { UseCase } from '../../use-case.ts';

export const suggestInterventions: UseCase<Operations['suggestInterventions']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterTeam(ports, 'suggestInterventions', call);
  if (!entered.ok) return entered;
  const { titles, of } = await teamMeasured(ports, actor.tenant, params.team);
  const { dimension, minutes } = input;
  if (dimension !== null && !titles.has(dimension)) return fail({ kind: 'goal.dimension-unknown', dimension });
  const latest = input.shape === null && dimension !== null ? (of(dimension).at(-1) ?? null) : null;
  const shape = input.shape ?? latest?.result.shape ?? null;
  const used = await latelyUsed(ports, actor, params.team);
  const people = leadersOf(entered.value.team).length;
  return ok({
    output: {
      dimension: dimension === null ? null : titled(titles, dimension),
      shape,
      shownBy: latest && shownByOf(latest),
      suggestions: suggest({ dimension, shape, minutes, people, used }),
    },
    revision: null,
  });
};

export const logIntervention: UseCase<Operations['logIntervention']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterTeam(ports, 'logIntervention', call);
  if (!entered.ok) return entered;
  const { title, entry, dimension, day } = input;
  const measured = await teamMeasured(ports, actor.tenant, params.team);
  if (!measured.titles.has(dimension)) return fail({ kind: 'goal.dimension-unknown', dimension });
  if (isAhead(ports, day)) return fail({ kind: 'practice.day-ahead', day });
  const today = earliestToday(ports.now());
  const creation = { ...call, name: 'logIntervention' } as const;
  const id = createdId(ports, 'intervention', creation);
  const value: Intervention = {
    id,
    team: params.team,
    by: actor.person,
    title,
    entry,
    dimension,
    day,
    ...measureAgain({ day, chosen: input.measureOn, planned: measured.planned.filter((one) => one >= today) }),
    loggedAt: ports.now(),
    revision: 1,
  };
  const place = practicePlace(actor.tenant, params.team);
  const logged = await createOnce(ports, creation, {
    place,
    kind: practiceRecords.intervention,
    id: `${PRACTICE.interventions}${id}`,
    value,
  });
  if (!logged.ok) return logged;
  const all = await allOf(ports, practiceRecords.intervention, { place, prefix: PRACTICE.interventions });
  const { team } = entered.value;
  const output = presentIntervention(logged.value, { team, measured, all, now: ports.now() });
  return ok({ output, revision: String(output.revision) });
};

export const viewInterventions: UseCase<Operations['viewInterventions']> = async (ports, call) => {
  const { actor, params } = call;
  const entered = await enterTeam(ports, 'viewInterventions', call);
  if (!entered.ok) return entered;
  const { team } = entered.value;
  const measured = await teamMeasured(ports, actor.tenant, params.team);
  const place = practicePlace(actor.tenant, params.team);
  const all = await allOf(ports, practiceRecords.intervention, { place, prefix: PRACTICE.interventions });
  const { newest, total } = newestOf([...all].sort((a, b) => b.day.localeCompare(a.day) || b.loggedAt - a.loggedAt));
  const interventions = newest.map((one) => presentIntervention(one, { team, measured, all, now: ports.now() }));
  return ok({ output: { interventions, total }, revision: null });
};

export const withdrawIntervention: UseCase<Operations['withdrawIntervention']> = async (ports, call) => {
  const { actor, params, ifMatch } = call;
  const entered = await enterTeam(ports, 'withdrawIntervention', { actor, params, ifMatch: null });
  if (!entered.ok) return entered;
  const place = practicePlace(actor.tenant, params.team);
  const id = `${PRACTICE.interventions}${params.intervention}`;
  const kept = await readKept(ports, practiceRecords.intervention, { place, id });
  if (!kept) return fail({ kind: 'thing.not-found' });
  if (String(kept.value.revision) !== ifMatch) return fail({ kind: 'revision.stale' });
  const gone = await ports.store.delete(place, id, kept.etag);
  return gone.ok ? ok({ output: { withdrawn: true }, revision: null }) : fail({ kind: 'revision.stale' });
};
