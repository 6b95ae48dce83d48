import { z } from 'zod';
import type { InterventionView } from '@plumbline/shared/contract/practice-views';
import { idOf } from '@plumbline/shared/contract/schemas';
import type { TeamView } from '@plumbline/shared/contract/views';
import { percent } from '@plumbline/shared/figures/figure';
import { shapeWord } from '@plumbline/shared/figures/shape-words';
import { asJsonObject, type JsonObject } from '@plumbline/shared/kernel/json';
import { refuse, settle, show, taking } from '../answers.ts';
import { askButton, pickOf } from '../ask.ts';
import { aside, card, choiceInput, dayInput, entries, facts, textInput, title, words as line } from '../cards/card.ts';
import { dimensionChoices, titleOf } from '../dimensions.ts';
import { withTeam } from '../in-team.ts';
import { entryIn, libraryIn, titleIn } from '../library.ts';
import { nearestByWords } from '../nearest.ts';
import type { Answer, Asked, Topic, Turn } from '../turn.ts';
import type { Words } from '../words.ts';

const MOST_LISTED = 5;

const logging = z.object({
  team: idOf('team'),
  entry: z.string().optional(),
  title: z.string(),
  dimension: z.string(),
  day: z.string(),
  measureOn: z.string().default(''),
});
const withdrawing = z.object({ team: idOf('team'), intervention: idOf('intervention'), revision: z.int() });

/** What a coach could try, tried, and what was measured before and after. */
export const interventions: Topic = {
  asks: {
    'what-to-try': (turn, asked) => withTeam(turn, asked, (team) => whatToTry(turn, asked, team)),
    'log-intervention': (turn, asked) => withTeam(turn, asked, (team) => logForm(turn, asked, team)),
    'did-it-help': (turn, asked) => withTeam(turn, asked, (team) => didItHelp(turn, asked, team)),
  },
  takes: { 'log-intervention': taking(logging, log), 'withdraw-intervention': taking(withdrawing, withdraw) },
};

async function whatToTry(turn: Turn, { entities }: Asked, team: TeamView): Promise<Answer> {
  const { words } = turn;
  const { dimension, minutes } = entities;
  const found = await turn.operate('suggestInterventions', {
    params: { team: team.id },
    input: { dimension, minutes },
  });
  if (!found.ok) return refuse(found.error);
  const { suggestions, shape, shownBy, dimension: about } = found.value.value;
  const text =
    about === null
      ? words.t('coach:try.title', { team: team.name })
      : words.t('coach:try.title-on', { team: team.name, dimension: about.title });
  const tried = suggestions.map(({ intervention }) => {
    const said = { team: team.id, text: entryIn(words, intervention.id).title, dimension: about?.id ?? null };
    return { intent: 'log-intervention', entities: said } as const;
  });
  const lines = suggestions.map(({ intervention, because }, at) => {
    const told = entryIn(words, intervention.id);
    const { least, most } = intervention.minutes;
    return [
      line(`**${at + 1}. ${told.title}**`),
      line(told.purpose, { spacing: 'None' }),
      facts([
        [words.t('coach:try.time'), words.t('coach:try.minutes', { least, most })],
        [words.t('coach:try.risk'), `${words.t(`coach:risk.${intervention.risk.level}`)}. ${told.because}`],
        [words.t('coach:try.when-not'), told.whenNot],
        [words.t('coach:try.because'), because.map((rule) => words.t(`coach:rule.${rule}`)).join(', ')],
      ]),
    ];
  });
  return show(
    text,
    card({
      body: [
        title(text),
        ...(shape === null || shownBy === null
          ? [line(words.t('coach:try.no-shape'))]
          : [
              line(
                words.t('coach:try.shape', { shape: words.say(shapeWord(shape)), date: words.day(shownBy.closedAt) }),
              ),
            ]),
        ...entries(lines),
      ],
      actions: tried.map((one) => askButton(words.t('coach:try.log', { title: one.entities.text }), one)),
    }),
    { waiting: pickOf(tried) },
  );
}

/** Which dimension it should move is asked, never guessed. */
function logForm({ words, now }: Turn, { entities }: Asked, team: TeamView): Answer {
  const text = words.t('coach:log.title', { team: team.name });
  const said = entities.text ?? '';
  const library = libraryIn(words);
  const [entry, ...others] = said === '' ? [] : nearestByWords(said, library, (one) => one.title);
  const known = entry !== undefined && others.length === 0 ? entry : undefined;
  return show(
    text,
    card({
      body: [
        title(text),
        textInput({
          id: 'title',
          label: words.t('coach:log.what'),
          value: known?.title ?? said,
          most: 120,
          required: words.t('needed'),
        }),
        choiceInput({
          id: 'dimension',
          label: words.t('coach:log.dimension'),
          choices: dimensionChoices(team),
          ...(entities.dimension === null ? {} : { value: entities.dimension }),
          required: words.t('needed'),
        }),
        dayInput({
          id: 'day',
          label: words.t('coach:log.day'),
          value: entities.from ?? words.isoDay(now),
          required: words.t('needed'),
        }),
        dayInput({ id: 'measureOn', label: words.t('coach:log.measure-on') }),
        aside(words.t('coach:log.measure-usual')),
      ],
      actions: [
        {
          title: words.t('coach:log.keep'),
          verb: 'log-intervention',
          data: asJsonObject({ team: team.id, ...(known ? { entry: known.id } : {}) }),
        },
      ],
    }),
  );
}

async function log(turn: Turn, sent: z.infer<typeof logging>): Promise<Answer> {
  const { words } = turn;
  const { team, title: name, dimension, day, measureOn } = sent;
  const entry = libraryIn(words).find((one) => one.id === sent.entry && one.title === name.trim());
  const kept = await turn.operate('logIntervention', {
    params: { team },
    input: {
      title: entry ? '' : name,
      entry: entry?.id ?? null,
      dimension,
      day,
      measureOn: measureOn === '' ? null : measureOn,
    },
    key: turn.key('log intervention'),
  });
  if (!kept.ok) return refuse(kept.error);
  const { value } = kept.value;
  return settle(
    words.t(`coach:logged.${value.measureBecause}`, {
      title: titleIn(words, value),
      dimension: value.dimension.title,
      date: words.date(value.measureOn),
    }),
    {
      team,
      undo: {
        verb: 'withdraw-intervention',
        data: asJsonObject({ team, intervention: value.id, revision: value.revision }),
      },
    },
  );
}

async function withdraw(turn: Turn, sent: z.infer<typeof withdrawing>): Promise<Answer> {
  const { team, intervention, revision } = sent;
  const gone = await turn.operate('withdrawIntervention', {
    params: { team, intervention },
    ifMatch: String(revision),
  });
  return gone.ok ? settle(turn.words.t('coach:logged.withdrawn')) : refuse(gone.error);
}

async function didItHelp(turn: Turn, { entities }: Asked, team: TeamView): Promise<Answer> {
  const { words } = turn;
  const found = await turn.operate('viewInterventions', { params: { team: team.id } });
  if (!found.ok) return refuse(found.error);
  const all = found.value.value.interventions.filter(
    ({ dimension }) => entities.dimension === null || dimension.id === entities.dimension,
  );
  const named = entities.text === null ? [] : nearestByWords(entities.text, all, (one) => titleIn(words, one));
  const asked = (named.length > 0 ? named : all).slice(0, MOST_LISTED);
  if (asked.length === 0) {
    const about = entities.dimension === null ? team.name : `${team.name}, ${titleOf(team, entities.dimension)}`;
    return { messages: [{ text: words.t('coach:helped.none', { about }) }] };
  }
  const text = words.t('coach:helped.title', { team: team.name });
  return show(
    text,
    card({
      body: [
        title(text),
        ...entries(asked.map((one) => linesOf(words, one))),
        ...(asked.some(({ helped }) => helped.status === 'compared')
          ? [line(`_${words.t('coach:helped.not-proof')}_`)]
          : []),
      ],
    }),
  );
}

function linesOf(words: Words, intervention: InterventionView): readonly JsonObject[] {
  const { day, dimension, helped } = intervention;
  const head = [
    line(`**${titleIn(words, intervention)}**`),
    line(words.t('coach:helped.when', { date: words.date(day), dimension: dimension.title }), { spacing: 'None' }),
  ];
  if (helped.status === 'missing') {
    const { missing, next } = helped;
    const said = [
      words.t(`coach:helped.missing-${missing}`),
      ...(next === null ? [] : [words.t(`coach:helped.next-${next.because}`, { date: words.date(next.day) })]),
    ];
    return [...head, line(said.join(' '), { spacing: 'None' })];
  }
  const { before, after, direction, cautions } = helped;
  const at = (one: typeof before): string =>
    words.t('coach:helped.measured', {
      date: words.day(one.closedAt),
      n: one.ballots,
      invited: one.invited,
      level: one.level === null ? words.t('coach:helped.no-level') : percent(one.level),
      shape: words.say(shapeWord(one.shape)),
    });
  return [
    ...head,
    line(words.t(`coach:helped.${direction}`), { spacing: 'None' }),
    facts([
      [words.t('coach:helped.before'), at(before)],
      [words.t('coach:helped.after'), at(after)],
    ]),
    ...cautions.map((caution) => aside(words.t(`coach:caution.${caution}`))),
  ];
}
