import { z } from 'zod';
import { idOf } from '@plumbline/shared/contract/schemas';
import type { TeamView } from '@plumbline/shared/contract/views';
import { asJsonObject } from '@plumbline/shared/kernel/json';
import { refuse, settle, show, taking } from '../answers.ts';
import { aside, card, entries, textInput, title, words as line } from '../cards/card.ts';
import { titleOf } from '../dimensions.ts';
import { withTeam } from '../in-team.ts';
import type { Answer, Asked, Topic, Turn } from '../turn.ts';

const MOST_LISTED = 10;

const noting = z.object({ team: idOf('team'), text: z.string() });
const forgetting = z.object({ team: idOf('team'), observation: idOf('observation') });

/** What a coach notes for themselves alone. */
export const notes: Topic = {
  asks: {
    note: (turn, asked) => withTeam(turn, asked, (team) => noteSaid(turn, asked, team)),
    notes: (turn, asked) => withTeam(turn, asked, (team) => list(turn, asked, team)),
  },
  takes: { note: taking(noting, noteTaken), 'forget-note': taking(forgetting, forget) },
};

function noteSaid(turn: Turn, { entities }: Asked, team: TeamView): Answer | Promise<Answer> {
  const text = entities.text?.trim() ?? '';
  return text === '' ? form(turn, team) : keep(turn, { team: team.id, text });
}

function form({ words }: Turn, team: TeamView): Answer {
  const text = words.t('coach:note.title', { team: team.name });
  return show(
    text,
    card({
      body: [
        title(text),
        textInput({
          id: 'text',
          label: words.t('coach:note.label'),
          most: 2_000,
          long: true,
          required: words.t('needed'),
        }),
        aside(words.t('coach:note.yours')),
      ],
      actions: [{ title: words.t('coach:note.keep'), verb: 'note', data: { team: team.id } }],
    }),
  );
}

async function noteTaken(turn: Turn, sent: z.infer<typeof noting>): Promise<Answer> {
  const kept = await keep(turn, sent);
  // The note does not stay on the card: a card stays in the chat.
  const [told] = kept.messages;
  return told ? settle(told.text, kept.memory) : kept;
}

async function keep(turn: Turn, { team, text }: z.infer<typeof noting>): Promise<Answer> {
  const { words, now } = turn;
  const kept = await turn.operate('noteObservation', {
    params: { team },
    input: { text, day: words.isoDay(now) },
    key: turn.key('note'),
  });
  if (!kept.ok) return refuse(kept.error);
  const { observation } = kept.value.value;
  const tags = observation.tags.map((tag) => tag.title);
  const told =
    tags.length === 0 ? words.t('coach:note.kept') : words.t('coach:note.kept-on', { tags, count: tags.length });
  return {
    messages: [{ text: told }],
    memory: { undo: { verb: 'forget-note', data: asJsonObject({ team, observation: observation.id }) } },
  };
}

async function forget(turn: Turn, params: z.infer<typeof forgetting>): Promise<Answer> {
  const gone = await turn.operate('forgetObservation', { params });
  return gone.ok ? settle(turn.words.t('coach:note.forgotten')) : refuse(gone.error);
}

async function list(turn: Turn, { entities }: Asked, team: TeamView): Promise<Answer> {
  const { words } = turn;
  const { dimension, from, to } = entities;
  const found = await turn.operate('viewObservations', {
    params: { team: team.id, tag: dimension ?? 'all', period: periodOf(from, to) },
  });
  if (!found.ok) return refuse(found.error);
  const { observations, total } = found.value.value;
  const about = dimension === null ? team.name : `${team.name}, ${titleOf(team, dimension)}`;
  const text = words.t('coach:notes.title', { about, count: total });
  if (total === 0) return { messages: [{ text }] };
  return show(
    text,
    card({
      body: [
        title(text),
        ...entries(
          observations
            .slice(0, MOST_LISTED)
            .map((one) => [
              line(one.text),
              aside([words.date(one.day), ...one.tags.map((tag) => tag.title)].join(' · ')),
            ]),
        ),
        ...(total > MOST_LISTED ? [aside(words.t('commitments.more', { count: total - MOST_LISTED }))] : []),
        aside(words.t('coach:note.yours')),
      ],
    }),
  );
}

/** A period as paths name it. */
export function periodOf(from: string | null, to: string | null): string {
  return from === null && to === null ? 'all' : `${from ?? ''}..${to ?? ''}`;
}
