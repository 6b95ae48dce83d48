import type { HomeView } from '@plumbline/shared/contract/views';
import type { IntentName } from '@plumbline/shared/language/intents';
import { refuse, say, settle, show } from '../answers.ts';
import { askButton } from '../ask.ts';
import { aside, card, entries, title, words as line } from '../cards/card.ts';
import type { Answer, Topic, Turn } from '../turn.ts';
import type { BotKey } from '../words.ts';
import { waitingFor } from './waiting.ts';

type Offers = readonly (readonly IntentName[])[];

/** What is offered to whoever coaches, leads or sponsors a team, and to everybody else. */
const FOR_COACHES: Offers = [
  ['new-engagement', 'contract', 'who-accepted', 'goals', 'sponsor-view'],
  ['send-pulse', 'response-rate', 'show-team', 'where-differ', 'compare', 'why-low', 'recommend'],
  ['what-to-try', 'plan-session', 'note', 'notes', 'log-intervention', 'did-it-help', 'log-incident'],
  ['open-commitments', 'open-for-me', 'meetings', 'review-deck', 'privacy', 'quiet-hours'],
  ['ask-stakeholders', 'stakeholders-say'],
];
const FOR_ALL = ['open-for-me', 'meetings', 'my-commitments', 'check-in', 'remind-later', 'quiet-hours'] as const;
const FOR_LEADERS: Offers = [
  FOR_ALL,
  ['show-team', 'where-differ', 'compare', 'open-commitments'],
  ['contract', 'who-accepted', 'sponsor-view', 'log-incident'],
  ['privacy'],
];
const OF_AGREEMENTS: Offers = [['contract', 'who-accepted', 'sponsor-view'], ['privacy']];
const FOR_SPONSORS: Offers = [FOR_ALL, ['show-team', 'compare', 'open-commitments'], ...OF_AGREEMENTS];
/** Where a contract keeps meetings and results from them. */
const FOR_SPONSORS_OF_NO_RESULTS: Offers = [FOR_ALL, ...OF_AGREEMENTS];
const FOR_OTHERS: Offers = [FOR_ALL, ['show-team', 'where-differ', 'compare', 'open-commitments'], ['privacy']];

/** How one talks with the bot: hello, help, thanks, undo, stop, and leaving. */
export function manners(offered: ReadonlySet<IntentName>): Topic {
  return {
    asks: {
      greet: (turn) => greet(turn),
      help: (turn) => help(turn, offered),
      thanks: (turn) => say(turn, 'thanks'),
      'delete-my-data': (turn) => askToDelete(turn),
    },
    takes: { 'delete-mine': deleteMine },
  };
}

async function greet(turn: Turn): Promise<Answer> {
  const home = await turn.home();
  if (!home.ok) return refuse(home.error);
  const { words, from } = turn;
  const { teams } = home.value;
  const waiting = await waitingFor(turn, home.value);
  const [name = from.name] = from.name.split(' ');
  const text = words.t(waiting.length > 0 ? 'greet.waiting' : 'greet', { name, count: waiting.length });
  const coaches = teams.some(({ role }) => role === 'coach');
  return show(
    text,
    card({
      body: [line(text)],
      actions: [
        ...(waiting.length > 0 ? [askButton(words.t('ask.open-for-me'), { intent: 'open-for-me' })] : []),
        ...(coaches ? [askButton(words.t('ask.show-team'), { intent: 'show-team' })] : []),
        askButton(words.t('ask.help'), { intent: 'help' }),
      ],
    }),
  );
}

async function help(turn: Turn, offered: ReadonlySet<IntentName>): Promise<Answer> {
  const home = await turn.home();
  if (!home.ok) return refuse(home.error);
  const { words } = turn;
  const groups = offersFor(home.value)
    .map((intents) => intents.filter((intent) => offered.has(intent)))
    .filter((intents) => intents.length > 0);
  const text = words.t('help.title');
  const lines = groups.map((intents) => [line(intents.map((intent) => `- ${words.t(exampleOf(intent))}`).join('\n'))]);
  return show(text, card({ body: [title(text), ...entries(lines), aside(words.t('help.also'))] }));
}

/** What somebody may really ask, by the roles that they have. */
function offersFor({ teams }: HomeView): Offers {
  const roles = new Set(teams.map(({ role }) => role));
  if (roles.has('coach')) return FOR_COACHES;
  if (roles.has('leader')) return FOR_LEADERS;
  if (!roles.has('sponsor')) return FOR_OTHERS;
  return teams.every(({ withheld }) => withheld) ? FOR_SPONSORS_OF_NO_RESULTS : FOR_SPONSORS;
}

function askToDelete({ words }: Turn): Answer {
  const text = words.t('delete.title');
  return show(
    text,
    card({
      body: [title(text), line(words.t('delete.goes')), line(words.t('delete.stays'))],
      actions: [{ title: words.t('delete.yes'), verb: 'delete-mine', style: 'destructive' }],
    }),
    { waiting: { for: 'yes', errand: { verb: 'delete-mine', data: {} } } },
  );
}

async function deleteMine(turn: Turn): Promise<Answer> {
  const done = await turn.operate('deleteMine', { input: { confirmed: true } });
  if (!done.ok) return refuse(done.error);
  const { openMeetings } = done.value.value;
  const { words } = turn;
  const told = openMeetings === 0 ? words.t('delete.done') : words.t('delete.done-later', { count: openMeetings });
  return { ...settle(told), forgets: true };
}

/** What one could type to ask for something. */
export function exampleOf(intent: IntentName): BotKey {
  return `example.${intent}`;
}
