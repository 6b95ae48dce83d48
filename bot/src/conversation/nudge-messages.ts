import type { Letter } from '@plumbline/shared/application/ports/messenger';
import type { Nudge } from '@plumbline/shared/domain/nudges/nudge';
import { assert } from '@plumbline/shared/kernel/assert';
import type { Instant } from '@plumbline/shared/kernel/instant';
import { asJsonObject, type JsonObject } from '@plumbline/shared/kernel/json';
import { askButton } from './ask.ts';
import { card, entries, words as line, type CardAction } from './cards/card.ts';
import type { Message } from './effect.ts';
import { wordsFor, type Words } from './words.ts';

/**
 * What the bot says unasked. The text is what stands on a locked screen: the team's name and what is to be done, no words
 * that anybody typed beside it. At most three buttons: doing it, being reminded tomorrow, and hearing no more of this.
 */
export function nudgeMessage({ nudges, locale, timeZone }: Letter, now: Instant): Message {
  const words = wordsFor({ locale, timeZone, now });
  const [first] = nudges;
  assert(first, 'a message says something');
  const isOne = nudges.length === 1;
  const text = isOne ? textOf(words, first) : words.t('nudges:text.several', { count: nudges.length });
  const act = isOne ? actOf(words, first) : askButton(words.t('nudges:do.several'), { intent: 'open-for-me' });
  return {
    text,
    card: card({
      body: [...(isOne ? [] : [line(text)]), ...entries(nudges.map((nudge) => linesOf(words, nudge)))],
      actions: [
        act,
        { title: words.t('nudges:do.later'), verb: 'nudges-later' },
        { title: words.t('nudges:do.stop'), verb: 'nudges-stop' },
      ],
    }),
  };
}

function textOf(words: Words, nudge: Nudge): string {
  if (nudge.kind === 'not-yours-to-open') return words.t('nudges:text.not-yours-to-open');
  const team = nudge.teamName;
  return nudge.kind === 'check-in'
    ? words.t('nudges:text.check-in', { team, due: words.date(nudge.due) })
    : words.t(`nudges:text.${nudge.kind}`, { team });
}

function linesOf(words: Words, nudge: Nudge): readonly JsonObject[] {
  const [head, below] = saidOf(words, nudge);
  return [line(`**${head}**`), line(below, { spacing: 'None' })];
}

function saidOf(words: Words, nudge: Nudge): readonly [head: string, below: string] {
  if (nudge.kind === 'not-yours-to-open') {
    return [words.t('nudges:line.not-yours-to-open'), words.t('nudges:line.not-yours-to-open.why')];
  }
  const team = nudge.teamName;
  switch (nudge.kind) {
    case 'invitation':
    case 'reminder': {
      const { kind, title, closesAt } = nudge;
      const asks =
        closesAt === null
          ? words.t(`nudges:line.${kind}`)
          : words.t(`nudges:line.${kind}-until`, { moment: words.moment(closesAt) });
      return [title, `${team} · ${asks}`];
    }
    case 'check-in':
      return [nudge.sentence, words.t('nudges:line.check-in', { team, due: words.date(nudge.due) })];
    case 'digest':
      return [nudge.title, words.t('nudges:line.digest', { team, date: words.day(nudge.closedAt) })];
    case 'contract':
      return [
        words.t('nudges:line.contract', { team }),
        words.t('nudges:line.contract.version', { version: nudge.version }),
      ];
    case 'not-opened':
      return [nudge.title, words.t(`nudges:line.not-opened.${nudge.because}`, { team })];
    case 'measure':
      return [
        words.t('nudges:line.measure', { team }),
        words.t(`nudges:line.measure.${nudge.why}`, { day: words.date(nudge.day) }),
      ];
  }
}

function actOf(words: Words, nudge: Nudge): CardAction {
  if (nudge.kind === 'not-yours-to-open') {
    return askButton(words.t('nudges:do.several'), { intent: 'open-for-me' });
  }
  const { team } = nudge;
  switch (nudge.kind) {
    case 'invitation':
    case 'reminder':
      return { title: words.t('nudges:do.answer'), verb: 'answer', data: asJsonObject({ meeting: nudge.meeting }) };
    case 'check-in': {
      const data = asJsonObject({ team, commitment: nudge.commitment, status: 'done' });
      return { title: words.t('nudges:do.done'), verb: 'check-in', data };
    }
    case 'digest':
      return askButton(words.t('nudges:do.results'), {
        intent: nudge.asks === 'team' ? 'show-team' : 'stakeholders-say',
        entities: { team },
      });
    case 'contract':
      return askButton(words.t('nudges:do.contract'), { intent: 'contract', entities: { team } });
    case 'not-opened': {
      const data = asJsonObject({ meeting: nudge.meeting });
      return { title: words.t('nudges:do.open-now'), verb: 'open-planned', data };
    }
    case 'measure':
      return askButton(words.t('nudges:do.measure'), { intent: 'send-pulse', entities: { team } });
  }
}
