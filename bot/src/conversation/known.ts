import type { TeamView } from '@plumbline/shared/contract/views';
import type { Known } from '@plumbline/shared/language/intents';
import { INTENTS } from '@plumbline/shared/language/intents';
import { dimensionsOf } from './dimensions.ts';
import type { Turn } from './turn.ts';

/** What a text can be about: the person's teams, and of the team that is talked about its people and dimensions. */
export async function knownTo(turn: Turn): Promise<Known> {
  const home = await turn.home();
  const teams = home.ok ? home.value.teams : [];
  const about = teams.find(({ id }) => id === turn.memory.team) ?? (teams.length === 1 ? teams[0] : undefined);
  const found = about ? await turn.team(about.id) : null;
  const team = found?.ok === true ? found.value : null;
  return {
    teams: teams.map(({ id, name }) => ({ id, name })),
    people: team === null ? [] : team.members.map(({ person, name }) => ({ id: person, name })),
    dimensions: team === null ? [] : [...lastAsked(team), ...dimensionsOf(team)],
    now: turn.now,
    timeZone: turn.words.timeZone,
    last: INTENTS.find((intent) => intent === turn.memory.last) ?? null,
    waiting: waitingFor(turn),
  };
}

/** What was asked last, which a set of questions may have no more. */
function lastAsked({ trend }: TeamView): Known['dimensions'] {
  return (trend.at(-1)?.dimensions ?? []).map(({ dimension, title }) => ({ id: dimension, title }));
}

function waitingFor({ memory }: Turn): Known['waiting'] {
  if (memory.waiting === null) return null;
  return memory.waiting.for === 'yes' ? 'yes-no' : 'pick';
}
