import type { Team } from '../../domain/team/team.ts';
import type { TeamId } from '../../kernel/ids.ts';
import { DAY } from '../../kernel/instant.ts';
import { records } from '../../records/kinds.ts';
import { organisationRecords } from '../../records/organisation-kinds.ts';
import { decode } from '../../records/record.ts';
import { allOf, document, readKept } from '../documents.ts';
import { loadTeam } from '../in-team.ts';
import { IDS, teamPlace } from '../places.ts';
import type { Ports } from '../use-case.ts';
import { LISTED, organisationPlace, TEAMS_LISTED } from './places.ts';

const SCANNED_AT_ONCE = 500;
/** So many pages of the store are gone through each time that the house is kept. */
const PAGES_AT_ONCE = 20;
/**
 * An older version that still serves beside this one founds teams without listing them. So all are gone through a second
 * time, when it is long gone.
 */
const PASSES = 2;
const BETWEEN_PASSES = DAY;

/** Puts a team on the list of its organisation; done before the team is there, so that none is ever missing. */
export async function listTeam(ports: Ports, tenant: string, team: TeamId): Promise<void> {
  const listed = document(organisationRecords.listedTeam, `${LISTED}${team}`, { team });
  await ports.store.put(organisationPlace(tenant), listed);
}

/** Takes a team off the list. */
export async function unlistTeam(ports: Ports, tenant: string, team: TeamId): Promise<void> {
  await ports.store.delete(organisationPlace(tenant), `${LISTED}${team}`);
}

/** Some teams of an organisation in the order of their ids, after the one named; what was never founded is passed over. */
export async function listedTeams(
  ports: Ports,
  tenant: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly teams: readonly Team[]; readonly next: string | null }> {
  const query = { prefix: LISTED, limit, ...(after === null ? {} : { after: `${LISTED}${after}` }) };
  const { documents, next } = await ports.store.list(organisationPlace(tenant), query);
  const ids = documents.map((stored) => decode(organisationRecords.listedTeam, stored).team);
  return { teams: await loadAll(ports, tenant, ids), next: next === null ? null : next.slice(LISTED.length) };
}

/** All teams of an organisation. */
export async function allTeams(ports: Ports, tenant: string): Promise<readonly Team[]> {
  const place = organisationPlace(tenant);
  const listed = await allOf(ports, organisationRecords.listedTeam, { place, prefix: LISTED });
  return loadAll(
    ports,
    tenant,
    listed.map(({ team }) => team),
  );
}

/** Whether every team from before there was a list is on it. */
export async function areTeamsListed(ports: Ports): Promise<boolean> {
  return (await readProgress(ports)).passes > 0;
}

/**
 * Puts teams that were founded before there was a list on it, a part at a time: the whole store is gone through, twice in
 * its life. A crash has a part be gone through again.
 */
export async function listOldTeams(ports: Ports): Promise<void> {
  let { after, passes, endedAt } = await readProgress(ports);
  if (passes >= PASSES || (endedAt !== null && endedAt + BETWEEN_PASSES > ports.now())) return;
  for (let pages = 0; pages < PAGES_AT_ONCE; pages += 1) {
    const page = await ports.store.scan('teams', { after, limit: SCANNED_AT_ONCE });
    for (const { document: stored } of page.documents) {
      if (stored.id === IDS.team) await listOld(ports, decode(records.team, stored));
    }
    after = page.next;
    if (after === null) [passes, endedAt] = [passes + 1, ports.now()];
    const progress = document(organisationRecords.teamsListed, 'progress', {
      after,
      passes,
      endedAt: after === null ? endedAt : null,
    });
    await ports.store.put(TEAMS_LISTED, progress);
    if (after === null) return;
  }
}

async function listOld(ports: Ports, { tenant, id }: Team): Promise<void> {
  const isListed = await ports.store.read(organisationPlace(tenant), `${LISTED}${id}`);
  if (isListed) return;
  await listTeam(ports, tenant, id);
  // It may have been deleted since it was read.
  if ((await ports.store.read(teamPlace(tenant, id), IDS.team)) === null) await unlistTeam(ports, tenant, id);
}

async function readProgress(ports: Ports) {
  const kept = await readKept(ports, organisationRecords.teamsListed, { place: TEAMS_LISTED, id: 'progress' });
  return kept?.value ?? { after: null, passes: 0, endedAt: null };
}

/** So many teams are read at the same time. */
const TOGETHER = 25;

async function loadAll(ports: Ports, tenant: string, ids: readonly TeamId[]): Promise<readonly Team[]> {
  const loaded = await together(ids, (id) => loadTeam(ports, tenant, id));
  return loaded.flatMap((kept) => (kept ? [kept.value] : []));
}

/** Does something for each of many, some of them at the same time; the answers come in the order of what was asked. */
export async function together<A, B>(all: readonly A[], act: (one: A) => Promise<B>): Promise<readonly B[]> {
  const done: B[] = [];
  for (let from = 0; from < all.length; from += TOGETHER) {
    done.push(...(await Promise.all(all.slice(from, from + TOGETHER).map(act))));
  }
  return done;
}
