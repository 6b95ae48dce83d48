import type { Meeting, OpenMeeting } from '../domain/meeting/meeting.ts';
import { areKnown, tellsOfFew, withoutMembers, type AskedInGroups } from '../domain/meeting/stakeholders.ts';
import type { Team } from '../domain/team/team.ts';
import type { MeetingId } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { records } from '../records/kinds.ts';
import { allOf, document, readKept } from './documents.ts';
import { loadMeeting } from './in-team.ts';
import { IDS, teamPlace } from './places.ts';
import type { Ports } from './use-case.ts';

type CannotAsk =
  { readonly kind: 'stakeholders.too-alike'; readonly minimumGroup: number } | { readonly kind: 'revision.stale' };

const TRIES = 20;

/**
 * Puts a pulse that is about to be opened on its team's list of those that ask stakeholders, or refuses it where it asks
 * nearly the same as another one: whoever compared their results would know what the few answered in whom they differ.
 * Whoever comes next finds it on the list before anybody is asked, so that of two at the same moment the second is judged
 * beside the first. Pulses of which it is no longer known whom they asked go from the list.
 */
export async function claimStakeholders(
  ports: Ports,
  { tenant, id, terms }: OpenMeeting,
  team: Team,
): Promise<Result<null, CannotAsk>> {
  if (terms.asks === 'team') return ok(null);
  const place = teamPlace(tenant, team.id);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const list = await readKept(ports, records.asked, { place, id: IDS.asked });
    const others = await askedBefore(ports, team, { claimed: list?.value.meetings ?? [], but: id });
    const before = others.map(({ asked }) => asked);
    if (tellsOfFew(terms, before)) return fail({ kind: 'stakeholders.too-alike', minimumGroup: terms.minimumGroup });
    const next = document(records.asked, IDS.asked, { meetings: [...others.map(({ meeting }) => meeting), id] });
    // Also where it is on the list already: whoever has read the list by now is to judge again.
    const written = list ? await ports.store.replace(place, next, list.etag) : await ports.store.create(place, next);
    if (written.ok) return ok(null);
  }
  return fail({ kind: 'revision.stale' });
}

/** Takes a pulse that is gone from the list; where others are faster again and again, whoever is next on it does it. */
export async function releaseStakeholders(
  ports: Ports,
  { tenant, team, id }: Pick<Meeting, 'tenant' | 'team' | 'id'>,
): Promise<void> {
  const place = teamPlace(tenant, team);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const list = await readKept(ports, records.asked, { place, id: IDS.asked });
    if (list?.value.meetings.includes(id) !== true) return;
    const left = list.value.meetings.filter((meeting) => meeting !== id);
    const written = await ports.store.replace(place, document(records.asked, IDS.asked, { meetings: left }), list.etag);
    if (written.ok) return;
  }
}

/** Other pulses of a team that ask stakeholders or are about to, as long as it is known whom. */
async function askedBefore(
  ports: Ports,
  team: Team,
  { claimed, but }: { readonly claimed: readonly MeetingId[]; readonly but: MeetingId },
): Promise<readonly { readonly meeting: MeetingId; readonly asked: AskedInGroups }[]> {
  // Those that were opened before there was a list have a card.
  const cards = await allOf(ports, records.card, { place: teamPlace(team.tenant, team.id), prefix: IDS.cards });
  const carded = cards.flatMap((card) => (card.asks === 'stakeholders' ? [card.id] : []));
  const ids = [...new Set([...claimed, ...carded])].filter((meeting) => meeting !== but).sort();
  const found = await Promise.all(
    ids.map(async (meeting) => {
      const asked = await askedBy(ports, { team, meeting, isClaimed: claimed.includes(meeting) });
      return asked === null ? [] : [{ meeting, asked }];
    }),
  );
  return found.flat();
}

async function askedBy(
  ports: Ports,
  { team, meeting: id, isClaimed }: { readonly team: Team; readonly meeting: MeetingId; readonly isClaimed: boolean },
): Promise<AskedInGroups | null> {
  const meeting = (await loadMeeting(ports, team.tenant, id))?.value;
  if (!meeting) return null;
  if (meeting.status !== 'draft') return areKnown(meeting.terms.groups) ? meeting.terms : null;
  const groups = withoutMembers(meeting.stakeholders, team);
  return isClaimed && groups.length > 0 ? { groups, minimumGroup: team.minimumGroup } : null;
}
