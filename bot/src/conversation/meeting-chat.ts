import { z } from 'zod';
import { noteBegun, noteEnded, takeWord } from '@plumbline/shared/application/meeting-chats';
import type { MeetingWord } from '@plumbline/shared/application/ports/messenger';
import type { Ports } from '@plumbline/shared/application/use-case';
import { deepLink } from '@plumbline/shared/contract/deep-link';
import { idOf } from '@plumbline/shared/contract/schemas';
import type { CommitmentView, MeetingView } from '@plumbline/shared/contract/views';
import { assert } from '@plumbline/shared/kernel/assert';
import { asJsonObject, type JsonObject } from '@plumbline/shared/kernel/json';
import { aside, card, entries, heading, title as name, words as line, type Refresh } from './cards/card.ts';
import type { Effect, Message } from './effect.ts';
import type { ChatEvent } from './event.ts';
import type { Turn } from './turn.ts';
import { wordsFor, type Words } from './words.ts';

const MOST_LISTED = 5;

const looking = z.object({ meeting: idOf('meeting'), moment: z.enum(['begins', 'ended']) });

/** What the bot says in the chat of a meeting of ours as the meeting of Teams begins and ends there, once a day. */
export async function tellMeeting(
  { ports, appId }: { readonly ports: Ports; readonly appId: string },
  event: ChatEvent & { readonly kind: 'meeting-started' | 'meeting-ended' },
): Promise<readonly Effect[]> {
  const { tenant, locale } = event.from;
  const chat = { tenant, chat: event.chat.id };
  const begins = event.kind === 'meeting-started';
  if (begins) await noteBegun(ports, chat, { reference: event.chat.reference, locale });
  else await noteEnded(ports, chat);
  const word = await takeWord(ports, chat, begins ? 'begins' : 'ended');
  return word ? [{ kind: 'say', message: meetingMessage(word, { appId, locale, now: ports.now() }) }] : [];
}

/** The same for everybody in the chat: what it is, and where it is. Each person's own card has more, where they may see it. */
export function meetingMessage(
  { moment, meeting, title }: MeetingWord,
  { appId, locale, now }: { readonly appId: string; readonly locale: string; readonly now: number },
): Message {
  const words = wordsFor({ locale, timeZone: null, now });
  const url = deepLink(appId, { kind: 'meeting', id: meeting }, title);
  assert(url !== null, 'the app has an id');
  const text = words.t(`meeting.${moment}`, { title });
  const body = [name(text), line(words.t(`meeting.${moment}.where`)), aside(words.t('find.own-view'))];
  const actions = [{ title: words.t('open.meeting'), url }];
  return { text, card: card({ body, actions, refresh: lookAgain({ meeting, moment }) }) };
}

/** The card as it is now for one person; `null` for whoever may not see the meeting. */
export async function meetingNow(turn: Turn, data: JsonObject): Promise<JsonObject | null> {
  const asked = looking.safeParse(data);
  if (!asked.success) return null;
  const { meeting, moment } = asked.data;
  const found = await turn.operate('viewMeeting', { params: { meeting } });
  if (!found.ok || found.value.value.status === 'draft') return null;
  const view = found.value.value;
  const { title } = view.composition;
  return card({
    body: [
      name(turn.words.t(`meeting.${view.status === 'closed' ? 'ended' : moment}`, { title })),
      ...(moment === 'begins' && view.status === 'open' ? agenda(turn.words, view) : await summary(turn, view)),
    ],
    actions: [{ title: turn.words.t('open.meeting'), url: turn.link({ kind: 'meeting', id: meeting }, title) }],
    refresh: lookAgain({ meeting, moment }),
  });
}

function lookAgain(at: z.infer<typeof looking>): Refresh {
  return { verb: 'meeting-now', data: asJsonObject(at) };
}

/** What the meeting talks about, as far as that is known by now. */
function agenda(words: Words, view: MeetingView): readonly JsonObject[] {
  const { phase, rounds, topics, dimensions, lastTime } = view;
  const rating = rounds.find(({ purpose }) => purpose === 'rating');
  const counted =
    rating?.status === 'open'
      ? [line(words.t('meeting.answered', { counted: rating.counted, invited: rating.invited }))]
      : [];
  const about =
    topics.length > 0
      ? [heading(words.t('meeting.topics')), bullets(topics.map(({ text }) => text))]
      : [
          heading(words.t('meeting.about')),
          line(dimensions.map(({ title }) => title).join(' · '), { spacing: 'Small' }),
        ];
  return [
    ...(phase === null ? [] : [line(words.t('meeting.now', { phase: words.t(`results:phase.${phase}`) }))]),
    ...counted,
    ...about,
    ...promised(
      words,
      words.t('meeting.last-time'),
      lastTime.map(({ commitment }) => commitment),
    ),
  ];
}

/** What was promised, by whom and until when, and how it stands by now. */
async function summary(turn: Turn, view: MeetingView): Promise<readonly JsonObject[]> {
  const { words } = turn;
  if (view.status !== 'closed') return [line(words.t('meeting.not-closed'))];
  const team = await turn.team(view.team.id);
  const stands = new Map(team.ok ? team.value.commitments.map((one) => [one.id, one]) : []);
  const made = view.commitments.map((terms) => ({
    status: 'open' as const,
    overdue: false,
    ...terms,
    ...stands.get(terms.id),
  }));
  return [
    ...(made.length === 0
      ? [line(words.t('meeting.none-promised'))]
      : promised(words, words.t('meeting.promised'), made)),
    ...(view.message === null ? [] : [heading(words.t('meeting.message')), line(view.message)]),
    aside(words.t('meeting.results')),
  ];
}

type Promised = Pick<CommitmentView, 'sentence' | 'owner' | 'due' | 'overdue' | 'status'>;

function promised(words: Words, name: string, made: readonly Promised[]): readonly JsonObject[] {
  if (made.length === 0) return [];
  const lines = made.slice(0, MOST_LISTED).map(({ sentence, owner, due, overdue, status }) => {
    const standing = words.t(overdue ? 'commitments.line-overdue' : 'commitments.line', {
      due: words.date(due),
      status: words.t(`results:status.${status}`),
    });
    return [line(`**${sentence}**`), line(`${owner.name} · ${standing}`, { spacing: 'None' })];
  });
  return [heading(name), ...entries(lines), ...more(words, made.length)];
}

function bullets(items: readonly string[]): JsonObject {
  return line(items.map((item) => `- ${item}`).join('\n'), { spacing: 'Small' });
}

function more(words: Words, count: number): readonly JsonObject[] {
  return count > MOST_LISTED ? [aside(words.t('commitments.more', { count: count - MOST_LISTED }))] : [];
}
