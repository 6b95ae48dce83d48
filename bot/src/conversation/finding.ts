import type { HomeView, MeetingCard } from '@plumbline/shared/contract/views';
import { readDeepLink } from '@plumbline/shared/contract/deep-link';
import type { Entity } from '@plumbline/shared/contract/entity';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { aside, card, title, words as line } from './cards/card.ts';
import type { Found } from './effect.ts';
import { nearestByWords } from './nearest.ts';
import type { Turn } from './turn.ts';

const MOST_FOUND = 10;

/**
 * What somebody could put into a chat: what the words name, or all of it without words; the latest first. A card for others names a thing and opens
 * it, and everybody who opens it sees what is theirs to see: no result travels on it.
 */
export async function find(turn: Turn, text: string): Promise<readonly Found[]> {
  const home = await turn.home();
  if (!home.ok) return [];
  const all = [...meetingsIn(turn, home.value), ...commitmentsIn(turn, home.value)];
  const named = text.trim() === '' ? all : all.filter(({ title: name, detail }) => fits(text, `${name} ${detail}`));
  return named.slice(0, MOST_FOUND);
}

/** The card of a link of ours, as far as the person who pasted it may see what it leads to. */
export async function preview(turn: Turn, url: string): Promise<readonly Found[]> {
  const entity = readDeepLink(url);
  const home = await turn.home();
  if (!entity || !home.ok || entity.kind === 'home') return [];
  if (entity.kind === 'team') {
    const team = home.value.teams.find(({ id }) => id === entity.id);
    return team ? [linkTo(turn, entity, { title: team.name, detail: team.organisation })] : [];
  }
  const known = meetingsOf(home.value).find(({ meeting }) => meeting.id === entity.id);
  return known ? [meetingCard(turn, known)] : [];
}

interface KnownMeeting {
  readonly team: string;
  readonly meeting: MeetingCard;
}

function meetingsOf({ teams }: HomeView): readonly KnownMeeting[] {
  return teams.flatMap((team) => team.meetings.map((meeting) => ({ team: team.name, meeting })));
}

/** Latest first; a plan is nobody else's business yet. */
function meetingsIn(turn: Turn, home: HomeView): readonly Found[] {
  return meetingsOf(home)
    .filter(({ meeting }) => meeting.status !== 'draft')
    .toSorted((a, b) => (b.meeting.openedAt ?? 0) - (a.meeting.openedAt ?? 0))
    .map((known) => meetingCard(turn, known));
}

function meetingCard(turn: Turn, { team, meeting }: KnownMeeting): Found {
  const { words } = turn;
  const { status, closedAt, closesAt, format, id } = meeting;
  const standing =
    closedAt !== null
      ? words.t('find.closed', { date: words.day(closedAt) })
      : closesAt === null
        ? words.t(`results:meeting.${status}`)
        : words.t('find.open-until', { moment: words.moment(closesAt) });
  const detail = `${team} · ${words.t(`results:format.${format}`)} · ${standing}`;
  return linkTo(turn, { kind: 'meeting', id }, { title: meeting.title, detail });
}

function commitmentsIn(turn: Turn, { commitments }: HomeView): readonly Found[] {
  const { words } = turn;
  return commitments.map(({ sentence, owner, due, status, team, teamName }) => {
    const said = words.t('commitments.line', { due: words.date(due), status: words.t(`results:status.${status}`) });
    return linkTo(
      turn,
      { kind: 'team', id: team },
      { title: sentence, detail: `${owner.name} · ${teamName} · ${said}` },
    );
  });
}

function linkTo(
  { words, link }: Turn,
  entity: Entity,
  { title: name, detail }: { readonly title: string; readonly detail: string },
): Found {
  const shown: JsonObject = card({
    body: [title(name), line(detail), aside(words.t('find.own-view'))],
    actions: [{ title: words.t('open.meeting'), url: link(entity, name) }],
  });
  return { title: name, detail, card: shown };
}

function fits(text: string, named: string): boolean {
  return nearestByWords(text, [named], (name) => name).length > 0;
}
