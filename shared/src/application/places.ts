import { shardOf } from '../domain/ballot/shards.ts';
import type { Round } from '../domain/meeting/meeting.ts';
import type { MeetingId, PersonId, RoundId, TeamId } from '../kernel/ids.ts';
import type { Place } from './ports/document-store.ts';

/** A meeting, its snapshots and its idempotency entries. */
export function meetingPlace(tenant: string, meeting: MeetingId): Place {
  return { container: 'core', partition: `t|${tenant}|m|${meeting}` };
}

/** The list of meetings that are not sealed yet, over all tenants: what keeping house walks through. */
export const OPEN_MEETINGS: Place = { container: 'core', partition: 'open-meetings' };

/** Drafts that open by themselves, by the minute of it, over all tenants. */
export const PLANNED_OPENINGS: Place = { container: 'core', partition: 'planned-openings' };

/** A team with its meetings' cards, commitments, instruments and time line. */
export function teamPlace(tenant: string, team: TeamId): Place {
  return { container: 'teams', partition: `t|${tenant}|team|${team}` };
}

/** The teams that a person is a member of. */
export function personPlace(tenant: string, person: PersonId): Place {
  return { container: 'teams', partition: `t|${tenant}|p|${person}` };
}

/** A shard of a round's ballots: under secret tags while it is open, shuffled under random ids after its meeting. */
export function ballotPlace(tenant: string, round: RoundId, shard: number): Place {
  return { container: 'ballots', partition: `t|${tenant}|r|${round}|${shard}` };
}

/** All shards of a round's ballots. */
export function ballotPlaces(tenant: string, { id, shards }: Pick<Round, 'id' | 'shards'>): readonly Place[] {
  return Array.from({ length: shards }, (_, shard) => ballotPlace(tenant, id, shard));
}

/** The shard in which the ballot under a tag lies. */
export function placeOfTag(tenant: string, { id, shards }: Pick<Round, 'id' | 'shards'>, tag: string): Place {
  return ballotPlace(tenant, id, shardOf(tag, shards));
}

/** What one person keeps for themselves. */
export function privatePlace(tenant: string, person: PersonId): Place {
  return { container: 'private', partition: `t|${tenant}|u|${person}` };
}

export const IDS = {
  team: 'team',
  meeting: 'meeting',
  gate: 'gate',
  shut: 'shut',
  /** What instances of before kept of a shard's count. */
  tally: 'tally',
  ballots: 'b|',
  sealed: 's|',
  cards: 'meeting|',
  commitments: 'commitment|',
  results: 'result|',
  instruments: 'instrument|',
  engagement: 'engagement',
  /** Which pulses of a team ask stakeholders. */
  asked: 'asked',
  teams: 'team|',
  notes: 'note|',
  /** People who were named as participants, by call; after the opening, the lists of them. */
  named: 'named|',
  participants: 'participants|',
  inviting: 'inviting',
  invitations: 'pulse|',
  once: 'idem|',
} as const;
