import { z } from 'zod';
import { idOf } from '@plumbline/shared/contract/schemas';
import type { MeetingCard, MeetingView, TeamView } from '@plumbline/shared/contract/views';
import { SIXTY_MINUTES } from '@plumbline/shared/domain/meeting/phases';
import { DAY, type Instant } from '@plumbline/shared/kernel/instant';
import { asJsonObject } from '@plumbline/shared/kernel/json';
import { refuse, say, settle, show, taking } from '../answers.ts';
import { askAgain, askButton } from '../ask.ts';
import { aside, card, facts, title, words as line } from '../cards/card.ts';
import { withTeam } from '../in-team.ts';
import type { Answer, Asked, Topic, Turn } from '../turn.ts';
import { openIn, remindButtons } from './nudges.ts';
import { chosenInstrument, pulseInputs } from './asking.ts';
import { planned } from './openings.ts';

const composing = z.object({
  team: idOf('team'),
  instrument: chosenInstrument,
  title: z.string(),
  days: z.coerce.number().int().min(1).max(60),
  at: z.int().nullable().default(null),
});
type Composing = z.infer<typeof composing>;

/** Asking a team over days, and how many have answered. */
export const pulses: Topic = {
  asks: {
    'send-pulse': (turn, asked) => withTeam(turn, asked, (team) => preview(turn, team, asked)),
    'response-rate': (turn, asked) => withTeam(turn, asked, (team) => responseRate(turn, team)),
  },
  takes: { 'send-pulse': taking(composing, send), 'plan-pulse': taking(composing, plan) },
};

function preview(turn: Turn, team: TeamView, { entities }: Asked): Answer {
  const { words, now, link } = turn;
  if (!team.abilities.plan) return { messages: [{ text: words.t('pulse.not-yours') }] };
  const leaders = team.members.filter(({ role }) => role === 'leader').length;
  if (leaders < team.minimumGroup) return tooFew(turn, team, leaders);
  const later = entities.at !== null && entities.at > now ? entities.at : null;
  const text = words.t('pulse.title', { team: team.name });
  const data = asJsonObject({ team: team.id, at: later });
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
        ...pulseInputs(words, team, words.t('pulse.usual-name', { date: words.day(now) })),
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

/** A pulse that could not be opened is not offered; what would help is. */
function tooFew({ words, link }: Turn, team: TeamView, leaders: number): Answer {
  const text = words.t('pulse.too-few', { count: leaders, needed: team.minimumGroup });
  return show(
    text,
    card({
      body: [title(words.t('pulse.title', { team: team.name })), line(text), line(words.t('pulse.too-few.how'))],
      actions: [
        { title: words.t('open.team'), url: link({ kind: 'team', id: team.id }, team.name) },
        askButton(words.t('ask.ask-stakeholders'), { intent: 'ask-stakeholders', entities: { team: team.id } }),
      ],
    }),
  );
}

/** Plans the pulse and opens it. Sent again, it finds what the first time made; a plan that can't be opened is not left over. */
async function send(turn: Turn, sending: Composing): Promise<Answer> {
  const planned = await compose(turn, sending);
  if (!planned.ok) return refuse(planned.error);
  const { value: meeting } = planned.value;
  // A second tap finds it open.
  if (meeting.status !== 'draft') return sent(turn, meeting);
  const params = { meeting: meeting.id };
  const ifMatch = String(meeting.revision);
  const closesAt = turn.now + sending.days * DAY;
  const opened = await turn.operate('openMeeting', { params, input: { closesAt }, ifMatch });
  if (opened.ok) return sent(turn, opened.value.value);
  await turn.operate('discardDraft', { params, ifMatch });
  return refuse(opened.error);
}

function sent({ words }: Turn, { composition, leaders, closesAt }: MeetingView): Answer {
  const values = { title: composition.title, count: leaders };
  return settle(
    closesAt === null
      ? words.t('pulse.sent', values)
      : words.t('pulse.sent-until', { ...values, moment: words.moment(closesAt) }),
  );
}

async function plan(turn: Turn, planning: Composing): Promise<Answer> {
  const { at: opensAt } = planning;
  if (opensAt === null) return settle(turn.words.t('card.old'));
  const composed = await compose(turn, planning);
  if (!composed.ok) return refuse(composed.error);
  const { value: meeting } = composed.value;
  // A second tap finds it planned.
  if (meeting.opening !== null) return planned(turn, meeting);
  const params = { meeting: meeting.id };
  const ifMatch = String(meeting.revision);
  const input = { opensAt, closesAt: opensAt + planning.days * DAY };
  const done = await turn.operate('planOpening', { params, input, ifMatch });
  if (done.ok) return planned(turn, done.value.value);
  await turn.operate('discardDraft', { params, ifMatch });
  return refuse(done.error);
}

function compose(turn: Turn, { team, instrument, title: name, days, at }: Composing) {
  return turn.operate('composeMeeting', {
    params: { team },
    // The same card with other words on it asks for another pulse.
    key: turn.key(`compose pulse ${JSON.stringify([instrument, name, days, at])}`),
    input: {
      format: 'pulse',
      composition: {
        title: name,
        purpose: '',
        mode: 'anonymous',
        scheduledFor: null,
        instrument,
        ownQuestions: [],
        priorities: [],
        prioritiesAs: 'ranking',
        minutes: SIXTY_MINUTES,
      },
    },
  });
}

/** How many have answered, in the steps in which everybody may know it, and no names. */
async function responseRate(turn: Turn, team: TeamView): Promise<Answer> {
  const { words, link } = turn;
  if (team.withheld) return say(turn, 'results.withheld', { team: team.name });
  const open = openIn(team);
  const last = team.trend.at(-1);
  if (open.length === 0) {
    const next = nextToOpen(team);
    if (next) return say(turn, 'rate.planned', { title: next.title, moment: words.moment(next.at) });
    if (!last) return say(turn, 'rate.none', { team: team.name });
    const values = { title: last.title, date: words.day(last.closedAt), invited: last.invited };
    return last.ballots === null
      ? say(turn, 'rate.last-held', values)
      : say(turn, 'rate.last', { ...values, count: last.ballots });
  }
  const counted = await Promise.all(open.map((meeting) => countOf(turn, meeting)));
  const lines = counted.filter((one) => one !== null);
  const [first] = open;
  if (lines.length === 0 || !first) return say(turn, 'rate.none', { team: team.name });
  return show(
    lines.join('\n\n'),
    card({
      body: [title(team.name), ...lines.map((one) => line(one)), aside(words.t('rate.steps'))],
      refresh: askAgain({ intent: 'response-rate', entities: { team: team.id } }),
      actions: [
        ...remindButtons(words, team),
        { title: words.t('open.meeting'), url: link({ kind: 'meeting', id: first.id }, first.title) },
      ],
    }),
  );
}

/** What opens next by itself. */
function nextToOpen({ meetings }: TeamView): { readonly title: string; readonly at: Instant } | undefined {
  const planned = meetings.flatMap(({ status, title: name, opening }) =>
    status === 'draft' && opening?.missed === false ? [{ title: name, at: opening.at }] : [],
  );
  return planned.toSorted((a, b) => a.at - b.at)[0];
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
