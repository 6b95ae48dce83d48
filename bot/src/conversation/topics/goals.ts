import { z } from 'zod';
import { MOST_GOALS } from '@plumbline/shared/domain/coaching/engagement';
import { asJsonObject, type JsonObject } from '@plumbline/shared/kernel/json';
import { isId, type TeamId } from '@plumbline/shared/kernel/ids';
import { refuse, settle, show } from '../answers.ts';
import { card, choiceInput, entries, heading, textInput, title, words as line } from '../cards/card.ts';
import { dimensionsOf } from '../dimensions.ts';
import { withEngagement, type About } from '../in-engagement.ts';
import type { Answer, Topic, Turn } from '../turn.ts';

/** What is to be different at the end of an engagement. */
export const goals: Topic = {
  asks: { goals: (turn, asked) => withEngagement(turn, asked, (about) => Promise.resolve(goalsCard(turn, about))) },
  takes: { 'add-goal': addGoal, 'drop-goal': dropGoal },
};

function goalsCard({ words }: Turn, { team, view }: About): Answer {
  const { goals: set, me } = view;
  if (set === null) return { messages: [{ text: words.t('coach:goals.not-yours') }] };
  const text = words.t('coach:goals.title', { team: team.name, count: set.length });
  const changes = me.abilities.setGoals;
  return show(
    text,
    card({
      body: [
        title(text),
        ...entries(
          set.map(({ sentence, dimension, evidence }, at) => [
            line(`**${at + 1}. ${sentence}**`),
            line(words.t('coach:goals.line', { dimension: dimension.title, evidence }), { spacing: 'None' }),
          ]),
        ),
        ...(changes && set.length < MOST_GOALS
          ? [
              heading(words.t('coach:goals.add-one')),
              textInput({
                id: 'sentence',
                label: words.t('coach:goals.sentence'),
                most: 280,
                required: words.t('needed'),
              }),
              choiceInput({
                id: 'dimension',
                label: words.t('coach:goals.dimension'),
                choices: dimensionsOf(team),
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
            ...(set.length < MOST_GOALS
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

const adding = z.object({ team: z.string(), sentence: z.string(), dimension: z.string(), evidence: z.string() });

async function addGoal(turn: Turn, data: JsonObject): Promise<Answer> {
  const parsed = adding.safeParse(data);
  if (!parsed.success || !isId('team', parsed.data.team)) return settle(turn.words.t('card.old'));
  const { team, ...goal } = parsed.data;
  return changeGoals(turn, team, (set) => [...set.filter(({ sentence }) => sentence !== goal.sentence), goal]);
}

const dropping = z.object({ team: z.string(), sentence: z.string() });

async function dropGoal(turn: Turn, data: JsonObject): Promise<Answer> {
  const parsed = dropping.safeParse(data);
  if (!parsed.success || !isId('team', parsed.data.team)) return settle(turn.words.t('card.old'));
  return changeGoals(turn, parsed.data.team, (set) => set.filter(({ sentence }) => sentence !== parsed.data.sentence));
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
