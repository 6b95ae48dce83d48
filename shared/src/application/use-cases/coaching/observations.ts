import type { Operations } from '../../../contract/operations.ts';
import { suggestTags, type Observation } from '../../../domain/coaching/observation.ts';
import { isIn, periodIn } from '../../../domain/coaching/period.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { practiceRecords } from '../../../records/practice-kinds.ts';
import { titled, type DimensionTitles } from '../../coaching/dimension-titles.ts';
import { dimensionTitles } from '../../coaching/measured.ts';
import { newestOf } from '../../coaching/newest.ts';
import { createOnce, isAhead, observationsOf, PRACTICE, practicePlace } from '../../coaching/practice-place.ts';
import { allOf, document } from '../../documents.ts';
import { enterTeam } from '../../in-team.ts';
import { createdId } from '../../once.ts';
import { privatePlace } from '../../places.ts';
import type { UseCase } from '../../use-case.ts';

export const noteObservation: UseCase<Operations['noteObservation']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterTeam(ports, 'noteObservation', call);
  if (!entered.ok) return entered;
  if (isAhead(ports, input.day)) return fail({ kind: 'practice.day-ahead', day: input.day });
  const titles = await dimensionTitles(ports, actor.tenant, params.team);
  const unknown = input.tags?.find((tag) => !titles.has(tag));
  if (unknown !== undefined) return fail({ kind: 'goal.dimension-unknown', dimension: unknown });
  const suggested = suggestTags(input.text);
  const creation = { ...call, name: 'noteObservation' } as const;
  const id = createdId(ports, 'observation', creation);
  const tags = input.tags ?? suggested.map(({ dimension }) => dimension);
  const { text, day } = input;
  const value: Observation = { id, team: params.team, text, day, tags: [...new Set(tags)], notedAt: ports.now() };
  // First, so that a note is never there that a deletion of the team would not find.
  const noter = document(practiceRecords.noter, `${PRACTICE.noters}${actor.person}`, { person: actor.person });
  await ports.store.put(practicePlace(actor.tenant, params.team), noter);
  const place = privatePlace(actor.tenant, actor.person);
  const noted = await createOnce(ports, creation, {
    place,
    kind: practiceRecords.observation,
    id: `${observationsOf(params.team)}${id}`,
    value,
  });
  if (!noted.ok) return noted;
  return ok({
    output: {
      observation: present(noted.value, titles),
      suggested: suggested.map(({ dimension, words }) => ({ dimension: titled(titles, dimension), words })),
    },
    revision: null,
  });
};

export const viewObservations: UseCase<Operations['viewObservations']> = async (ports, call) => {
  const { actor, params } = call;
  const entered = await enterTeam(ports, 'viewObservations', call);
  if (!entered.ok) return entered;
  const period = periodIn(params.period);
  const all = await allOf(ports, practiceRecords.observation, {
    place: privatePlace(actor.tenant, actor.person),
    prefix: observationsOf(params.team),
  });
  const found = all
    .filter(({ day, tags }) => isIn(period, day) && (params.tag === 'all' || tags.includes(params.tag)))
    .sort((a, b) => b.day.localeCompare(a.day) || b.notedAt - a.notedAt);
  const titles = await dimensionTitles(ports, actor.tenant, params.team);
  const { newest, total } = newestOf(found);
  return ok({ output: { observations: newest.map((one) => present(one, titles)), total }, revision: null });
};

/** Answers the same whether the note was there or not, so that nobody learns what notes there are by deleting. */
export const forgetObservation: UseCase<Operations['forgetObservation']> = async (ports, call) => {
  const { actor, params } = call;
  const entered = await enterTeam(ports, 'forgetObservation', call);
  if (!entered.ok) return entered;
  const place = privatePlace(actor.tenant, actor.person);
  await ports.store.delete(place, `${observationsOf(params.team)}${params.observation}`);
  return ok({ output: { forgotten: true }, revision: null });
};

function present({ id, text, day, tags, notedAt }: Observation, titles: DimensionTitles) {
  return { id, text, day, tags: tags.map((tag) => titled(titles, tag)), notedAt };
}
