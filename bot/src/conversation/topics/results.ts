import type { DimensionResult, QuestionResult, RatingResults } from '@plumbline/shared/domain/results/shown';
import type { TeamView, TrendPoint } from '@plumbline/shared/contract/views';
import { percent, pointSource, sourceLine } from '@plumbline/shared/figures/figure';
import { heldWords, shapeFinding, shapeQuestion, shapeWord } from '@plumbline/shared/figures/shape-words';
import { standSentence, whereWeStand } from '@plumbline/shared/figures/where-we-stand';
import { asJsonObject, type JsonObject } from '@plumbline/shared/kernel/json';
import { FILE_FORMATS } from '@plumbline/shared/ooxml/file-format';
import { refuse, say, show } from '../answers.ts';
import { askButton, askWhich, pickOf } from '../ask.ts';
import { aside, card, entries, facts, title, words as line, type CardAction } from '../cards/card.ts';
import { withTeam } from '../in-team.ts';
import type { Answer, Asked, Topic, Turn } from '../turn.ts';
import type { Words } from '../words.ts';
import { openIn, remindButtons } from './nudges.ts';
import { whyLow } from './why-low.ts';

const MOST_QUESTIONS = 5;
/** Furthest apart and most together, so many of each. */
const MOST_ENDS = 3;

/** What a team's closed meetings and pulses came to, as far as the person who asks may see it. */
export const results: Topic = {
  asks: {
    'show-team': (turn, asked) => withLast(turn, asked, (team, last) => showTeam(turn, team, last)),
    'where-differ': (turn, asked) => withLast(turn, asked, (team, last) => whereDiffer(turn, team, last)),
    compare: (turn, asked) => withLast(turn, asked, (team, last) => compare(turn, asked, { team, last })),
    'why-low': (turn, asked) =>
      withLast(turn, asked, (team, last) => {
        const trend = team.trend.slice(0, team.trend.indexOf(last) + 1);
        const { dimension } = asked.entities;
        const told = dimension === null ? null : whyLow(turn, { team, trend, dimension });
        return told ?? whichDimension(turn, team, last);
      }),
    'review-deck': (turn, asked) => withLast(turn, asked, (team, last) => reviewDeck(turn, team, last)),
  },
  takes: {},
};

/** The last closed meeting, up to the period that was named. */
function withLast(
  turn: Turn,
  asked: Asked,
  act: (team: TeamView, last: TrendPoint) => Answer | Promise<Answer>,
): Promise<Answer> {
  return withTeam(turn, asked, (team) => {
    const last = asked.intent === 'compare' ? team.trend.at(-1) : lastUntil(team.trend, asked, turn.words);
    if (last) return act(team, last);
    const values = { team: team.name };
    if (team.withheld) return say(turn, 'results.withheld', values);
    return say(turn, team.trend.length === 0 ? 'results.none' : 'results.none-then', values);
  });
}

function lastUntil(trend: readonly TrendPoint[], { entities }: Asked, words: Words): TrendPoint | undefined {
  const { from, to } = entities;
  const within = trend.filter(({ closedAt }) => {
    const day = words.isoDay(closedAt);
    return (to === null || day <= to) && (from === null || day >= from);
  });
  return within.at(-1);
}

function showTeam({ words, link }: Turn, team: TeamView, last: TrendPoint): Answer {
  const source = words.say(sourceLine(pointSource(team, last)));
  const sentence = standingOf(words, last.dimensions);
  const placed = last.dimensions
    .flatMap((dimension) =>
      dimension.result.status === 'shown' && dimension.result.together !== null
        ? [{ ...dimension, shape: dimension.result.shape, place: dimension.result.together }]
        : [],
    )
    .toSorted((a, b) => a.place - b.place);
  const count = Math.min(MOST_ENDS, Math.floor(placed.length / 2));
  const lines = (some: typeof placed) =>
    facts(some.map(({ title: name, shape }) => [name, words.say(shapeWord(shape))] as const));
  const coaches = team.role === 'coach';
  const [furthest] = placed;
  return show(
    `**${team.name}, ${words.day(last.closedAt)}.** ${sentence}`,
    card({
      body: [
        title(team.name),
        line(sentence),
        ...(count === 0
          ? heldLines(words, last.dimensions)
          : [
              line(`**${words.t('results.apart')}**`, { spacing: 'Medium' }),
              lines(placed.slice(0, count)),
              line(`**${words.t('results.together')}**`, { spacing: 'Medium' }),
              lines(placed.slice(-count).toReversed()),
            ]),
        aside(source),
      ],
      actions: [
        ...(count === 0
          ? moreAnswers(words, team)
          : [askButton(words.t('ask.where-differ'), { intent: 'where-differ', entities: { team: team.id } })]),
        ...(coaches && furthest
          ? [
              askButton(words.t('ask.what-to-try'), {
                intent: 'what-to-try',
                entities: { team: team.id, dimension: furthest.dimension },
              }),
            ]
          : []),
        { title: words.t('open.team'), url: link({ kind: 'team', id: team.id }, team.name) },
      ],
    }),
    { waiting: pickOf(placed.map(({ dimension }) => aboutDimension(team, dimension))) },
  );
}

async function whereDiffer(turn: Turn, team: TeamView, last: TrendPoint): Promise<Answer> {
  const { words, link } = turn;
  const found = await turn.operate('viewResults', { params: { meeting: last.meeting } });
  if (!found.ok) return refuse(found.error);
  const { rating, depth } = found.value.value;
  if (depth === 'dimensions' || !rating) return say(turn, 'results.dimensions-only', { team: team.name });
  const placed = furthestFirst(rating.questions).slice(0, MOST_QUESTIONS);
  if (placed.length === 0) return allHeld(turn, team, rating);
  const text = words.t('results.differ', { count: placed.length, team: team.name, date: words.day(last.closedAt) });
  const lines = placed.map(({ text: asked, result }, at) => [
    line(`**${at + 1}. ${asked}**`),
    line(`${words.say(shapeFinding(result.shape))}. _${words.say(shapeQuestion(result.shape))}_`, { spacing: 'None' }),
  ]);
  return show(
    text,
    card({
      body: [title(text), ...entries(lines), aside(words.say(sourceLine(pointSource(team, last))))],
      actions: [
        askButton(words.t('ask.compare'), { intent: 'compare', entities: { team: team.id } }),
        { title: words.t('open.summary'), url: link({ kind: 'meeting', id: last.meeting }, last.title) },
      ],
    }),
    { waiting: pickOf(placed.map(({ dimension }) => aboutDimension(team, dimension))) },
  );
}

/** Nothing can be shown: what that would take, and what somebody can do towards it. */
function allHeld({ words, link }: Turn, team: TeamView, { questions, minimumGroup }: RatingResults): Answer {
  const text = words.t('results.all-held', { count: minimumGroup });
  return show(
    text,
    card({
      body: [line(text), ...heldLines(words, questions)],
      actions: [
        ...moreAnswers(words, team),
        { title: words.t('open.team'), url: link({ kind: 'team', id: team.id }, team.name) },
      ],
    }),
  );
}

/** Whoever may has people reminded while something asks; a coach asks anew where nothing is open. */
function moreAnswers(words: Words, team: TeamView): readonly CardAction[] {
  if (openIn(team).length > 0) return remindButtons(words, team);
  return team.role === 'coach'
    ? [askButton(words.t('ask.send-pulse'), { intent: 'send-pulse', entities: { team: team.id } })]
    : [];
}

/** The last meeting beside an earlier one: the one in the period that was named, else the one before. */
function compare({ words, link }: Turn, { entities }: Asked, at: { team: TeamView; last: TrendPoint }): Answer {
  const { team, last } = at;
  const earlier = team.trend.slice(0, -1);
  const asked = entities.from !== null || entities.to !== null;
  const before = asked ? nearestTo(earlier, entities.from ?? entities.to ?? '', words) : earlier.at(-1);
  if (!before) return { messages: [{ text: words.t('compare.none', { team: team.name }) }] };
  const since = team.trend.slice(team.trend.indexOf(before) + 1);
  const changed = new Set(since.flatMap((point) => point.changed));
  const dates = { before: words.day(before.closedAt), after: words.day(last.closedAt) };
  const text = words.t('compare.title', { team: team.name, ...dates });
  if (changed.has('instrument')) {
    const warned = words.t('compare.instrument-changed');
    return show(
      `**${text}** ${warned}`,
      card({
        body: [title(text), line(warned)],
        actions: [{ title: words.t('open.team'), url: link({ kind: 'team', id: team.id }, team.name) }],
      }),
    );
  }
  const moves = last.dimensions.map((now) => moveOf(words, now, before.dimensions));
  const told = moves
    .filter(({ step }) => step !== null)
    .toSorted((a, b) => Math.abs(b.step ?? 0) - Math.abs(a.step ?? 0));
  const closer = told.filter(({ step }) => (step ?? 0) > 0).length;
  const apart = told.filter(({ step }) => (step ?? 0) < 0).length;
  const sentence = words.t('compare.sentence', { closer, apart, same: told.length - closer - apart });
  return show(
    `**${text}.** ${sentence}`,
    card({
      body: [
        title(text),
        line(sentence),
        facts(moves.map(({ name, said }) => [name, said] as const)),
        ...(changed.has('members') ? [line(words.t('compare.members-changed'))] : []),
        aside(words.t('compare.axis')),
        aside(words.say(sourceLine(pointSource(team, before)))),
        aside(words.say(sourceLine(pointSource(team, last)))),
      ],
      actions: [{ title: words.t('open.team'), url: link({ kind: 'team', id: team.id }, team.name) }],
    }),
  );
}

function reviewDeck({ words, link }: Turn, team: TeamView, last: TrendPoint): Answer {
  const text = words.t('deck.title', { title: last.title, date: words.day(last.closedAt) });
  return show(
    text,
    card({
      body: [title(text), line(words.t('deck.addin')), line(words.t('deck.file'))],
      actions: [
        ...FILE_FORMATS.map((format) => ({
          title: words.t(`summary:file.as.${format}`),
          verb: 'offer-file',
          data: asJsonObject({ meeting: last.meeting, format }),
        })),
        { title: words.t('open.summary'), url: link({ kind: 'meeting', id: last.meeting }, last.title) },
      ],
    }),
  );
}

function whichDimension({ words }: Turn, team: TeamView, last: TrendPoint): Answer {
  return askWhich(
    words.t('dimension.which'),
    last.dimensions.map(({ title: name, dimension }) => ({ title: name, ...aboutDimension(team, dimension) })),
  );
}

/** What "the second one" asks about a list of dimensions or questions; of what is in none, about the team. */
function aboutDimension({ id }: TeamView, dimension: string | null) {
  return { intent: 'why-low', entities: { team: id, dimension } } as const;
}

/** Those that have a place, furthest apart first. */
function furthestFirst(questions: readonly QuestionResult[]) {
  return questions
    .flatMap(({ dimension, text, result }) =>
      result.status === 'shown' && result.together !== null
        ? [{ dimension, text, result, place: result.together }]
        : [],
    )
    .toSorted((a, b) => a.place - b.place);
}

function moveOf(words: Words, now: DimensionResult, before: readonly DimensionResult[]) {
  const then = before.find(({ dimension }) => dimension === now.dimension)?.result;
  const name = now.title;
  if (now.result.status === 'held' || then?.status === 'held') {
    return { name, step: null, said: words.t('compare.held') };
  }
  const [from, to] = [then?.together ?? null, now.result.together];
  if (from === null || to === null) return { name, step: null, said: words.t('compare.nothing') };
  const step = percent(to) - percent(from);
  const values = { from: percent(from), to: percent(to) };
  const said = step === 0 ? 'compare.same' : step > 0 ? 'compare.closer' : 'compare.apart';
  return { name, step, said: words.t(said, values) };
}

/** The one that is nearest to a day: in March, when there was none in March. */
function nearestTo(trend: readonly TrendPoint[], day: string, words: Words): TrendPoint | undefined {
  const distance = ({ closedAt }: TrendPoint): number => Math.abs(Date.parse(words.isoDay(closedAt)) - Date.parse(day));
  return trend.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** The sentence at the top of a team's page. */
function standingOf(words: Words, dimensions: readonly DimensionResult[]): string {
  const { key, values } = standSentence(whereWeStand(dimensions), ({ names, more }) =>
    more === 0 ? names : [...names, words.t('team:stand.more', { count: more })],
  );
  return words.t(`team:${key}`, values);
}

function heldLines(words: Words, results: readonly (DimensionResult | QuestionResult)[]): readonly JsonObject[] {
  const held = results.flatMap(({ result }) => (result.status === 'held' ? [result] : []));
  const [first] = held;
  return first ? [line(words.say(heldWords(first)))] : [];
}
