import type { OutputOf } from '@plumbline/shared/contract/operation';
import type { Operations } from '@plumbline/shared/contract/operations';
import { refuse, show } from '../answers.ts';
import { aside, card, title, words as line, type CardAction } from '../cards/card.ts';
import type { Answer, Topic, Turn } from '../turn.ts';
import type { Words } from '../words.ts';

type Preferences = OutputOf<Operations['viewNudgePreferences']>;

/** When somebody is spoken to unasked, as they chose it, with the ways to change that. */
export const quietHours: Topic = {
  asks: { 'quiet-hours': (turn) => told(turn) },
  takes: {},
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

function changes(words: Words, { stopped, snoozedUntil }: Preferences): readonly CardAction[] {
  const start = { title: words.t('nudges:do.start'), verb: 'nudges-start' };
  const stop = { title: words.t('nudges:do.stop'), verb: 'nudges-stop' };
  if (stopped) return [start];
  return snoozedUntil === null ? [{ title: words.t('nudges:do.later'), verb: 'nudges-later' }, stop] : [start, stop];
}
