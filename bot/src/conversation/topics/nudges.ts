import { z } from 'zod';
import { idOf } from '@plumbline/shared/contract/schemas';
import type { MeetingCard, TeamView } from '@plumbline/shared/contract/views';
import { isBefore } from '@plumbline/shared/domain/meeting/phases';
import { asJsonObject } from '@plumbline/shared/kernel/json';
import { dayAfter, instantOf, wallTimeAt } from '@plumbline/shared/kernel/time-zone';
import type { Instant } from '@plumbline/shared/kernel/instant';
import { ok, type Result } from '@plumbline/shared/kernel/result';
import { refuse, say, settle, taking } from '../answers.ts';
import { card, words as line, type CardAction } from '../cards/card.ts';
import type { OperateError } from '../operate.ts';
import type { Answer, Topic, Turn } from '../turn.ts';
import type { Words } from '../words.ts';

const MOST_OPEN = 3;

const reminding = z.object({
  team: idOf('team'),
  meeting: idOf('meeting').optional(),
  about: z.enum(['commitments', 'contract']).default('commitments'),
});

/** Being spoken to unasked: later, no more, and again. */
export const nudges: Topic = {
  asks: {
    'remind-later': async (turn, { entities }) => said(await later(turn, entities.at)),
    'start-again': async (turn) => said(await start(turn)),
  },
  takes: {
    'nudges-later': async (turn) => settled(await later(turn, null)),
    'nudges-stop': stop,
    'nudges-start': async (turn) => settled(await start(turn)),
    remind: taking(reminding, remind),
  },
};

/** Has people reminded of a meeting that asks for answers, named where it is not the only one, or, without one, of the team's overdue commitments. */
export function remindButton(
  words: Words,
  team: Pick<TeamView, 'id'>,
  meeting: (Pick<MeetingCard, 'id' | 'title'> & { readonly isOnly: boolean }) | null,
): CardAction {
  return meeting === null
    ? { title: words.t('remind.overdue'), verb: 'remind', data: asJsonObject({ team: team.id }) }
    : {
        title: meeting.isOnly ? words.t('remind.only') : words.t('remind.answers', { title: meeting.title }),
        verb: 'remind',
        data: asJsonObject({ team: team.id, meeting: meeting.id }),
      };
}

/** Has people reminded of what asks for answers now, for whoever may have that done. */
export function remindButtons(words: Words, team: TeamView): readonly CardAction[] {
  if (!team.abilities.plan) return [];
  const asking = openIn(team).filter(asksNow);
  return asking.map((meeting) => remindButton(words, team, { ...meeting, isOnly: asking.length === 1 }));
}

/** What is open in a team, as much of it as a card has room for. */
export function openIn({ meetings }: TeamView): readonly MeetingCard[] {
  return meetings.filter(({ status }) => status === 'open').slice(0, MOST_OPEN);
}

/** Once people guess what came of it, nobody answers any more. */
function asksNow({ phase }: MeetingCard): boolean {
  return phase === null || isBefore(phase, 'predicting');
}

/** Has whoever has not accepted the contract of a team asked for their yes. */
export function remindOfContractButton(words: Words, team: Pick<TeamView, 'id'>): CardAction {
  return {
    title: words.t('remind.contract'),
    verb: 'remind',
    data: asJsonObject({ team: team.id, about: 'contract' }),
  };
}

/** What is said is the same whoever is reminded, and so it tells nobody who that is. */
async function remind(turn: Turn, { team, meeting, about }: z.infer<typeof reminding>): Promise<Answer> {
  const input = meeting === undefined ? { about } : ({ about: 'answers', meeting } as const);
  const done = await turn.operate('remind', { params: { team }, input });
  return done.ok ? say(turn, `remind.told.${input.about}`) : refuse(done.error);
}

type Told = Result<string, OperateError>;

/** Until the moment that was said, where it is still to come, else until tomorrow. */
async function later({ words, now, operate }: Turn, at: Instant | null): Promise<Told> {
  const tomorrow = instantOf({ day: dayAfter(wallTimeAt(now, words.timeZone).day), minute: 0 }, words.timeZone);
  const until = at !== null && at > now ? at : tomorrow;
  const done = await operate('snooze', { input: { until } });
  return done.ok ? ok(words.t('nudges:later', { moment: words.moment(until) })) : done;
}

async function start({ words, operate }: Turn): Promise<Told> {
  const snoozed = await operate('snooze', { input: { until: null } });
  const done = snoozed.ok ? await operate('setNudgePreferences', { input: { stopped: false } }) : snoozed;
  return done.ok ? ok(words.t('nudges:started')) : done;
}

async function stop({ words, operate }: Turn): Promise<Answer> {
  const done = await operate('setNudgePreferences', { input: { stopped: true } });
  if (!done.ok) return refuse(done.error);
  const again = { title: words.t('nudges:do.start'), verb: 'nudges-start' };
  return { messages: [], card: card({ body: [line(words.t('nudges:stopped'))], actions: [again] }) };
}

function said(told: Told): Answer {
  return told.ok ? { messages: [{ text: told.value }] } : refuse(told.error);
}

function settled(told: Told): Answer {
  return told.ok ? settle(told.value) : refuse(told.error);
}
