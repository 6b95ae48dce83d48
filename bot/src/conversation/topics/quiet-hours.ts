import { z } from 'zod';
import type { OutputOf } from '@plumbline/shared/contract/operation';
import type { Operations } from '@plumbline/shared/contract/operations';
import { MOST_QUIET_DAYS } from '@plumbline/shared/domain/nudges/preferences';
import { refuse, settle, show, taking } from '../answers.ts';
import { aside, card, choiceInput, timeInput, title, words as line, type CardAction } from '../cards/card.ts';
import type { Answer, Topic, Turn } from '../turn.ts';
import type { Words } from '../words.ts';

type Preferences = OutputOf<Operations['viewNudgePreferences']>;

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
/** As a card sends a time of the day, and the days that were marked. */
const clockTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
const choosing = z.object({
  from: clockTime,
  to: clockTime,
  days: z
    .string()
    .regex(/^(?:[1-7](?:,[1-7]){0,6})?$/)
    .default('')
    .transform((days) => (days === '' ? [] : days.split(',').map(Number))),
});

/** When somebody is spoken to unasked, as they chose it, with the ways to change that. */
export const quietHours: Topic = {
  asks: { 'quiet-hours': (turn) => told(turn) },
  takes: { 'quiet-choose': choose, 'quiet-set': taking(choosing, set) },
};

async function told({ words, operate }: Turn): Promise<Answer> {
  const found = await operate('viewNudgePreferences', {});
  if (!found.ok) return refuse(found.error);
  const preferences = found.value.value;
  const now = standing(words, preferences);
  return show(
    now,
    card({
      body: [
        title(words.t('nudges:when')),
        line(now),
        ...(preferences.stopped ? [] : quietWords(words, preferences).map((said) => line(said))),
        aside(words.t('nudges:when.never')),
      ],
      actions: changes(words, preferences),
    }),
  );
}

function standing(words: Words, { stopped, snoozedUntil }: Preferences): string {
  if (stopped) return words.t('nudges:when.is-stopped');
  return snoozedUntil === null
    ? words.t('nudges:when.is-on')
    : words.t('nudges:when.is-snoozed', { moment: words.moment(snoozedUntil) });
}

function quietWords(words: Words, { quiet, timeZone }: Preferences): readonly string[] {
  const { from, to, days } = quiet;
  const hours = { from: words.clock(from), to: words.clock(to) };
  return [
    from === to
      ? words.t('nudges:when.no-hours')
      : timeZone === null
        ? words.t('nudges:when.hours', hours)
        : words.t('nudges:when.hours-in', { ...hours, timeZone }),
    ...(days.length === 0 ? [] : [words.t('nudges:when.days', { names: days.toSorted().map(words.weekday) })]),
  ];
}

/** The form takes the card's place, as it is answered there. */
async function choose({ words, operate }: Turn): Promise<Answer> {
  const found = await operate('viewNudgePreferences', {});
  if (!found.ok) return refuse(found.error);
  const { from, to, days } = found.value.value.quiet;
  const required = words.t('needed');
  return {
    messages: [],
    card: card({
      body: [
        title(words.t('nudges:quiet')),
        timeInput({ id: 'from', label: words.t('nudges:quiet.from'), value: timeOfDay(from), required }),
        timeInput({ id: 'to', label: words.t('nudges:quiet.to'), value: timeOfDay(to), required }),
        choiceInput({
          id: 'days',
          label: words.t('nudges:quiet.days'),
          choices: WEEK.map((day) => ({ title: words.weekday(day), value: String(day) })),
          value: days.toSorted().join(','),
          open: true,
          many: true,
        }),
      ],
      actions: [{ title: words.t('nudges:quiet.save'), verb: 'quiet-set' }],
    }),
  };
}

async function set({ words, operate }: Turn, quiet: z.infer<typeof choosing>): Promise<Answer> {
  if (quiet.days.length > MOST_QUIET_DAYS) return { messages: [{ text: words.t('nudges:quiet.no-day') }] };
  const done = await operate('setNudgePreferences', { input: { quiet } });
  return done.ok ? settle(quietWords(words, done.value.value).join('\n\n')) : refuse(done.error);
}

function timeOfDay(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function changes(words: Words, { stopped, snoozedUntil }: Preferences): readonly CardAction[] {
  const start = { title: words.t('nudges:do.start'), verb: 'nudges-start' };
  const stop = { title: words.t('nudges:do.stop'), verb: 'nudges-stop' };
  if (stopped) return [start];
  const quiet = { title: words.t('nudges:quiet.change'), verb: 'quiet-choose' };
  const later = { title: words.t('nudges:do.later'), verb: 'nudges-later' };
  return [quiet, snoozedUntil === null ? later : start, stop];
}
