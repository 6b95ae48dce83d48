import type { HomeView, TeamView } from '@plumbline/shared/contract/views';
import { refuse, say } from './answers.ts';
import { askWhich } from './ask.ts';
import type { Answer, Asked, Turn } from './turn.ts';

/**
 * Does something about a team: the one that was named, else the one that was talked about last, else the only one. Asks
 * which where that does not tell, and goes on with what was asked once it is known.
 */
export async function withTeam(
  turn: Turn,
  asked: Asked,
  act: (team: TeamView) => Answer | Promise<Answer>,
): Promise<Answer> {
  const home = await turn.home();
  if (!home.ok) return refuse(home.error);
  const { teams } = home.value;
  const named = asked.entities.team ?? turn.memory.team;
  const meant = teams.find(({ id }) => id === named) ?? (teams.length === 1 ? teams[0] : undefined);
  if (teams.length === 0) return say(turn, 'team.none');
  if (!meant) return whichTeam(turn, asked, teams);
  const team = await turn.team(meant.id);
  if (!team.ok) return refuse(team.error);
  const answer = await act(team.value);
  return { ...answer, memory: { team: meant.id, ...answer.memory } };
}

function whichTeam(turn: Turn, { intent, entities }: Asked, teams: HomeView['teams']): Answer {
  return askWhich(
    turn.words.t('team.which'),
    teams.map(({ id, name }) => ({ title: name, intent, entities: { ...entities, team: id } })),
  );
}
