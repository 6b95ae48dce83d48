import { createClaims } from '@plumbline/bot/turns/once-only';
import { document } from '@plumbline/shared/application/documents';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { keepDeletion } from '@plumbline/shared/application/lifecycle/deletions';
import { noteBegun, tie } from '@plumbline/shared/application/meeting-chats';
import { announceOpened } from '@plumbline/shared/application/nudges/announce';
import { rememberChat } from '@plumbline/shared/application/nudges/chats';
import { TEAMS_LISTED } from '@plumbline/shared/application/organisation/places';
import { teamPlace } from '@plumbline/shared/application/places';
import type { Actor } from '@plumbline/shared/application/use-case';
import type { MeetingId, RoundId, TeamId } from '@plumbline/shared/kernel/ids';
import { DAY, MINUTE } from '@plumbline/shared/kernel/instant';
import { organisationRecords } from '@plumbline/shared/records/organisation-kinds';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';
import { Company } from './company.ts';

const Q = 'al.roles.1';

/** Two tenants in one store; whoever is not said to be of the other is of the one that it is the turn of. */
export class TwoOrganisations extends Company {
  turn = 'tenant-1';

  override person(number: number, tenant = this.turn): Actor {
    return super.person(number, tenant);
  }
}

/** What a tenant has. */
export interface Organisation {
  readonly tenant: string;
  readonly team: TeamId;
  readonly past: MeetingId;
  readonly open: MeetingId;
  /** A round of the open meeting, whose key is there. */
  readonly round: RoundId;
}

/** Fills a tenant with something of everything that is kept. */
export async function organise(company: TwoOrganisations, tenant: string): Promise<Organisation> {
  company.turn = tenant;
  const { ports } = company;
  const coach = company.person(0);
  const team = await company.team(6, ['sponsor']);
  const past = await company.meeting(team);
  await rate(company, past);
  await company.get('keepNote', coach, { params: { meeting: past, question: Q }, input: { text: 'For me.' } });
  await company.direct(past, { type: 'close' });
  await keepHouse(ports);
  const engagement = { sponsor: null, purpose: 'Decide once.', occasion: 'none' } as const;
  const begun = await company.get('beginEngagement', coach, { params: { team }, input: engagement });
  const ifMatch = String(begun.revision);
  await company.get('endEngagement', coach, { params: { team }, input: null, ifMatch });
  const done = { title: '', entry: 'silent-start', dimension: 'dynamics', day: '2026-01-05', measureOn: null };
  await company.get('logIntervention', coach, { params: { team }, input: done });

  const open = await company.meeting(team);
  const round = await rate(company, open);
  await plan(company, team);
  await speak(company, open);
  return { tenant, team, past, open, round };
}

/** Leaves a deletion of the team, and going through all teams, where a crash would: keeping house would finish them. */
export async function leaveUnfinished(company: TwoOrganisations, { tenant, team, past }: Organisation): Promise<void> {
  const people = [company.person(0, tenant).person];
  await keepDeletion(company.ports, { of: 'team', tenant, team, people, meetings: [past] });
  const after = JSON.stringify(['documents', teamPlace(tenant, team).partition, 'team']);
  const listing = document(organisationRecords.teamsListed, 'progress', { after, passes: 0, endedAt: null });
  await company.store.put(TEAMS_LISTED, listing);
}

async function rate(company: Company, meeting: MeetingId): Promise<RoundId> {
  const round = await company.round(meeting, 'rating');
  await company.vote(meeting, round, { question: Q, values: [1, 2, 3, 5, 6, 7] });
  return round.id;
}

/** A pulse that opens by itself. */
async function plan(company: Company, team: TeamId): Promise<void> {
  const input = { format: 'pulse', composition: { ...COMPOSITION, scheduledFor: null } } as const;
  const { id, revision } = await company.get('composeMeeting', company.person(0), { params: { team }, input });
  const opensAt = company.now + 30 * DAY;
  const opening = { opensAt, closesAt: opensAt + DAY };
  const ifMatch = String(revision);
  await company.get('planOpening', company.person(0), { params: { meeting: id }, input: opening, ifMatch });
}

/** What is kept by who speaks with the bot, alone and in the chat of a meeting that has begun there. */
async function speak(company: TwoOrganisations, meeting: MeetingId): Promise<void> {
  const { ports, turn: tenant } = company;
  const reference = { conversation: `chat of ${tenant}` };
  await rememberChat(ports, company.person(1), { reference, locale: 'en', timeZone: null });
  await noteBegun(ports, { tenant, chat: 'c' }, { reference, locale: 'en' });
  await tie(ports, { tenant, chat: 'c' }, meeting);
  const claims = createClaims(company.store);
  await claims.take(tenant, ['an activity'], company.now);
  company.now += MINUTE;
  await announceOpened(ports, () => true);
}
