import { z } from 'zod';
import type { SessionView } from '@plumbline/shared/contract/practice-views';
import { idOf } from '@plumbline/shared/contract/schemas';
import type { TeamView } from '@plumbline/shared/contract/views';
import { asJsonObject, type JsonObject } from '@plumbline/shared/kernel/json';
import { refuse, settle, show, taking } from '../answers.ts';
import { aside, card, choiceInput, facts, textInput, title, words as line } from '../cards/card.ts';
import { dimensionChoices, titleOf } from '../dimensions.ts';
import { withTeam } from '../in-team.ts';
import { entryIn, titleIn } from '../library.ts';
import type { Answer, Asked, Topic, Turn } from '../turn.ts';
import type { Words } from '../words.ts';

const USUAL_MINUTES = 90;

const planning = z.object({
  team: idOf('team'),
  minutes: z.int(),
  dimension: z.string(),
  day: z.string().nullable().default(null),
});
const about = z.object({ team: idOf('team'), session: idOf('session'), revision: z.int() });
const changing = about.extend({
  part: z.string().default(''),
  minutes: z.string().default(''),
});
const sharing = about.extend({ shared: z.boolean() });

/** Timed agendas for working with a team. */
export const sessions: Topic = {
  asks: { 'plan-session': (turn, asked) => withTeam(turn, asked, (team) => plan(turn, asked, team)) },
  takes: {
    'plan-session': taking(planning, planTaken),
    'change-session': taking(changing, change),
    'share-session': taking(sharing, share),
    'discard-session': taking(about, discard),
  },
};

async function plan(turn: Turn, { entities }: Asked, team: TeamView): Promise<Answer> {
  if (entities.dimension === null) return form(turn, entities.minutes ?? USUAL_MINUTES, team);
  const made = await make(turn, {
    team: team.id,
    minutes: entities.minutes ?? USUAL_MINUTES,
    dimension: entities.dimension,
    day: entities.from,
  });
  if (!made.ok) return refuse(made.error);
  const shown = agendaCard(turn.words, team.id, made.value.value);
  return show(headline(turn.words, made.value.value), shown, { undo: undoOf(team.id, made.value.value) });
}

function form({ words }: Turn, minutes: number, team: TeamView): Answer {
  const text = words.t('coach:session.form', { team: team.name });
  return show(
    text,
    card({
      body: [
        title(text),
        choiceInput({
          id: 'dimension',
          label: words.t('coach:session.dimension'),
          choices: dimensionChoices(team),
          required: words.t('needed'),
        }),
      ],
      actions: [
        {
          title: words.t('coach:session.plan', { minutes }),
          verb: 'plan-session',
          data: asJsonObject({ team: team.id, minutes }),
        },
      ],
    }),
  );
}

async function planTaken(turn: Turn, sent: z.infer<typeof planning>): Promise<Answer> {
  const made = await make(turn, sent);
  if (!made.ok) return refuse(made.error);
  const { team } = sent;
  return {
    messages: [],
    card: agendaCard(turn.words, team, made.value.value),
    memory: { undo: undoOf(team, made.value.value) },
  };
}

/** It is called what its dimension is, in the language of whoever plans it. */
async function make(turn: Turn, { team, minutes, dimension, day }: z.infer<typeof planning>) {
  const known = await turn.team(team);
  return turn.operate('planSession', {
    params: { team },
    input: { minutes, dimension, day, title: known.ok ? titleOf(known.value, dimension) : '' },
    key: turn.key('plan session'),
  });
}

function headline(words: Words, session: SessionView): string {
  return words.t('coach:session.title', {
    title: session.title,
    minutes: session.minutes,
    count: session.parts.length,
  });
}

/** The agenda as it is, with a way to change a part. */
function agendaCard(words: Words, team: string, session: SessionView): JsonObject {
  const named = session.parts.map((part) => ({ ...part, name: nameOf(words, part) }));
  const data = asJsonObject({ team, session: session.id, revision: session.revision });
  return card({
    body: [
      title(headline(words, session)),
      facts(
        named.map(({ starts, minutes, name }) => [clockOf(starts), words.t('coach:session.part', { name, minutes })]),
      ),
      ...named.flatMap(({ entry, name }) =>
        entry === null
          ? []
          : [
              line(`**${name}.** ${entryIn(words, entry.id).purpose}`),
              line(
                entryIn(words, entry.id)
                  .steps.map((step) => `- ${step}`)
                  .join('\n'),
                { spacing: 'None' },
              ),
            ],
      ),
      choiceInput({
        id: 'part',
        label: words.t('coach:session.change-which'),
        choices: named.map(({ id, name }) => ({ title: name, value: id })),
      }),
      textInput({ id: 'minutes', label: words.t('coach:session.change-minutes'), most: 3 }),
      aside(words.t(session.shared ? 'coach:session.is-shared' : 'coach:session.is-yours')),
    ],
    actions: [
      { title: words.t('coach:session.change'), verb: 'change-session', data },
      {
        title: words.t(session.shared ? 'coach:session.unshare' : 'coach:session.share'),
        verb: 'share-session',
        data: { ...data, shared: !session.shared },
        alone: true,
      },
      { title: words.t('coach:session.discard'), verb: 'discard-session', data, style: 'destructive', alone: true },
    ],
  });
}

function nameOf(words: Words, part: SessionView['parts'][number]): string {
  const { title: named, entry } = part;
  if (named !== null) return titleIn(words, { title: named, entry });
  return part.kind === 'block' || part.kind === 'own' ? '' : words.t(`coach:part.${part.kind}`);
}

/** Minutes from the beginning, as a clock shows them. */
function clockOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function undoOf(team: string, session: SessionView) {
  const data = asJsonObject({ team, session: session.id, revision: session.revision });
  return { verb: 'discard-session', data };
}

/** Other minutes for a part, or the part taken out with 0. */
function change(turn: Turn, sent: z.infer<typeof changing>): Answer | Promise<Answer> {
  const { part, minutes } = sent;
  const wanted = Number(minutes);
  if (part === '' || minutes.trim() === '' || !Number.isInteger(wanted) || wanted < 0) {
    return { messages: [{ text: turn.words.t('coach:session.change-how') }] };
  }
  return edit(turn, sent, wanted === 0 ? { type: 'remove', part } : { type: 'minutes', part, minutes: wanted });
}

function share(turn: Turn, sent: z.infer<typeof sharing>): Promise<Answer> {
  return edit(turn, sent, { type: 'share', shared: sent.shared });
}

type Edit =
  | { readonly type: 'minutes'; readonly part: string; readonly minutes: number }
  | { readonly type: 'remove'; readonly part: string }
  | { readonly type: 'share'; readonly shared: boolean };

async function edit(turn: Turn, { team, session, revision }: z.infer<typeof about>, input: Edit): Promise<Answer> {
  const changed = await turn.operate('changeSession', {
    params: { team, session },
    input,
    ifMatch: String(revision),
  });
  if (!changed.ok) return refuse(changed.error);
  return {
    messages: [],
    card: agendaCard(turn.words, team, changed.value.value),
    memory: { undo: undoOf(team, changed.value.value) },
  };
}

async function discard(turn: Turn, { team, session, revision }: z.infer<typeof about>): Promise<Answer> {
  const gone = await turn.operate('discardSession', { params: { team, session }, ifMatch: String(revision) });
  return gone.ok ? settle(turn.words.t('coach:session.discarded')) : refuse(gone.error);
}
