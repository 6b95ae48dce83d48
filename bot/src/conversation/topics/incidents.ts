import { z } from 'zod';
import { idOf } from '@plumbline/shared/contract/schemas';
import type { IncidentView } from '@plumbline/shared/contract/practice-views';
import type { TeamView } from '@plumbline/shared/contract/views';
import { symptomKinds } from '@plumbline/shared/domain/coaching/incident';
import { asJsonObject, type JsonObject } from '@plumbline/shared/kernel/json';
import { refuse, settle, show, taking } from '../answers.ts';
import { aside, card, choiceInput, dayInput, entries, textInput, title, words as line } from '../cards/card.ts';
import { withTeam } from '../in-team.ts';
import type { Answer, Asked, Topic, Turn } from '../turn.ts';
import type { Words } from '../words.ts';
import { periodOf } from './notes.ts';

const MOST_LISTED = 10;

const logging = z.object({
  team: idOf('team'),
  text: z.string(),
  kind: z.enum(symptomKinds().map(({ id }) => id)),
  day: z.string(),
});
const withdrawing = z.object({ team: idOf('team'), incident: idOf('incident'), revision: z.int() });

/** Dated things that happened, each of a symptom kind; not opinions. */
export const incidents: Topic = {
  asks: {
    'log-incident': (turn, asked) => withTeam(turn, asked, (team) => form(turn, asked, team)),
    incidents: (turn, asked) => withTeam(turn, asked, (team) => list(turn, asked, team)),
  },
  takes: { 'log-incident': taking(logging, log), 'withdraw-incident': taking(withdrawing, withdraw) },
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
          choices: symptomKinds(words.language).map(({ id, text: name }) => ({ title: name, value: id })),
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

async function log(turn: Turn, { team, ...input }: z.infer<typeof logging>): Promise<Answer> {
  const { words } = turn;
  const kept = await turn.operate('logIncident', {
    params: { team },
    input,
    key: turn.key('log incident'),
  });
  if (!kept.ok) return refuse(kept.error);
  const { id, revision } = kept.value.value;
  return settle(words.t('coach:incident.kept', { date: words.date(kept.value.value.day) }), {
    team,
    undo: { verb: 'withdraw-incident', data: asJsonObject({ team, incident: id, revision }) },
  });
}

async function withdraw(turn: Turn, sent: z.infer<typeof withdrawing>): Promise<Answer> {
  const { team, incident, revision } = sent;
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
  const { incidents, total } = found.value.value;
  const text = words.t('coach:incidents.title', { team: team.name, count: total });
  if (total === 0) return { messages: [{ text }] };
  return show(
    text,
    card({
      body: [
        title(text),
        ...entries(incidents.slice(0, MOST_LISTED).map((one) => incidentEntry(words, one))),
        ...(total > MOST_LISTED ? [aside(words.t('commitments.more', { count: total - MOST_LISTED }))] : []),
      ],
    }),
  );
}

/** What happened, and below it when, what it is a sign of, and who told it. */
export function incidentEntry(words: Words, { text, day, kind, by }: IncidentView): readonly JsonObject[] {
  return [line(text), aside([words.date(day), kind.text, by.name].join(' · '))];
}
