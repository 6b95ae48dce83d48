import type { Measurement } from '../../domain/coaching/did-it-help.ts';
import type { MeetingId, TeamId } from '../../kernel/ids.ts';
import { dayOf, type Instant } from '../../kernel/instant.ts';
import { records, type Card, type ClosedResult } from '../../records/kinds.ts';
import { IDS, teamPlace } from '../places.ts';
import { shownResult } from '../present/team.ts';
import type { Ports } from '../use-case.ts';
import { builtInTitles, type DimensionTitles } from './present-engagement.ts';
import { allOf } from './practice-place.ts';

/** What of a team is measured and planned, as those who see its results may see it. */
export interface TeamMeasured {
  /** The titles of the dimensions that the team can be asked about. */
  readonly titles: DimensionTitles;
  /** What closed meetings and pulses show of a dimension, oldest first; what is held is left out. */
  readonly of: (dimension: string) => readonly Measurement[];
  /** The days for which meetings and pulses are planned. */
  readonly planned: readonly string[];
}

/** Reads it from the team's time line: shown results alone, and never what they were counted from. */
export async function teamMeasured(ports: Ports, tenant: string, team: TeamId): Promise<TeamMeasured> {
  const place = teamPlace(tenant, team);
  const [results, cards, instruments] = await Promise.all([
    allOf(ports, records.closedResult, { place, prefix: IDS.results }),
    allOf(ports, records.card, { place, prefix: IDS.cards }),
    allOf(ports, records.instrument, { place, prefix: IDS.instruments }),
  ]);
  const own = instruments.flatMap(({ dimensions }) => dimensions.map(({ id, title }) => [id, title] as const));
  const openedAt = new Map(cards.map((card) => [card.id, card.openedAt]));
  const inTime = [...results].sort((a, b) => a.closedAt - b.closedAt);
  return {
    titles: new Map([...own, ...builtInTitles()]),
    of: (dimension) => inTime.flatMap((result) => measurementOf(result, dimension, openedAt)),
    planned: cards.flatMap(plannedDay).sort(),
  };
}

function measurementOf(
  result: ClosedResult,
  dimension: string,
  opened: ReadonlyMap<MeetingId, Instant | null>,
): readonly Measurement[] {
  const { meeting, title, closedAt, mode, instrument, leaders } = result;
  const openedAt = opened.get(meeting) ?? null;
  if (openedAt === null || !result.dimensions.some(({ id }) => id === dimension)) return [];
  const { ballots, invited, dimensions } = shownResult(result);
  const shown = dimensions.find((one) => one.dimension === dimension)?.result;
  if (shown?.status !== 'shown' || ballots === null) return [];
  return [{ meeting, title, openedAt, closedAt, ballots, invited, mode, instrument, leaders, result: shown }];
}

function plannedDay({ status, scheduledFor }: Card): readonly string[] {
  return status === 'draft' && scheduledFor !== null ? [dayOf(scheduledFor)] : [];
}
