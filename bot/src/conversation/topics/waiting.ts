import type { Errand } from '@plumbline/shared/application/chat-memory';
import type { HomeView, MeetingCard } from '@plumbline/shared/contract/views';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { refuse, say, show } from '../answers.ts';
import { askButton } from '../ask.ts';
import { card, entries, title as heading, words as line, type CardAction } from '../cards/card.ts';
import type { Answer, Topic, Turn } from '../turn.ts';
import type { Words } from '../words.ts';

const MOST_SHOWN = 5;

type TeamRef = HomeView['teams'][number];

/** Something that waits for a person: what they are asked for, or a contract that needs their yes. */
type Waiting = HomeView['waiting'][number] | { readonly kind: 'contract'; readonly team: TeamRef };

/** What waits for whoever asks. */
export const waiting: Topic = {
  asks: { 'open-for-me': (turn) => openForMe(turn) },
  takes: {},
};

/** Everything that waits for a person, as their home shows it, and contracts, which are talked about in chat alone. */
export async function waitingFor(turn: Turn, home: Pick<HomeView, 'waiting' | 'teams'>): Promise<readonly Waiting[]> {
  const contracts = await Promise.all(home.teams.map((team) => contractOf(turn, team)));
  return [...home.waiting, ...contracts.flat()];
}

async function contractOf(turn: Turn, team: TeamRef): Promise<readonly Waiting[]> {
  const found = await turn.operate('viewEngagement', { params: { team: team.id } });
  return found.ok && found.value.value.me.abilities.accept ? [{ kind: 'contract', team }] : [];
}

async function openForMe(turn: Turn): Promise<Answer> {
  const home = await turn.home();
  if (!home.ok) return refuse(home.error);
  const { words, link } = turn;
  const all = await waitingFor(turn, home.value);
  if (all.length === 0) return say(turn, 'open.nothing');
  const text = words.t('open.some', { count: all.length });
  const shown = all.slice(0, MOST_SHOWN);
  const toHome = { title: words.t('open.home'), url: link({ kind: 'home' }, 'Plumbline') };
  return show(
    text,
    card({
      body: [heading(text), ...entries(shown.map((item, at) => linesOf(words, item, at + 1)))],
      actions: [...shown.flatMap((item) => actionFor(words, item)), toHome],
    }),
    { waiting: { for: 'pick', errands: shown.map(errandOf) } },
  );
}

function linesOf(words: Words, item: Waiting, number: number): readonly JsonObject[] {
  const [head, below] = saidOf(words, item);
  const first = line(`**${number}. ${head}**`);
  return below === '' ? [first] : [first, line(below, { spacing: 'None' })];
}

function saidOf(words: Words, item: Waiting): readonly [head: string, below: string] {
  switch (item.kind) {
    case 'check-in':
      return [words.t('open.check-in', { sentence: item.commitment.sentence }), ''];
    case 'contract':
      return [words.t('open.contract'), item.team.name];
    case 'ballot': {
      const { title: name, closesAt } = item.meeting;
      const until = closesAt === null ? '' : ` ${words.t('open.until', { moment: words.moment(closesAt) })}`;
      const done = words.t('open.answered', { answered: item.answered, count: item.questions });
      return [name, `${item.team} · ${done}${until}`];
    }
    case 'plan':
      return [item.meeting.title, `${item.team} · ${planWords(words, item.meeting)}`];
    case 'meeting':
      return [item.meeting.title, `${item.team} · ${words.t('open.join')}`];
  }
}

function actionFor(words: Words, item: Waiting): readonly CardAction[] {
  if (item.kind === 'contract') {
    const title = words.t('open.read-contract', { team: item.team.name });
    return [askButton(title, { intent: 'contract', entities: { team: item.team.id } })];
  }
  if (item.kind === 'plan') return planActions(words, item.meeting);
  if (item.kind !== 'ballot') return [];
  const { id: meeting, title: name } = item.meeting;
  return [{ title: words.t('open.answer', { title: name }), verb: 'answer', data: { meeting } }];
}

function planWords(words: Words, { opening }: MeetingCard): string {
  if (opening === null) return words.t('open.plan');
  return opening.missed
    ? words.t('open.plan-missed')
    : words.t('open.plan-opens', { moment: words.moment(opening.at) });
}

function planActions(words: Words, { id: meeting, title, opening }: MeetingCard): readonly CardAction[] {
  if (opening === null) return [];
  const data = { meeting };
  return opening.missed
    ? [{ title: words.t('open.open-now', { title }), verb: 'open-planned', data }]
    : [{ title: words.t('open.call-off', { title }), verb: 'call-off-opening', data }];
}

/** What "the second one" does about something that waits. */
function errandOf(item: Waiting): Errand {
  if (item.kind === 'ballot') return { verb: 'answer', data: { meeting: item.meeting.id } };
  if (item.kind === 'contract') return { verb: 'ask', data: { intent: 'contract', team: item.team.id } };
  return { verb: 'ask', data: { intent: item.kind === 'check-in' ? 'my-commitments' : 'open-for-me' } };
}
