import { z } from 'zod';
import { idOf } from '@plumbline/shared/contract/schemas';
import { LEADER_TIERS, SPONSOR_TIERS } from '@plumbline/shared/domain/coaching/contract';
import { asJsonObject, type JsonObject } from '@plumbline/shared/kernel/json';
import { refuse, settle, show, taking } from '../answers.ts';
import { askAgain, askButton } from '../ask.ts';
import {
  aside,
  card,
  choiceInput,
  facts,
  heading,
  textInput,
  title,
  words as line,
  type CardAction,
} from '../cards/card.ts';
import { withEngagement, type About } from '../in-engagement.ts';
import type { Answer, Topic, Turn } from '../turn.ts';
import { remindOfContractButton } from './nudges.ts';

const drafting = z.object({
  team: idOf('team'),
  purpose: z.string(),
  outcomes: z.string(),
  boundaries: z.string().default(''),
  sponsorSees: z.enum(SPONSOR_TIERS),
  leadersSee: z.enum(LEADER_TIERS),
});
const accepting = z.object({ team: idOf('team'), version: z.int() });

/** A coach and a team agree on what they do together, and who sees what of it. */
export const contract: Topic = {
  asks: {
    contract: (turn, asked) => withEngagement(turn, asked, (about) => shownOrDrafted(turn, about)),
    'accept-contract': (turn, asked) => withEngagement(turn, asked, (about) => shownOrDrafted(turn, about)),
    'who-accepted': (turn, asked) => withEngagement(turn, asked, (about) => whoAccepted(turn, about)),
  },
  takes: {
    'draft-contract': taking(drafting, draft),
    'accept-contract': taking(accepting, accept),
  },
};

/** The contract as it stands; the coach's first look drafts it with what is usual. */
async function shownOrDrafted(turn: Turn, about: About): Promise<Answer> {
  const { team, view } = about;
  if (view.contract === null && view.me.abilities.draft) {
    const drafted = await turn.operate('draftContract', {
      params: { team: team.id },
      input: {},
      ifMatch: about.revision,
    });
    if (!drafted.ok) return refuse(drafted.error);
    return contractCard(turn, { ...about, view: drafted.value.value });
  }
  return contractCard(turn, about);
}

function contractCard({ words }: Turn, { team, view }: About): Answer {
  const { contract: terms, me } = view;
  if (terms === null) return { messages: [{ text: words.t('coach:contract.none', { team: team.name }) }] };
  const text = words.t('coach:contract.title', { team: team.name, version: terms.version });
  const data = asJsonObject({ team: team.id, version: terms.version });
  const actions: readonly CardAction[] = [
    ...(me.abilities.accept && !me.accepted
      ? [{ title: words.t('coach:contract.accept'), verb: 'accept-contract', data, alone: true }]
      : []),
    ...(me.abilities.draft ? [{ title: words.t('coach:contract.propose'), verb: 'draft-contract', data }] : []),
    askButton(words.t('coach:ask.who-accepted'), { intent: 'who-accepted', entities: { team: team.id } }),
    askButton(words.t('coach:ask.sponsor-view'), { intent: 'sponsor-view', entities: { team: team.id } }),
  ];
  const body = me.abilities.draft
    ? [
        textInput({
          id: 'purpose',
          label: words.t('coach:contract.purpose'),
          value: terms.purpose,
          most: 500,
          long: true,
        }),
        textInput({
          id: 'outcomes',
          label: words.t('coach:contract.outcomes-lines'),
          value: terms.outcomes.join('\n'),
          most: 2_300,
          long: true,
        }),
        textInput({
          id: 'boundaries',
          label: words.t('coach:contract.boundaries-lines'),
          value: terms.boundaries.join('\n'),
          most: 2_300,
          long: true,
        }),
        choiceInput({
          id: 'sponsorSees',
          label: words.t('coach:contract.sponsor-sees'),
          choices: SPONSOR_TIERS.map((tier) => ({ title: words.t(`coach:sponsor-tier.${tier}`), value: tier })),
          value: terms.sees.sponsor,
        }),
        choiceInput({
          id: 'leadersSee',
          label: words.t('coach:contract.leaders-see'),
          choices: LEADER_TIERS.map((tier) => ({ title: words.t(`coach:leader-tier.${tier}`), value: tier })),
          value: terms.sees.leaders,
        }),
      ]
    : [
        line(terms.purpose),
        ...listed(words.t('coach:contract.outcomes'), terms.outcomes),
        ...listed(words.t('coach:contract.boundaries'), terms.boundaries),
        facts([
          [words.t('coach:contract.sponsor-sees'), words.t(`coach:sponsor-tier.${terms.sees.sponsor}`)],
          [words.t('coach:contract.leaders-see'), words.t(`coach:leader-tier.${terms.sees.leaders}`)],
        ]),
      ];
  return show(
    text,
    card({
      body: [
        title(text),
        ...body,
        aside(words.t('coach:contract.coach-only')),
        ...(me.accepted ? [aside(words.t('coach:contract.you-accepted'))] : []),
      ],
      actions,
    }),
  );
}

function listed(name: string, items: readonly string[]): readonly JsonObject[] {
  return items.length === 0
    ? []
    : [heading(name), line(items.map((item) => `- ${item}`).join('\n'), { spacing: 'Small' })];
}

async function draft(turn: Turn, sent: z.infer<typeof drafting>): Promise<Answer> {
  const { team, outcomes, boundaries, ...rest } = sent;
  const known = await turn.operate('viewEngagement', { params: { team } });
  if (!known.ok) return refuse(known.error);
  const drafted = await turn.operate('draftContract', {
    params: { team },
    input: { ...rest, outcomes: linesIn(outcomes), boundaries: linesIn(boundaries) },
    ifMatch: String(known.value.value.revision),
  });
  if (!drafted.ok) return refuse(drafted.error);
  const { version = 0 } = drafted.value.value.contract ?? {};
  return settle(turn.words.t('coach:contract.proposed', { version }));
}

async function accept(turn: Turn, { team, version }: z.infer<typeof accepting>): Promise<Answer> {
  const accepted = await turn.operate('acceptContract', { params: { team }, input: { version } });
  if (!accepted.ok) return refuse(accepted.error);
  const { contract: terms, team: of } = accepted.value.value;
  return settle(
    turn.words.t(terms?.inForce === true ? 'coach:contract.in-force' : 'coach:contract.accepted', {
      team: of.name,
      version,
    }),
  );
}

function whoAccepted({ words }: Turn, { team, view }: About): Answer {
  const { contract: terms } = view;
  if (terms === null) return { messages: [{ text: words.t('coach:contract.none', { team: team.name }) }] };
  const mayRemind = team.abilities.plan && !terms.inForce && view.endedAt === null;
  const yes = terms.parties.filter(({ accepted }) => accepted).length;
  const text = words.t('coach:accepted.title', { version: terms.version, yes, count: terms.parties.length });
  return show(
    text,
    card({
      body: [
        title(text),
        facts(
          terms.parties.map(({ name, as, accepted }) => [
            `${name} (${words.t(`coach:party.${as}`)})`,
            words.t(accepted ? 'coach:accepted.yes' : 'coach:accepted.not-yet'),
          ]),
        ),
        ...(terms.inForce ? [] : [aside(words.t('coach:accepted.asked')), aside(words.t('coach:accepted.until-then'))]),
      ],
      actions: mayRemind ? [remindOfContractButton(words, team)] : [],
      refresh: askAgain({ intent: 'who-accepted', entities: { team: team.id } }),
    }),
  );
}

function linesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((one) => one.replace(/^[-•\s]+/, '').trim())
    .filter((one) => one !== '');
}
