import { z } from 'zod';
import type { TeamView } from '@plumbline/shared/contract/views';
import { symptomKinds } from '@plumbline/shared/domain/coaching/incident';
import { asJsonObject, type JsonObject } from '@plumbline/shared/kernel/json';
import { isId } from '@plumbline/shared/kernel/ids';
import { refuse, settle, show } from '../answers.ts';
import { aside, card, choiceInput, dayInput, entries, textInput, title, words as line } from '../cards/card.ts';
import { withTeam } from '../in-team.ts';
import type { Answer, Asked, Topic, Turn } from '../turn.ts';
import { periodOf } from './notes.ts';

const MOST_LISTED = 10;

/** Dated things that happened, each of a symptom kind; not opinions. */
export const incidents: Topic = {
  asks: {
    'log-incident': (turn, asked) => withTeam(turn, asked, (team) => Promise.resolve(form(turn, asked, team))),
    incidents: (turn, asked) => withTeam(turn, asked, (team) => list(turn, asked, team)),
  },
  takes: { 'log-incident': log, 'withdraw-incident': withdraw },
};

function form({ words, now }: Turn, { entities }: Asked, team: TeamView): Answer {
  const text = words.t('coach:incident.title', { team: team.name });
  return show(
    text,
    card({
      body: [
        title(text),
        textInput({
          id: 'text',
          label: words.t('coach:incident.what'),
          value: entities.text ?? '',
          most: 500,
          long: true,
          required: words.t('needed'),
        }),
        choiceInput({
          id: 'kind',
          label: words.t('coach:incident.kind'),
          choices: symptomKinds().map(({ id, text: name }) => ({ title: name, value: id })),
          required: words.t('needed'),
        }),
        dayInput({
          id: 'day',
          label: words.t('coach:incident.day'),
          value: entities.from ?? words.isoDay(now),
          required: words.t('needed'),
        }),
        aside(words.t('coach:incident.who-sees')),
      ],
      actions: [{ title: words.t('coach:incident.keep'), verb: 'log-incident', data: asJsonObject({ team: team.id }) }],
    }),
  );
}

const logging = z.object({ team: z.string(), text: z.string(), kind: z.string(), day: z.string() });

async function log(turn: Turn, data: JsonObject): Promise<Answer> {
  const { words } = turn;
  const parsed = logging.safeParse(data);
  const kind = symptomKinds().find(({ id }) => parsed.success && id === parsed.data.kind);
  if (!parsed.success || !kind || !isId('team', parsed.data.team)) return settle(words.t('card.old'));
  const { team, text, day } = parsed.data;
  const kept = await turn.operate('logIncident', {
    params: { team },
    input: { kind: kind.id, day, text },
    key: turn.key('log incident'),
  });
  if (!kept.ok) return refuse(kept.error);
  const { id, revision } = kept.value.value;
  return settle(words.t('coach:incident.kept', { date: words.date(day) }), {
    team,
    undo: { verb: 'withdraw-incident', data: asJsonObject({ team, incident: id, revision }) },
  });
}

const withdrawing = z.object({ team: z.string(), incident: z.string(), revision: z.int() });

async function withdraw(turn: Turn, data: JsonObject): Promise<Answer> {
  const parsed = withdrawing.safeParse(data);
  if (!parsed.success || !isId('team', parsed.data.team) || !isId('incident', parsed.data.incident)) {
    return settle(turn.words.t('card.old'));
  }
  const { team, incident, revision } = parsed.data;
  const gone = await turn.operate('withdrawIncident', { params: { team, incident }, ifMatch: String(revision) });
  return gone.ok ? settle(turn.words.t('coach:incident.withdrawn')) : refuse(gone.error);
}

async function list(turn: Turn, { entities }: Asked, team: TeamView): Promise<Answer> {
  const { words } = turn;
  const { from, to } = entities;
  const found = await turn.operate('viewIncidents', {
    params: { team: team.id, kind: 'all', period: periodOf(from, to) },
  });
  if (!found.ok) return refuse(found.error);
  const { incidents: all } = found.value.value;
  const text = words.t('coach:incidents.title', { team: team.name, count: all.length });
  if (all.length === 0) return { messages: [{ text }] };
  return show(
    text,
    card({
      body: [
        title(text),
        ...entries(
          all
            .slice(0, MOST_LISTED)
            .map((one) => [line(one.text), aside([words.date(one.day), one.kind.text, one.by.name].join(' · '))]),
        ),
        ...(all.length > MOST_LISTED ? [aside(words.t('commitments.more', { count: all.length - MOST_LISTED }))] : []),
      ],
    }),
    { list: all.slice(0, MOST_LISTED).map(({ id }) => ({ kind: 'incident', id })) },
  );
}
