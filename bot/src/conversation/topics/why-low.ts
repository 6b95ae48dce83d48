import type { TeamView, TrendPoint } from '@plumbline/shared/contract/views';
import { signsOf, type SymptomKind } from '@plumbline/shared/domain/coaching/incident';
import type { QuestionResult } from '@plumbline/shared/domain/results/shown';
import { pointSource, sourceLine } from '@plumbline/shared/figures/figure';
import { heldWords, shapeFinding, shapeQuestion } from '@plumbline/shared/figures/shape-words';
import { DAY } from '@plumbline/shared/kernel/instant';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { ok, type Result } from '@plumbline/shared/kernel/result';

import { refuse, say, show } from '../answers.ts';
import { askButton } from '../ask.ts';
import { aside, card, entries, heading, title, words as line } from '../cards/card.ts';
import type { OperateError } from '../operate.ts';
import type { Answer, Turn } from '../turn.ts';
import type { Words } from '../words.ts';
import { incidentEntry } from './incidents.ts';
import { periodOf } from './notes.ts';

/** Incidents told of beside a dimension: how far back, and how many one by one. */
const INCIDENTS = { back: 182 * DAY, listed: 3 };

interface Asked {
  readonly team: TeamView;
  /** The team's closed meetings and pulses up to the time that is asked about, the earliest first. */
  readonly trend: readonly TrendPoint[];
  readonly dimension: string;
}

/**
 * The questions of a dimension where it was last measured, and the symptoms that it shows itself in, with no guess why
 * people answered as they did; `null` where it was never measured.
 */
export function whyLow(turn: Turn, asked: Asked): Promise<Answer> | null {
  const measured = measuredLast(asked.trend, asked.dimension);
  const dimension = measured?.dimensions.find((one) => one.dimension === asked.dimension);
  return measured && dimension ? tellOf(turn, asked, { measured, title: dimension.title }) : null;
}

function measuredLast(trend: readonly TrendPoint[], measured: string): TrendPoint | undefined {
  return trend.findLast((point) => point.dimensions.some(({ dimension }) => dimension === measured));
}

async function tellOf(
  turn: Turn,
  { team, trend, dimension }: Asked,
  { measured, title: name }: { readonly measured: TrendPoint; readonly title: string },
): Promise<Answer> {
  const { words, link } = turn;
  const found = await turn.operate('viewResults', { params: { meeting: measured.meeting } });
  if (!found.ok) return refuse(found.error);
  const { rating, depth } = found.value.value;
  if (depth === 'dimensions' || !rating) return say(turn, 'results.dimensions-only', { team: team.name });
  const own = rating.questions.filter((question) => question.dimension === dimension);
  const signs = signsOf(dimension, words.language);
  const asked = await symptomsOf(turn, { team, trend, signs: signs.filter((sign) => sign.dimension.id !== dimension) });
  if (!asked.ok) return refuse(asked.error);
  const happened = await incidentsOf(turn, team, signs);
  if (!happened.ok) return refuse(happened.error);
  const text = words.t('why.title', { dimension: name, team: team.name });
  return show(
    `**${text}** ${words.t('why.no-guess')}`,
    card({
      body: [
        title(text),
        ...entries(own.map((question) => stands(words, question))),
        ...part(words.t('why.symptoms'), asked.value),
        ...part(words.t('why.incidents', { count: happened.value.count }), happened.value.latest),
        line(words.t('why.no-guess')),
        aside(words.say(sourceLine(pointSource(team, measured)))),
      ],
      actions: [
        ...(team.role === 'coach'
          ? [
              askButton(words.t('ask.what-to-try'), {
                intent: 'what-to-try',
                entities: { team: team.id, dimension },
              }),
            ]
          : []),
        { title: words.t('open.summary'), url: link({ kind: 'meeting', id: measured.meeting }, measured.title) },
      ],
    }),
  );
}

/** A question with what it came to. */
function stands(words: Words, { text, result }: QuestionResult): readonly JsonObject[] {
  const finding =
    result.status === 'held'
      ? words.say(heldWords(result))
      : `${words.say(shapeFinding(result.shape))}. _${words.say(shapeQuestion(result.shape))}_`;
  return [line(`**${text}**`), line(finding, { spacing: 'None' })];
}

function part(name: string, lines: readonly (readonly JsonObject[])[]): readonly JsonObject[] {
  return lines.length === 0 ? [] : [heading(name), ...entries(lines)];
}

/**
 * What was last answered about each symptom, below it where and when: they may have been asked at different times. Nothing
 * of those that never were, or whose questions are not shown.
 */
async function symptomsOf(
  turn: Turn,
  { team, trend, signs }: Pick<Asked, 'team' | 'trend'> & { readonly signs: readonly SymptomKind[] },
): Promise<Result<readonly (readonly JsonObject[])[], OperateError>> {
  const lastAsked = Map.groupBy(signs, ({ dimension }) => measuredLast(trend, dimension.id));
  const told: (readonly JsonObject[])[] = [];
  for (const [point, kinds] of lastAsked) {
    if (!point) continue;
    const found = await turn.operate('viewResults', { params: { meeting: point.meeting } });
    if (!found.ok) return found;
    const questions = found.value.value.rating?.questions ?? [];
    const asked = questions.filter(({ question }) => kinds.some(({ id }) => id === question));
    if (asked.length === 0) continue;
    const source = aside(turn.words.say(sourceLine(pointSource(team, point))));
    told.push(...asked.map((question) => stands(turn.words, question)), [source]);
  }
  return ok(told);
}

interface Happened {
  readonly count: number;
  readonly latest: readonly (readonly JsonObject[])[];
}

/** What happened of such kinds lately; nothing for whoever may not see incidents. */
async function incidentsOf(
  turn: Turn,
  { id, role }: TeamView,
  signs: readonly SymptomKind[],
): Promise<Result<Happened, OperateError>> {
  if (role !== 'leader' && role !== 'coach') return ok({ count: 0, latest: [] });
  const since = turn.words.isoDay(turn.now - INCIDENTS.back);
  const found = await turn.operate('viewIncidents', {
    params: { team: id, kind: 'all', period: periodOf(since, null) },
  });
  if (!found.ok) return found;
  const isSign = (kind: string): boolean => signs.some((sign) => sign.id === kind);
  const { incidents, kinds } = found.value.value;
  return ok({
    count: kinds.filter(({ kind }) => isSign(kind.id)).reduce((sum, { count }) => sum + count, 0),
    latest: incidents
      .filter(({ kind }) => isSign(kind.id))
      .slice(0, INCIDENTS.listed)
      .map((one) => incidentEntry(turn.words, one)),
  });
}
