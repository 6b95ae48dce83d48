import type { SponsorView } from '@plumbline/shared/contract/coaching-views';
import type { TeamView, TrendPoint } from '@plumbline/shared/contract/views';
import { percent } from '@plumbline/shared/figures/figure';
import { shapeWord } from '@plumbline/shared/figures/shape-words';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { refuse, show } from '../answers.ts';
import { aside, card, entries, facts, heading, title, words as line } from '../cards/card.ts';
import type { Answer, Turn } from '../turn.ts';
import type { Words } from '../words.ts';
import { commitmentLines } from './commitments.ts';

/** Commitments shown in full. */
const MOST_COMMITMENTS = 6;

/** What a sponsor of the team is shown, literally: the same words, results and commitments, and what never. */
export async function sponsorView(turn: Turn, team: TeamView): Promise<Answer> {
  const found = await turn.operate('viewAsSponsor', { params: { team: team.id } });
  if (!found.ok) return refuse(found.error);
  const { words } = turn;
  const view = found.value.value;
  const text =
    view.as === null
      ? words.t('coach:sponsor.title', { team: team.name })
      : words.t('coach:sponsor.title-of', { team: team.name, name: view.as.name });
  return show(
    text,
    card({
      body: [
        title(text),
        line(words.t(`coach:sponsor.sees.${view.sees}`)),
        ...contractLines(words, view),
        ...resultLines(words, view),
        ...commitmentsOf(words, view),
        heading(words.t('coach:sponsor.never')),
        line(bullets(view.never.map((one) => words.t(`coach:never.${one}`))), { spacing: 'Small' }),
      ],
    }),
  );
}

function bullets(all: readonly string[]): string {
  return all.map((one) => `- ${one}`).join('\n');
}

/** What the engagement is for, as its contract says it, and what it is to move. */
function contractLines(words: Words, { engagement, themes }: SponsorView): readonly JsonObject[] {
  const contract = engagement?.contract ?? null;
  return [
    ...(contract === null
      ? []
      : [
          heading(words.t('coach:sponsor.contract', { version: contract.version })),
          line(contract.purpose, { spacing: 'Small' }),
          ...(contract.outcomes.length === 0 ? [] : [line(bullets(contract.outcomes), { spacing: 'Small' })]),
        ]),
    ...(themes.length === 0
      ? []
      : [
          line(words.t('coach:sponsor.themes', { names: themes.map(({ title: name }) => name) })),
          line(bullets((engagement?.goals ?? []).map(({ sentence }) => sentence)), { spacing: 'Small' }),
        ]),
  ];
}

/** The last meeting with its dimensions, and which earlier ones can be opened. */
function resultLines(words: Words, { trend }: SponsorView): readonly JsonObject[] {
  const last = trend.at(-1);
  if (!last) return [];
  const named = ({ title: name, closedAt }: TrendPoint): string =>
    words.t('coach:sponsor.last', { title: name, date: words.day(closedAt) });
  const earlier = trend.slice(0, -1).toReversed();
  return [
    heading(named(last)),
    facts(
      last.dimensions.map(({ title: name, result }) => [
        name,
        result.status === 'held'
          ? words.t('coach:sponsor.held')
          : result.together === null
            ? words.say(shapeWord(result.shape))
            : `${words.say(shapeWord(result.shape))} · ${percent(result.together)}`,
      ]),
    ),
    ...(earlier.length === 0
      ? []
      : [aside(words.t('coach:sponsor.earlier', { names: earlier.map(named), count: earlier.length }))]),
  ];
}

function commitmentsOf(words: Words, { commitments }: SponsorView): readonly JsonObject[] {
  const more = commitments.length - MOST_COMMITMENTS;
  return commitments.length === 0
    ? []
    : [
        heading(words.t('coach:sponsor.commitments', { count: commitments.length })),
        ...entries(
          commitments.slice(0, MOST_COMMITMENTS).map((one, at) => commitmentLines(words, one, { at, owner: true })),
        ),
        ...(more > 0 ? [aside(words.t('commitments.more', { count: more }))] : []),
      ];
}
