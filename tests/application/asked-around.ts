import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { Role } from '@plumbline/shared/domain/team/team';
import { makeId, type MeetingId, type PersonId, type TeamId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';
import { Company } from './company.ts';

/** People by number: the first, and the one after the last. */
export type Range = readonly [from: number, to: number];

interface Group {
  readonly group: string;
  readonly people: PersonId[];
}

/** Nobody of them is in the team. */
export const FIRST = 100;
export const CUSTOMERS: Range = [FIRST, FIRST + 7];
export const PEERS: Range = [FIRST + 7, FIRST + 12];
export const REPORTS: Range = [FIRST + 12, FIRST + 15];

export function group(name: string, [from, to]: Range): Group {
  return { group: name, people: Array.from({ length: to - from }, (_, at) => makeId('person', `p${from + at}`)) };
}

/** The same with somebody who does not exist, under an id like those that stand for people who are forgotten. */
export function withNobody(name: string, range: Range): Group {
  const { group: of, people } = group(name, range);
  return { group: of, people: [...people, makeId('person', 'asked-1')] };
}

export function usual(): Group[] {
  return [group('Customers', CUSTOMERS), group('Peers', PEERS), group('Reports', REPORTS)];
}

/** A company with one team of six leaders, whose coach asks people around it. */
export class AskedAround {
  readonly company: Company;
  readonly team: TeamId;

  private constructor(company: Company, team: TeamId) {
    this.company = company;
    this.team = team;
  }

  static async begin(others: readonly Role[] = []): Promise<AskedAround> {
    const company = new Company();
    return new AskedAround(company, await company.team(6, others));
  }

  /** A draft of a pulse, or of what is none. */
  async plan(format: 'pulse' | 'meeting' = 'pulse', mode: 'anonymous' | 'named' = 'anonymous'): Promise<MeetingId> {
    const { company, team } = this;
    const input = { format, composition: { ...COMPOSITION, title: 'Around us', mode } };
    return (await company.get('composeMeeting', company.person(0), { params: { team }, input })).id;
  }

  async name(meeting: MeetingId, groups: Group[]) {
    const { company } = this;
    const ifMatch = await this.revisionOf(meeting);
    return company.call('nameStakeholders', company.person(0), { params: { meeting }, input: { groups }, ifMatch });
  }

  /** A draft that asks these. */
  async draft(groups = usual()): Promise<MeetingId> {
    const meeting = await this.plan();
    const named = await this.name(meeting, groups);
    if (!named.ok) throw new Error(named.error.kind);
    return meeting;
  }

  async tryOpen(meeting: MeetingId) {
    const { company } = this;
    const ifMatch = await this.revisionOf(meeting);
    const input = { closesAt: company.now + 7 * DAY };
    return company.call('openMeeting', company.person(0), { params: { meeting }, input, ifMatch });
  }

  /** An open pulse that asks these, of which all have been told. */
  async open(groups = usual()): Promise<MeetingId> {
    const meeting = await this.draft(groups);
    const opened = await this.tryOpen(meeting);
    if (!opened.ok) throw new Error(opened.error.kind);
    await keepHouse(this.company.ports);
    return meeting;
  }

  async discard(meeting: MeetingId): Promise<void> {
    const ifMatch = await this.revisionOf(meeting);
    await this.company.get('discardDraft', this.company.person(0), { params: { meeting }, input: null, ifMatch });
  }

  async close(meeting: MeetingId): Promise<void> {
    await this.company.direct(meeting, { type: 'close' });
  }

  async revisionOf(meeting: MeetingId): Promise<string> {
    return String((await this.company.view(meeting)).revision);
  }
}
