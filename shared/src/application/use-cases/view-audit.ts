import type { Operations } from '../../contract/operations.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { decode } from '../../records/record.ts';
import { listAll } from '../documents.ts';
import { enterTeam } from '../in-team.ts';
import { readEntries } from '../lifecycle/audit-log.ts';
import { auditPlace } from '../lifecycle/places.ts';
import { IDS, teamPlace } from '../places.ts';
import { nameIn } from '../present/meeting.ts';
import type { UseCase } from '../use-case.ts';

/** Who did and saw what in a team, one page, newest first. */
export const viewAudit: UseCase<Operations['viewAudit']> = async (ports, call) => {
  const { actor, params } = call;
  const entered = await enterTeam(ports, 'viewAudit', call);
  if (!entered.ok) return entered;
  const { team } = entered.value;
  const after = params.page === 'first' ? null : params.page;
  const { entries, next } = await readEntries(ports, auditPlace(actor.tenant, team.id), after);
  const cards = await listAll(ports, teamPlace(actor.tenant, team.id), IDS.cards);
  const titles = new Map(cards.map((card) => decode(records.card, card)).map(({ id, title }) => [id, title]));
  const named = (person: PersonId) => ({ person, name: nameIn(team, person) });
  const shown = entries.map(({ id, act, at, role, ...entry }) => ({
    id,
    act,
    at,
    role,
    by: named(entry.person),
    meeting: entry.meeting === null ? null : { id: entry.meeting, title: titles.get(entry.meeting) ?? '' },
    about: entry.about === null ? null : named(entry.about),
  }));
  return ok({ output: { entries: shown, next }, revision: null });
};
