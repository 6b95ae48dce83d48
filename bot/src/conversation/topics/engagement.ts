import { z } from 'zod';
import type { TeamView } from '@plumbline/shared/contract/views';
import { idOf } from '@plumbline/shared/contract/schemas';
import { OCCASIONS } from '@plumbline/shared/domain/coaching/engagement';
import { SCOPES } from '@plumbline/shared/domain/team/team';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { refuse, show, taking } from '../answers.ts';
import { askButton } from '../ask.ts';
import { card, choiceInput, textInput, title, words as line } from '../cards/card.ts';
import { withTeam } from '../in-team.ts';
import type { Answer, Asked, Topic, Turn } from '../turn.ts';
import type { Words } from '../words.ts';

const NOBODY = 'nobody';

const purpose = { purpose: z.string(), occasion: z.enum(OCCASIONS).default('none') };
const beginning = z.object({
  team: idOf('team'),
  sponsor: z
    .union([z.literal(NOBODY).transform(() => null), idOf('person')])
    .nullable()
    .default(null),
  ...purpose,
});
const founding = z.object({
  name: z.string(),
  organisation: z.string(),
  scope: z.enum(SCOPES).default('team'),
  intact: z.enum(['yes', 'no']).default('yes'),
  ...purpose,
});

/** A coach begins to work with a team. */
export const engagement: Topic = {
  asks: {
    'new-engagement': (turn, asked) => newEngagement(turn, asked),
  },
  takes: {
    'begin-engagement': taking(beginning, begin),
    'found-and-begin': taking(founding, foundAndBegin),
  },
};

/** For a team that is known, or for a new one under the name that was said. */
async function newEngagement(turn: Turn, asked: Asked): Promise<Answer> {
  const { entities } = asked;
  const home = await turn.home();
  if (!home.ok) return refuse(home.error);
  const known = home.value.teams.find(({ id }) => id === entities.team);
  if (known) return withTeam(turn, asked, (team) => beginForm(turn, team));
  const coached = home.value.teams.filter(({ role }) => role === 'coach');
  return foundForm(turn, entities.text ?? '', coached);
}

function beginForm({ words }: Turn, team: TeamView): Answer {
  const text = words.t('coach:engagement.title', { team: team.name });
  const sponsors = team.members.filter(({ role }) => role === 'sponsor');
  const [first] = sponsors;
  return show(
    text,
    card({
      body: [
        title(text),
        choiceInput({
          id: 'sponsor',
          label: words.t('coach:engagement.sponsor'),
          choices: [
            ...sponsors.map(({ person, name }) => ({ title: name, value: person })),
            { title: words.t('coach:engagement.no-sponsor'), value: NOBODY },
          ],
          value: first?.person ?? NOBODY,
        }),
        ...purposeInputs(words),
      ],
      actions: [{ title: words.t('coach:engagement.begin'), verb: 'begin-engagement', data: { team: team.id } }],
    }),
  );
}

function foundForm(
  { words }: Turn,
  name: string,
  coached: readonly { readonly id: TeamId; readonly name: string }[],
): Answer {
  const text = words.t('coach:engagement.new-team');
  return show(
    text,
    card({
      body: [
        title(text),
        textInput({
          id: 'name',
          label: words.t('coach:engagement.team'),
          value: name,
          most: 80,
          required: words.t('needed'),
        }),
        textInput({
          id: 'organisation',
          label: words.t('coach:engagement.organisation'),
          most: 80,
          required: words.t('needed'),
        }),
        choiceInput({
          id: 'scope',
          label: words.t('coach:engagement.scope'),
          choices: SCOPES.map((scope) => ({ title: words.t(`coach:scope.${scope}`), value: scope })),
          value: 'team',
        }),
        choiceInput({
          id: 'intact',
          label: words.t('coach:engagement.intact'),
          choices: [
            { title: words.t('coach:yes'), value: 'yes' },
            { title: words.t('coach:no'), value: 'no' },
          ],
          value: 'yes',
          open: true,
        }),
        ...purposeInputs(words),
      ],
      actions: [
        { title: words.t('coach:engagement.found'), verb: 'found-and-begin' },
        ...coached.slice(0, 4).map((team) =>
          askButton(words.t('coach:engagement.for', { team: team.name }), {
            intent: 'new-engagement',
            entities: { team: team.id },
          }),
        ),
      ],
    }),
  );
}

function purposeInputs(words: Words): readonly JsonObject[] {
  return [
    textInput({
      id: 'purpose',
      label: words.t('coach:engagement.purpose'),
      most: 500,
      long: true,
      required: words.t('needed'),
    }),
    choiceInput({
      id: 'occasion',
      label: words.t('coach:engagement.occasion'),
      choices: OCCASIONS.map((occasion) => ({ title: words.t(`coach:occasion.${occasion}`), value: occasion })),
      value: 'none',
    }),
  ];
}

async function begin(turn: Turn, { team, ...input }: z.infer<typeof beginning>): Promise<Answer> {
  const begun = await turn.operate('beginEngagement', { params: { team }, input, key: turn.key('begin engagement') });
  if (!begun.ok) return refuse(begun.error);
  const { words } = turn;
  const text = words.t('coach:engagement.begun', { team: begun.value.value.team.name });
  const next = askButton(words.t('coach:contract.draft-one'), { intent: 'contract', entities: { team } });
  return { messages: [], card: card({ body: [line(text)], actions: [next] }), memory: { team } };
}

async function foundAndBegin(turn: Turn, sent: z.infer<typeof founding>): Promise<Answer> {
  const { name, organisation, scope, intact, ...begun } = sent;
  const founded = await turn.operate('foundTeam', {
    input: { name, organisation, scope, intact: intact === 'yes', myTitle: '', myRole: 'coach' },
    key: turn.key('found team'),
  });
  if (!founded.ok) return refuse(founded.error);
  return begin(turn, { team: founded.value.value.id, sponsor: null, ...begun });
}
