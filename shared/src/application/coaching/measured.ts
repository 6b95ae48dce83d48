import type { Measurement } from '../../domain/coaching/did-it-help.ts';
import { isOfTeam } from '../../domain/coaching/evidence.ts';
import { meanBounds } from '../../domain/coaching/mean-bounds.ts';
import type { RatingResults } from '../../domain/results/shown.ts';
import type { TeamId } from '../../kernel/ids.ts';
import { dayOf, type Instant } from '../../kernel/instant.ts';
import { records, type Card, type ClosedResult } from '../../records/kinds.ts';
import { allOf } from '../documents.ts';
import { IDS, teamPlace } from '../places.ts';
import { shownResult } from '../present/team.ts';
import type { Ports } from '../use-case.ts';
import { builtInTitles, type DimensionTitles } from './dimension-titles.ts';

/** What of a team is measured and planned, as those who see its results may see it. */
export interface TeamMeasured {
  /** The titles of the dimensions that the team can be asked about. */
  readonly titles: DimensionTitles;
  /**
   * What closed meetings and pulses show of a dimension, oldest first; what is held is left out, and so is what people
   * beside the team were asked.
   */
  readonly of: (dimension: string) => readonly Measurement[];
  /** The days for which meetings and pulses are planned. */
  readonly planned: readonly string[];
}

/** Reads it from the team's time line: shown results alone, and never what they were counted from. */
export async function teamMeasured(ports: Ports, tenant: string, team: TeamId): Promise<TeamMeasured> {
  const place = teamPlace(tenant, team);
  const [results, cards, titles] = await Promise.all([
    allOf(ports, records.closedResult, { place, prefix: IDS.results }),
    allOf(ports, records.card, { place, prefix: IDS.cards }),
    dimensionTitles(ports, tenant, team),
  ]);
  const openedAt = new Map(cards.map((card) => [card.id, card.openedAt]));
  // What a meeting shows is worked out once, however many ask about its dimensions, and not at all where nobody does.
  const shown = new Map<ClosedResult, RatingResults>();
  const inTime = [...results].sort((a, b) => a.closedAt - b.closedAt);
  return {
    titles,
    of: (dimension) =>
      inTime.flatMap((result) => {
        const opened = openedAt.get(result.meeting) ?? null;
        const asked = result.dimensions.find(({ id }) => id === dimension);
        if (opened === null || !asked || !isOfTeam(result.leaders.length, result.tally)) return [];
        const rating = shown.get(result) ?? shownResult(result);
        shown.set(result, rating);
        return measurementOf({ result, rating, opened }, asked);
      }),
    planned: cards.flatMap(plannedDay).sort(),
  };
}

/** The titles of the dimensions that a team can be asked about: those of its own instruments too. */
export async function dimensionTitles(ports: Ports, tenant: string, team: TeamId): Promise<DimensionTitles> {
  const place = teamPlace(tenant, team);
  const instruments = await allOf(ports, records.instrument, { place, prefix: IDS.instruments });
  const own = instruments.flatMap(({ dimensions }) => dimensions.map(({ id, title }) => [id, title] as const));
  return new Map([...own, ...builtInTitles()]);
}

interface Closed {
  readonly result: ClosedResult;
  readonly rating: RatingResults;
  readonly opened: Instant;
}

function measurementOf(
  { result, rating, opened }: Closed,
  { id, questions }: ClosedResult['dimensions'][number],
): readonly Measurement[] {
  const { meeting, title, closedAt, mode, instrument, leaders } = result;
  const { ballots, invited } = rating;
  const shown = rating.dimensions.find(({ dimension }) => dimension === id)?.result;
  if (shown?.status !== 'shown' || ballots === null) return [];
  const about = { meeting, title, openedAt: opened, closedAt, ballots, invited, mode, instrument, leaders };
  return [{ ...about, result: shown, mean: meanBounds(rating, questions) }];
}

function plannedDay({ status, scheduledFor }: Card): readonly string[] {
  return status === 'draft' && scheduledFor !== null ? [dayOf(scheduledFor)] : [];
}
