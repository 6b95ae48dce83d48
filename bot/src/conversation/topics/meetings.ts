import type { HomeView, MeetingCard } from '@plumbline/shared/contract/views';
import type { Instant } from '@plumbline/shared/kernel/instant';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { refuse, say, show } from '../answers.ts';
import { aside, card, entries, heading, MOST_ACTIONS, title, words as line } from '../cards/card.ts';
import type { Answer, Asked, Topic, Turn } from '../turn.ts';
import type { Words } from '../words.ts';

const MOST_TEAMS = 5;
/** Of what is open, and of what is planned. */
const MOST_OF_A_KIND = 3;

/** What is open, what is planned and what closed last, in every team of whoever asks. */
export const meetings: Topic = {
  asks: { meetings: listed },
  takes: {},
};

/** What a team's name stands above. */
interface Listed {
  readonly name: string;
  readonly open: readonly MeetingCard[];
  /** The soonest first, and those with no day last. */
  readonly planned: readonly MeetingCard[];
  readonly last: MeetingCard | null;
  readonly withheld: boolean;
}

async function listed(turn: Turn, { entities }: Asked): Promise<Answer> {
  const home = await turn.home();
  if (!home.ok) return refuse(home.error);
  const { words, link, now } = turn;
  const named = home.value.teams.filter(({ id }) => id === entities.team);
  const teams = named.length > 0 ? named : home.value.teams;
  const all = [
    ...teams.map(({ name, meetings: cards, withheld }) => sorted(name, cards, withheld)),
    ...(named.length > 0 ? [] : besideTeams(home.value)),
  ];
  if (all.length === 0) return say(turn, 'team.none');
  const shown = all.slice(0, MOST_TEAMS);
  const order = [
    ...shown.flatMap(({ open }) => open),
    ...shown.flatMap(({ planned }) => planned).toSorted(soonestFirst),
    ...shown.flatMap(({ last }) => last ?? []),
  ];
  const [first] = order;
  const head = words.t('meetings.title');
  return show(
    `${head}: ${first ? lineOf(words, now, first) : words.t(nothingOf(shown))}`,
    card({
      body: [
        title(head),
        ...entries(shown.map((one) => linesOf(turn, one))),
        ...(all.length > MOST_TEAMS ? [aside(words.t('meetings.more-teams', { count: all.length - MOST_TEAMS }))] : []),
        ...(teams.some(({ role }) => role === 'leader' || role === 'coach') ? [aside(words.t('meetings.how'))] : []),
      ],
      actions: [
        ...order.slice(0, MOST_ACTIONS - 1).map(({ id, title: name }) => ({
          title: words.t('meetings.go', { title: name }),
          url: link({ kind: 'meeting', id }, name),
        })),
        { title: words.t('open.home'), url: link({ kind: 'home' }, 'Plumbline') },
      ],
    }),
    named[0] ? { team: named[0].id } : {},
  );
}

function sorted(name: string, cards: readonly MeetingCard[], withheld = false): Listed {
  const closed = cards.filter(({ status }) => status === 'closed');
  const [last = null] = closed.toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
  return {
    name,
    withheld,
    open: cards.filter(({ status }) => status === 'open'),
    planned: cards.filter(({ status }) => status === 'draft').toSorted(soonestFirst),
    last,
  };
}

/** What asks a person who is in none of its team. */
function besideTeams({ teams, waiting }: HomeView): readonly Listed[] {
  const own = new Set(teams.flatMap(({ meetings: cards }) => cards.map(({ id }) => id)));
  return waiting.flatMap((item) =>
    item.kind === 'ballot' && !own.has(item.meeting.id) ? [sorted(item.team, [item.meeting])] : [],
  );
}

function soonestFirst(one: MeetingCard, other: MeetingCard): number {
  return momentOf(one) - momentOf(other);
}

/** One that has no day comes after all that have one. */
function momentOf({ opening, scheduledFor }: MeetingCard): number {
  return opening?.at ?? scheduledFor ?? Number.MAX_SAFE_INTEGER;
}

/** There may be something that is not shown. */
function nothingOf(shown: readonly Listed[]) {
  return shown.some(({ withheld }) => withheld) ? 'meetings.withheld' : 'meetings.nothing';
}

function linesOf({ words, now }: Turn, listing: Listed): readonly JsonObject[] {
  const { name, open, planned, last } = listing;
  const shown = [...open.slice(0, MOST_OF_A_KIND), ...planned.slice(0, MOST_OF_A_KIND), ...(last ? [last] : [])];
  const more = open.length + planned.length + (last ? 1 : 0) - shown.length;
  return [
    heading(name),
    ...(shown.length === 0 ? [line(words.t(nothingOf([listing])))] : []),
    ...shown.map((one) => line(lineOf(words, now, one), { spacing: 'Small' })),
    ...(more > 0 ? [aside(words.t('meetings.more', { count: more }))] : []),
  ];
}

function lineOf(words: Words, now: Instant, meeting: MeetingCard): string {
  const format = words.t(`results:format.${meeting.format}`);
  return words.t('meetings.line', { title: meeting.title, format, standing: standingOf(words, now, meeting) });
}

function standingOf(words: Words, now: Instant, meeting: MeetingCard): string {
  const { status, opening, scheduledFor, closesAt, closedAt } = meeting;
  switch (status) {
    case 'open':
      return closesAt === null
        ? words.t('meetings.open')
        : words.t('meetings.open-until', { moment: words.moment(closesAt) });
    case 'closed':
      return closedAt === null
        ? words.t('results:meeting.closed')
        : words.t('meetings.closed', { date: words.day(closedAt) });
    case 'draft':
      if (opening !== null) {
        return opening.missed
          ? words.t('meetings.missed')
          : words.t('meetings.opens', { moment: words.moment(opening.at) });
      }
      if (scheduledFor === null) return words.t('meetings.undated');
      return words.t(scheduledFor < now ? 'meetings.was-planned' : 'meetings.planned', {
        moment: words.moment(scheduledFor),
      });
  }
}
