import type { MeetingCard, MeetingView, ResultsView, TeamView, TrendPoint } from '@plumbline/shared/contract/views';
import { OWN_DIMENSION } from '@plumbline/shared/domain/meeting/rounds';
import { stakeholderGaps } from '@plumbline/shared/domain/results/stakeholder-gap';
import type { GroupResult, RatingResults } from '@plumbline/shared/domain/results/shown';
import { percent } from '@plumbline/shared/figures/figure';
import { heldWords, shapeWord } from '@plumbline/shared/figures/shape-words';
import type { MeetingId } from '@plumbline/shared/kernel/ids';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { refuse, show } from '../answers.ts';
import { askButton } from '../ask.ts';
import { aside, card, facts, heading, title, words as line } from '../cards/card.ts';
import type { Answer, Turn } from '../turn.ts';
import type { Words } from '../words.ts';

type Composition = MeetingView['composition'];

/** What the stakeholders who were asked last answered, by group, and beside what the team answered to the same questions. */
export async function stakeholdersSay(turn: Turn, team: TeamView): Promise<Answer> {
  const { words } = turn;
  const asked = team.meetings.filter(({ asks }) => asks === 'stakeholders');
  const last = asked.find(({ status }) => status === 'closed');
  if (!last)
    return notYet(
      turn,
      team,
      asked.some(({ status }) => status === 'open'),
    );
  const found = await turn.operate('viewResults', { params: { meeting: last.id } });
  if (!found.ok) return refuse(found.error);
  const { rating } = found.value.value;
  const text = words.t('coach:stakeholders.say', { team: team.name, date: words.day(last.closedAt ?? turn.now) });
  const ballots = rating?.ballots ?? null;
  if (!rating || ballots === null) {
    return { messages: [{ text: `**${text}** ${heldSentence(words, rating)}` }] };
  }
  const answered = words.t('coach:stakeholders.answered', { count: ballots, invited: rating.invited });
  return show(
    `**${text}** ${answered}`,
    card({
      body: [
        title(text),
        line(answered),
        facts(rating.dimensions.map(({ title: name, result }) => [name, levelWords(words, result)])),
        ...(await gapLines(turn, { team, last, rating })),
        ...rating.groups.flatMap((group) => groupLines(words, group)),
        aside(words.t('coach:stakeholders.axis')),
      ],
      actions: [
        {
          title: words.t('open.summary'),
          url: turn.link({ kind: 'meeting', id: last.id }, last.title),
        },
      ],
    }),
  );
}

function notYet({ words }: Turn, team: TeamView, isOpen: boolean): Answer {
  const text = words.t(isOpen ? 'coach:stakeholders.still-open' : 'coach:stakeholders.none', { team: team.name });
  const next = isOpen
    ? askButton(words.t('example.response-rate'), { intent: 'response-rate', entities: { team: team.id } })
    : askButton(words.t('example.ask-stakeholders'), { intent: 'ask-stakeholders', entities: { team: team.id } });
  return show(text, card({ body: [line(text)], actions: [next] }));
}

function heldSentence(words: Words, rating: ResultsView['rating']): string {
  const held = rating?.dimensions.flatMap(({ result }) => (result.status === 'held' ? [result] : []))[0];
  return held ? words.say(heldWords(held)) : '';
}

function levelWords(words: Words, result: RatingResults['dimensions'][number]['result']): string {
  if (result.status === 'held') return words.say(heldWords(result));
  const shape = words.say(shapeWord(result.shape));
  return result.level === null ? shape : `${percent(result.level)} · ${shape}`;
}

/** How the team itself answered the same questions last, where it did. */
async function gapLines(
  turn: Turn,
  { team, last, rating }: { readonly team: TeamView; readonly last: MeetingCard; readonly rating: RatingResults },
): Promise<readonly JsonObject[]> {
  const { words } = turn;
  const asked = await compositionOf(turn, last.id);
  const own = asked && (await lastAskedTheSame(turn, team, asked));
  if (!asked || !own) return [aside(words.t('coach:stakeholders.no-own'))];
  const isSame = JSON.stringify(own.composition.ownQuestions) === JSON.stringify(asked.ownQuestions);
  // Statements of one's own are in a dimension of one name, whatever they say.
  const comparable = rating.dimensions.filter(({ dimension }) => isSame || dimension !== OWN_DIMENSION);
  const gaps = stakeholderGaps(own.point.dimensions, comparable);
  if (gaps.length === 0) return [aside(words.t('coach:stakeholders.no-own'))];
  return [
    heading(words.t('coach:stakeholders.gap', { date: words.day(own.point.closedAt) })),
    facts(
      gaps.map(({ title: name, team: level, stakeholders, gap }) => {
        const values = { team: percent(level), stakeholders: percent(stakeholders), by: Math.abs(percent(gap)) };
        const key = gap === 0 ? 'same' : gap > 0 ? 'above' : 'below';
        return [name, words.t(`coach:stakeholders.gap.${key}`, values)];
      }),
    ),
  ];
}

/** The newest closed meeting or pulse on the team's time line with the same questionnaire, in the same version. */
async function lastAskedTheSame(
  turn: Turn,
  { trend }: TeamView,
  { instrument }: Composition,
): Promise<{ readonly point: TrendPoint; readonly composition: Composition } | null> {
  // Of those in a row that asked the same, the last one stands for all.
  const lastOfEach = trend.filter((_point, at) => trend[at + 1]?.changed.includes('instrument') ?? true);
  for (const point of lastOfEach.toReversed()) {
    const composition = await compositionOf(turn, point.meeting);
    if (composition === null) continue;
    if (JSON.stringify(composition.instrument) === JSON.stringify(instrument)) return { point, composition };
  }
  return null;
}

async function compositionOf(turn: Turn, meeting: MeetingId): Promise<Composition | null> {
  const found = await turn.operate('viewMeeting', { params: { meeting } });
  return found.ok ? found.value.value.composition : null;
}

function groupLines(words: Words, result: GroupResult): readonly JsonObject[] {
  if (result.status === 'held') {
    return [heading(result.group), line(words.t(`coach:stakeholders.held.${result.because}`), { spacing: 'None' })];
  }
  const { group, ballots, dimensions } = result;
  return [
    heading(words.t('coach:stakeholders.of-group', { group, count: ballots })),
    facts(
      dimensions.map(({ title: name, result: own }) => [
        name,
        own.status === 'held' ? words.t('coach:stakeholders.left-out') : words.say(shapeWord(own.shape)),
      ]),
    ),
  ];
}
