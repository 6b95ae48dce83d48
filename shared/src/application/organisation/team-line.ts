import type { OrganisationTeam, UsageMonth } from '../../contract/organisation-operations.ts';
import { discloseTurnout } from '../../domain/disclosure/disclosure.ts';
import { leads, type Member, type Team } from '../../domain/team/team.ts';
import { DAY, dayOf, type Instant } from '../../kernel/instant.ts';
import { records, type Card, type ClosedResult } from '../../records/kinds.ts';
import { allOf } from '../documents.ts';
import { readEntries } from '../lifecycle/audit-log.ts';
import { auditPlace } from '../lifecycle/places.ts';
import { IDS, teamPlace } from '../places.ts';
import type { Ports } from '../use-case.ts';

/** A team that nobody who leads it has done or looked at anything in for so long can be given another lead. */
const QUIET_AFTER = 14 * DAY;
const YEAR = 365 * DAY;

/** A team's line in the list, and how much it did in the last twelve months, month by month. */
export interface TeamLine {
  readonly line: OrganisationTeam;
  readonly usage: readonly UsageMonth[];
}

/** Reads what is told of a team without telling what was said in it. */
export async function teamLine(ports: Ports, team: Team): Promise<TeamLine> {
  const place = teamPlace(team.tenant, team.id);
  const [cards, results, { entries }, active] = await Promise.all([
    allOf(ports, records.card, { place, prefix: IDS.cards }),
    allOf(ports, records.closedResult, { place, prefix: IDS.results }),
    readEntries(ports, auditPlace(team.tenant, team.id), null),
    activeLead(ports, team),
  ]);
  const [newest] = entries;
  const inStatus = (status: Card['status']) => cards.filter((card) => card.status === status).length;
  return {
    line: {
      id: team.id,
      name: team.name,
      organisation: team.organisation,
      scope: team.scope,
      people: team.members.length,
      leads: team.members.filter(leads).map(namedWithRole),
      activeOn: newest ? dayOf(newest.at) : null,
      meetings: { draft: inStatus('draft'), open: inStatus('open'), closed: inStatus('closed') },
      candidates: active ? [] : team.members.filter((member) => !leads(member)).map(namedWithRole),
    },
    usage: usageOf({ cards, results, since: ports.now() - YEAR }),
  };
}

/** Somebody who leads a team and has lately done or looked at something in it; answering is not written down. */
export async function activeLead(ports: Ports, team: Team): Promise<Member | null> {
  const since = ports.now() - QUIET_AFTER;
  let after: string | null = null;
  do {
    const { entries, next } = await readEntries(ports, auditPlace(team.tenant, team.id), after);
    for (const { at, person } of entries) {
      if (at < since) return null;
      const lead = team.members.find((member) => member.person === person && leads(member));
      if (lead) return lead;
    }
    after = next;
  } while (after !== null);
  return null;
}

/** Months of several teams as one, the newest first. */
export function addUsage(all: readonly UsageMonth[]): readonly UsageMonth[] {
  const byMonth = Map.groupBy(all, ({ month }) => month);
  const total = (of: readonly UsageMonth[], what: Exclude<keyof UsageMonth, 'month'>) =>
    of.reduce((sum, one) => sum + one[what], 0);
  return [...byMonth]
    .map(([month, of]) => ({
      month,
      meetings: total(of, 'meetings'),
      pulses: total(of, 'pulses'),
      asked: total(of, 'asked'),
      answered: total(of, 'answered'),
    }))
    .sort((a, b) => b.month.localeCompare(a.month));
}

function usageOf({
  cards,
  results,
  since,
}: {
  readonly cards: readonly Card[];
  readonly results: readonly ClosedResult[];
  readonly since: Instant;
}): readonly UsageMonth[] {
  const nothing = { meetings: 0, pulses: 0, asked: 0, answered: 0 };
  const held = cards.flatMap(({ closedAt, format }) => {
    if (closedAt === null) return [];
    const what = format === 'pulse' ? { pulses: 1 } : { meetings: 1 };
    return [{ ...nothing, month: monthOf(closedAt), ...what }];
  });
  const turnouts = results.flatMap(({ closedAt, tally, minimumGroup }) => {
    const answered = discloseTurnout({ round: tally, minimumGroup });
    return answered === null ? [] : [{ ...nothing, month: monthOf(closedAt), asked: tally.invited, answered }];
  });
  return addUsage([...held, ...turnouts].filter(({ month }) => month > monthOf(since)));
}

function monthOf(at: Instant): string {
  return dayOf(at).slice(0, 7);
}

function namedWithRole({ person, name, role }: Member) {
  return { person, name, role };
}
