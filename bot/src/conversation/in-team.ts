import type { TeamView } from '@plumbline/shared/contract/views';
import { isId } from '@plumbline/shared/kernel/ids';
import { refuse, say } from './answers.ts';
import { askButton } from './ask.ts';
import { card, words as line } from './cards/card.ts';
import type { Answer, Asked, Turn } from './turn.ts';

/** A card takes so many buttons; whoever has more teams types the name. */
const MOST_TEAMS = 6;

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
  if (!meant || !isId('team', meant.id)) return whichTeam(turn, asked, teams);
  const team = await turn.operate('viewTeam', { params: { team: meant.id } });
  if (!team.ok) return refuse(team.error);
  const answer = await act(team.value.value);
  return { ...answer, memory: { team: team.value.value.id, ...answer.memory } };
}

function whichTeam(
  { words }: Turn,
  asked: Asked,
  teams: readonly { readonly id: string; readonly name: string }[],
): Answer {
  const text = words.t('team.which');
  const offered = teams
    .slice(0, MOST_TEAMS)
    .map((team) => askButton(team.name, { intent: asked.intent, entities: { ...asked.entities, team: team.id } }));
  return {
    messages: [{ text, card: card({ body: [line(text)], actions: offered }) }],
    // "The second one" asks without what else was said: what somebody types is not kept.
    memory: {
      waiting: {
        for: 'pick',
        errands: teams.map(({ id }) => ({ verb: 'ask', data: { intent: asked.intent, team: id } })),
      },
    },
  };
}
