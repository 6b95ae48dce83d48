import { SMALLEST_MINIMUM_GROUP } from '@plumbline/shared/domain/team/team';
import { ok } from '@plumbline/shared/kernel/result';
import { refuse, show } from '../answers.ts';
import { askButton } from '../ask.ts';
import { aside, card, title, words as line, type CardAction } from '../cards/card.ts';
import type { Answer, Topic, Turn } from '../turn.ts';

/** What is promised to everybody, in the order that people ask about it. */
const PROMISES = ['answers', 'results', 'after', 'named', 'sponsor', 'notes', 'chat'] as const;
const MOST_CONTRACTS = 3;

/** What becomes of what somebody says, and who sees it. */
export const privacy: Topic = {
  asks: { privacy: (turn) => promises(turn) },
  takes: {},
};

/** The same for everybody; what a contract says beside it is its own to tell. */
async function promises(turn: Turn): Promise<Answer> {
  const contracts = await contractButtons(turn);
  if (!contracts.ok) return refuse(contracts.error);
  const { words, link } = turn;
  const said = (about: (typeof PROMISES)[number]): string =>
    `**${words.t(`privacy.${about}`)}** ${words.t(`privacy.${about}.how`, { minimum: SMALLEST_MINIMUM_GROUP })}`;
  return show(
    `${said('answers')} ${said('named')}`,
    card({
      body: [
        title(words.t('privacy.title')),
        ...PROMISES.map((about) => line(said(about))),
        aside(words.t('privacy.yours')),
      ],
      actions: [
        ...contracts.value,
        { title: words.t('open.home'), url: link({ kind: 'home' }, 'Plumbline') },
        askButton(words.t('delete.yes'), { intent: 'delete-my-data' }),
      ],
    }),
  );
}

/** The contracts of the person's teams, as far as they may read them. */
async function contractButtons({ home, operate, words }: Turn) {
  const found = await home();
  if (!found.ok) return found;
  const all = await Promise.all(
    found.value.teams.map(async ({ id, name }): Promise<readonly CardAction[]> => {
      const engagement = await operate('viewEngagement', { params: { team: id } });
      if (!engagement.ok || engagement.value.value.contract === null) return [];
      return [askButton(words.t('open.read-contract', { team: name }), { intent: 'contract', entities: { team: id } })];
    }),
  );
  return ok(all.flat().slice(0, MOST_CONTRACTS));
}
