import { z } from 'zod';
import type { MeetingCard, MeetingView, TeamView } from '@plumbline/shared/contract/views';
import { SIXTY_MINUTES } from '@plumbline/shared/domain/meeting/phases';
import { isId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { asJsonObject, type JsonObject } from '@plumbline/shared/kernel/json';
import { refuse, say, settle, show } from '../answers.ts';
import { aside, card, choiceInput, facts, textInput, title, words as line } from '../cards/card.ts';
import { withTeam } from '../in-team.ts';
import type { Answer, Asked, Topic, Turn } from '../turn.ts';

const DAYS_OPEN = [3, 7, 14] as const;
const USUAL_DAYS = 7;
const MOST_SHOWN = 3;

/** Asking a team over days, and how many have answered. */
export const pulses: Topic = {
  asks: {
    'send-pulse': (turn, asked) => withTeam(turn, asked, (team) => Promise.resolve(preview(turn, team, asked))),
    'response-rate': (turn, asked) => withTeam(turn, asked, (team) => responseRate(turn, team)),
  },
  takes: { 'send-pulse': send, 'plan-pulse': plan },
};

function preview({ words, now, link }: Turn, team: TeamView, { entities }: Asked): Answer {
  if (!team.abilities.plan) return { messages: [{ text: words.t('pulse.not-yours') }] };
  const leaders = team.members.filter(({ role }) => role === 'leader').length;
  const later = entities.at !== null && entities.at > now ? entities.at : null;
  const text = words.t('pulse.title', { team: team.name });
  const data = asJsonObject({ team: team.id, ...(later === null ? {} : { at: later }) });
  const [first] = team.instruments;
  const coaching = team.instruments.find(({ id }) => id === 'instrument_coaching');
  const usual = coaching ?? first;
  return show(
    text,
    card({
      body: [
        title(text),
        facts([
          [words.t('pulse.audience'), words.t('pulse.leaders', { count: leaders })],
          [words.t('pulse.shown'), words.t('pulse.shown-from', { count: team.minimumGroup })],
          [words.t('pulse.secret'), words.t('pulse.secret-how')],
        ]),
        ...(leaders < team.minimumGroup
          ? [line(`**${words.t('pulse.too-few', { leaders, needed: team.minimumGroup })}**`)]
          : []),
        choiceInput({
          id: 'instrument',
          label: words.t('pulse.questions'),
          choices: team.instruments.map(({ id, version, title: name, dimensions }) => ({
            title: words.t('pulse.questions-of', {
              title: name,
              count: dimensions.reduce((sum, { questions }) => sum + questions.length, 0),
            }),
            value: `${id}:${version}`,
          })),
          ...(usual ? { value: `${usual.id}:${usual.version}` } : {}),
          required: words.t('needed'),
        }),
        textInput({
          id: 'title',
          label: words.t('pulse.name'),
          value: words.t('pulse.usual-name', { date: words.day(now) }),
          most: 120,
          required: words.t('needed'),
        }),
        choiceInput({
          id: 'days',
          label: words.t('pulse.open-for'),
          choices: DAYS_OPEN.map((days) => ({ title: words.t('pulse.days', { count: days }), value: String(days) })),
          value: String(USUAL_DAYS),
          required: words.t('needed'),
        }),
        ...(later === null ? [] : [aside(words.t('pulse.later', { moment: words.moment(later) }))]),
      ],
      actions: [
        { title: words.t('pulse.send'), verb: 'send-pulse', data },
        ...(later === null
          ? []
          : [{ title: words.t('pulse.plan', { moment: words.moment(later) }), verb: 'plan-pulse', data }]),
        { title: words.t('open.team'), url: link({ kind: 'team', id: team.id }, team.name) },
      ],
    }),
  );
}

const form = z.object({
  team: z.string(),
  instrument: z.string(),
  title: z.string(),
  days: z.coerce.number().int().min(1).max(60),
  at: z.int().optional(),
});

/** Plans the pulse and opens it. Sent again, it finds what the first time made. */
async function send(turn: Turn, data: JsonObject): Promise<Answer> {
  const planned = await compose(turn, data);
  if ('answer' in planned) return planned.answer;
  const { meeting, revision, days } = planned;
  // A second tap finds it open.
  if (meeting.status !== 'draft') return sent(turn, meeting);
  const closesAt = turn.now + days * DAY;
  const opened = await turn.operate('openMeeting', {
    params: { meeting: meeting.id },
    input: { closesAt },
    ifMatch: revision,
  });
  return opened.ok ? sent(turn, opened.value.value) : refuse(opened.error);
}

function sent({ words }: Turn, { composition, leaders, closesAt }: MeetingView): Answer {
  const values = { title: composition.title, count: leaders };
  return settle(
    closesAt === null
      ? words.t('pulse.sent', values)
      : words.t('pulse.sent-until', { ...values, moment: words.moment(closesAt) }),
  );
}

async function plan(turn: Turn, data: JsonObject): Promise<Answer> {
  const planned = await compose(turn, data);
  if ('answer' in planned) return planned.answer;
  const { composition } = planned.meeting;
  const { scheduledFor } = composition;
  return settle(
    turn.words.t('pulse.planned', {
      title: composition.title,
      moment: scheduledFor === null ? '' : turn.words.moment(scheduledFor),
    }),
  );
}

async function compose(turn: Turn, data: JsonObject) {
  const parsed = form.safeParse(data);
  const [id = '', version = ''] = parsed.success ? parsed.data.instrument.split(':') : [];
  if (!parsed.success || !isId('team', parsed.data.team) || !isId('instrument', id)) {
    return { answer: settle(turn.words.t('card.old')) };
  }
  const { team, title: name, days, at } = parsed.data;
  const made = await turn.operate('composeMeeting', {
    params: { team },
    key: turn.key('compose pulse'),
    input: {
      format: 'pulse',
      composition: {
        title: name,
        purpose: '',
        mode: 'anonymous',
        scheduledFor: at ?? null,
        instrument: { id, version: Number(version) },
        ownQuestions: [],
        priorities: [],
        prioritiesAs: 'ranking',
        minutes: SIXTY_MINUTES,
      },
    },
  });
  if (!made.ok) return { answer: refuse(made.error) };
  return { meeting: made.value.value, revision: String(made.value.value.revision), days };
}

/** How many have answered, in the steps in which everybody may know it, and no names. */
async function responseRate(turn: Turn, team: TeamView): Promise<Answer> {
  const { words, link } = turn;
  const open = team.meetings.filter(({ status }) => status === 'open');
  const last = team.trend.at(-1);
  if (open.length === 0) {
    if (!last) return say(turn, 'rate.none', { team: team.name });
    const values = { title: last.title, date: words.day(last.closedAt), invited: last.invited };
    return last.ballots === null
      ? say(turn, 'rate.last-held', values)
      : say(turn, 'rate.last', { ...values, count: last.ballots });
  }
  const counted = await Promise.all(open.slice(0, MOST_SHOWN).map((meeting) => countOf(turn, meeting)));
  const lines = counted.filter((one) => one !== null);
  const [first] = open;
  if (lines.length === 0 || !first) return say(turn, 'rate.none', { team: team.name });
  return show(
    lines.join('\n\n'),
    card({
      body: [title(team.name), ...lines.map((one) => line(one)), aside(words.t('rate.steps'))],
      actions: [{ title: words.t('open.meeting'), url: link({ kind: 'meeting', id: first.id }, first.title) }],
    }),
  );
}

async function countOf(turn: Turn, { id, title: name, closesAt }: MeetingCard): Promise<string | null> {
  const view = await turn.operate('viewMeeting', { params: { meeting: id } });
  if (!view.ok) return null;
  const rating = view.value.value.rounds.find(({ purpose }) => purpose === 'rating');
  if (!rating) return null;
  const values = { title: name, counted: rating.counted, invited: rating.invited };
  return closesAt === null
    ? turn.words.t('rate.open', values)
    : turn.words.t('rate.open-until', { ...values, moment: turn.words.moment(closesAt) });
}
