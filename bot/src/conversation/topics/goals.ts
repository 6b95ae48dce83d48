import { z } from 'zod';
import { idOf } from '@plumbline/shared/contract/schemas';
import { MOST_GOALS } from '@plumbline/shared/domain/coaching/engagement';
import { asJsonObject } from '@plumbline/shared/kernel/json';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { refuse, settle, show, taking } from '../answers.ts';
import { card, choiceInput, entries, heading, textInput, title, words as line } from '../cards/card.ts';
import { dimensionChoices } from '../dimensions.ts';
import { withEngagement, type About } from '../in-engagement.ts';
import type { Answer, Topic, Turn } from '../turn.ts';

const adding = z.object({ team: idOf('team'), sentence: z.string(), dimension: z.string(), evidence: z.string() });
const dropping = z.object({ team: idOf('team'), sentence: z.string() });

/** What is to be different at the end of an engagement. */
export const goals: Topic = {
  asks: { goals: (turn, asked) => withEngagement(turn, asked, (about) => goalsCard(turn, about, asked.entities.text)) },
  takes: { 'add-goal': taking(adding, addGoal), 'drop-goal': taking(dropping, dropGoal) },
};

/** `typed`: the sentence of a goal that is wished for. What cannot become one is said so. */
function goalsCard({ words }: Turn, { team, view }: About, typed: string | null): Answer {
  const { goals: set, me } = view;
  if (set === null) return { messages: [{ text: words.t('coach:goals.not-yours') }] };
  const text = words.t('coach:goals.title', { team: team.name, count: set.length });
  const changes = me.abilities.setGoals;
  const takesMore = changes && set.length < MOST_GOALS;
  const refused =
    typed === null || takesMore
      ? null
      : words.t(changes ? 'coach:goals.full' : 'coach:goals.coach-sets', { count: MOST_GOALS });
  return show(
    refused === null ? text : `**${text}.** ${refused}`,
    card({
      body: [
        title(text),
        ...entries(
          set.map(({ sentence, dimension, evidence }, at) => [
            line(`**${at + 1}. ${sentence}**`),
            line(words.t('coach:goals.line', { dimension: dimension.title, evidence }), { spacing: 'None' }),
          ]),
        ),
        ...(refused === null ? [] : [line(refused)]),
        ...(takesMore
          ? [
              heading(words.t('coach:goals.add-one')),
              textInput({
                id: 'sentence',
                label: words.t('coach:goals.sentence'),
                ...(typed === null ? {} : { value: typed }),
                most: 280,
                required: words.t('needed'),
              }),
              choiceInput({
                id: 'dimension',
                label: words.t('coach:goals.dimension'),
                // A goal is about what can be compared over teams and years.
                choices: dimensionChoices({ instruments: team.instruments.filter((one) => one.team === null) }),
                required: words.t('needed'),
              }),
              textInput({
                id: 'evidence',
                label: words.t('coach:goals.evidence'),
                most: 280,
                required: words.t('needed'),
              }),
            ]
          : []),
      ],
      actions: changes
        ? [
            ...(takesMore
              ? [{ title: words.t('coach:goals.add'), verb: 'add-goal', data: asJsonObject({ team: team.id }) }]
              : []),
            ...set.map(({ sentence }, at) => ({
              title: words.t('coach:goals.drop', { place: at + 1 }),
              verb: 'drop-goal',
              data: asJsonObject({ team: team.id, sentence }),
              alone: true,
            })),
          ]
        : [],
    }),
  );
}

function addGoal(turn: Turn, { team, ...goal }: z.infer<typeof adding>): Promise<Answer> {
  return changeGoals(turn, team, (set) => [...set.filter(({ sentence }) => sentence !== goal.sentence), goal]);
}

function dropGoal(turn: Turn, dropped: z.infer<typeof dropping>): Promise<Answer> {
  return changeGoals(turn, dropped.team, (set) => set.filter(({ sentence }) => sentence !== dropped.sentence));
}

interface GoalInput {
  readonly sentence: string;
  readonly dimension: string;
  readonly evidence: string;
}

async function changeGoals(
  turn: Turn,
  team: TeamId,
  change: (set: readonly GoalInput[]) => readonly GoalInput[],
): Promise<Answer> {
  const known = await turn.operate('viewEngagement', { params: { team } });
  if (!known.ok) return refuse(known.error);
  const { goals: set, revision } = known.value.value;
  const before = (set ?? []).map(({ sentence, dimension, evidence }) => ({
    sentence,
    dimension: dimension.id,
    evidence,
  }));
  const changed = await turn.operate('setGoals', {
    params: { team },
    input: { goals: [...change(before)] },
    ifMatch: String(revision),
  });
  if (!changed.ok) return refuse(changed.error);
  const count = changed.value.value.goals?.length ?? 0;
  return settle(turn.words.t('coach:goals.set', { count }));
}
