import type { DimensionResult } from '../../domain/results/shown.ts';
import type { TrendWave } from '../basis.ts';
import type { FigureSource } from '../figure.ts';
import { changeSince } from './dimensions.ts';
import type { DetailLine, DetailParts } from './figure-details.ts';
import { heldGrain } from './held.ts';
import { line } from './lines.ts';
import { uncertaintyOfTeam } from './uncertainty.ts';
import { change, move, rounded, said, type DetailMessage } from './words.ts';

/** What stands behind a trend: the change of each dimension since last time, and what else changed. */
export function trendDetails({
  waves,
  source,
}: {
  readonly waves: readonly TrendWave[];
  readonly source: FigureSource;
}): DetailParts {
  const [before, now] = [waves.at(-2), waves.at(-1)];
  if (before === undefined || now === undefined) {
    return { ...always(source), groups: [], held: [said('trend.first')] };
  }
  const instrument = now.instrumentChanged;
  return {
    ...always(source),
    groups: [
      {
        title: said('group.since', { meeting: before.meeting, date: before.date }),
        lead: instrument ? said('group.since.no-lead') : said('group.since.lead'),
        lines: instrument ? [] : now.dimensions.map((dimension) => sinceLine(dimension, before)),
        rules: whatElse(before, now),
      },
    ],
    held: heldOf(now),
  };
}

function always(source: FigureSource) {
  return {
    uncertainty: [...uncertaintyOfTeam(source), said('change.unlinked')],
    method: [said('method.trend'), said('method.cause')],
    usesAgreement: false,
    cites: [],
  };
}

function sinceLine(dimension: DimensionResult, before: TrendWave): DetailLine {
  const name = said('named', { name: dimension.title });
  const past = before.dimensions.find((other) => other.dimension === dimension.dimension) ?? null;
  const { result } = dimension;
  const moved = result.status === 'shown' ? changeSince(result, past) : null;
  if (result.status !== 'shown' || result.together === null || past?.result.status !== 'shown') {
    return line({ name, value: said('none'), reading: said(past === null ? 'change.new' : 'change.held') });
  }
  if (past.result.together === null) return line({ name, value: said('none'), reading: said('held.unknown') });
  const places = move(rounded(100 * past.result.together, 0), rounded(100 * result.together, 0));
  if (moved === null) return line({ name, value: said('none'), reading: said('change.grains') });
  return line({ name, value: change(moved, 0), reading: said('since.read', { move: places }) });
}

/** What changed beside the answers, each with its figures: people, questions, who answered. */
function whatElse(before: TrendWave, now: TrendWave): readonly DetailMessage[] {
  const changed = [
    ...(now.instrumentChanged ? [said('rule.changed.instrument')] : []),
    ...(now.membersChanged ? [said('rule.changed.members')] : []),
    ...answeredThen(before, now),
  ];
  return now.instrumentChanged || now.membersChanged ? changed : [said('rule.changed.nothing'), ...changed];
}

function answeredThen(before: TrendWave, now: TrendWave): readonly DetailMessage[] {
  if (before.answered === null || now.answered === null) return [];
  return [
    said('rule.changed.answered', {
      before: before.answered,
      invitedBefore: before.invited,
      now: now.answered,
      invitedNow: now.invited,
    }),
  ];
}

function heldOf(now: TrendWave): readonly DetailMessage[] {
  const reasons = now.dimensions.flatMap(({ result }) =>
    result.status === 'held'
      ? [said('change.held')]
      : heldGrain({ grain: result.grain, full: result.grain === 'exact', known: result.level !== null }),
  );
  return reasons.filter(({ key }, place) => reasons.findIndex((other) => other.key === key) === place);
}
