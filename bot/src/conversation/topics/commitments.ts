import { z } from 'zod';
import { idOf } from '@plumbline/shared/contract/schemas';
import type { CommitmentView, TeamView } from '@plumbline/shared/contract/views';
import { CHECK_IN_STATUSES } from '@plumbline/shared/domain/commitment/commitment';
import { asJsonObject, type JsonObject } from '@plumbline/shared/kernel/json';
import { ok } from '@plumbline/shared/kernel/result';
import type { Errand } from '@plumbline/shared/application/chat-memory';
import { refuse, say, settle, show, taking } from '../answers.ts';
import { askAgain } from '../ask.ts';
import { actionSet, aside, card, entries, title, words as line, type CardAction } from '../cards/card.ts';
import { withTeam } from '../in-team.ts';
import { nearestByWords } from '../nearest.ts';
import type { Answer, Asked, Topic, Turn } from '../turn.ts';
import { remindButton } from './nudges.ts';
import type { Words } from '../words.ts';

type CheckInStatus = (typeof CHECK_IN_STATUSES)[number];

/** Three commitments with two buttons each: a card has six at the most. */
const MOST_WITH_BUTTONS = 3;
const MOST_LISTED = 10;

const checkingIn = z.object({
  team: idOf('team'),
  commitment: idOf('commitment'),
  status: z.enum(CHECK_IN_STATUSES),
});

const stands = checkingIn.omit({ status: true });

/** What the team promised, and what became of it. */
export const commitments: Topic = {
  asks: {
    'open-commitments': (turn, asked) => withTeam(turn, asked, (team) => openOf(turn, team)),
    'my-commitments': (turn) => mine(turn),
    'check-in': (turn, asked) => checkInSaid(turn, asked),
  },
  takes: { 'check-in': taking(checkingIn, checkInTaken), 'first-check-in': taking(stands, firstStays) },
};

function openOf({ words }: Turn, team: TeamView): Answer {
  const open = openFirst(team.commitments);
  if (open.length === 0) {
    const none = team.withheld ? 'results.withheld' : 'commitments.none';
    return { messages: [{ text: words.t(none, { team: team.name }) }] };
  }
  const overdue = open.filter((commitment) => commitment.overdue).length;
  const text = words.t(overdue > 0 ? 'commitments.open-overdue' : 'commitments.open', {
    count: open.length,
    team: team.name,
    overdue,
  });
  return show(
    text,
    card({
      body: [
        title(text),
        ...entries(
          open.slice(0, MOST_LISTED).map((commitment, at) => commitmentLines(words, commitment, { at, owner: true })),
        ),
        ...(open.length > MOST_LISTED
          ? [aside(words.t('commitments.more', { count: open.length - MOST_LISTED }))]
          : []),
      ],
      actions: team.abilities.plan && overdue > 0 ? [remindButton(words, team, null)] : [],
      refresh: askAgain({ intent: 'open-commitments', entities: { team: team.id } }),
    }),
    { commitments: idsOf(open) },
  );
}

async function mine(turn: Turn): Promise<Answer> {
  const home = await turn.home();
  if (!home.ok) return refuse(home.error);
  const open = openFirst(home.value.commitments);
  const { words } = turn;
  if (open.length === 0) return say(turn, 'commitments.none-mine');
  const text = words.t('commitments.mine', { count: open.length });
  const lines = open
    .slice(0, MOST_LISTED)
    .map((commitment, at) => [
      ...commitmentLines(words, commitment, { at, owner: false }),
      ...(at < MOST_WITH_BUTTONS ? [actionSet(buttonsOf(turn, commitment))] : []),
    ]);
  return show(
    text,
    card({
      body: [
        title(text),
        ...entries(lines),
        ...(open.length > MOST_WITH_BUTTONS ? [aside(words.t('commitments.say'))] : []),
      ],
      refresh: askAgain({ intent: 'my-commitments' }),
    }),
    { commitments: idsOf(open) },
  );
}

/** "Done: publish the decision list", "the second one is late". */
async function checkInSaid(turn: Turn, { entities }: Asked): Promise<Answer> {
  const home = await turn.home();
  if (!home.ok) return refuse(home.error);
  const { words, memory } = turn;
  const open = openFirst(home.value.commitments);
  if (open.length === 0) return say(turn, 'commitments.none-mine');
  const { number, text: said } = entities;
  const listed = number === null ? undefined : memory.commitments.at(number < 0 ? number : number - 1);
  const numbered = open.filter(({ id }) => id === listed);
  const named = said === null ? [] : nearestByWords(said, open, ({ sentence }) => sentence);
  const found = numbered.length > 0 ? numbered : named;
  // Words that name none of them are about something else; no words at all are about the only one.
  const isOpen = found.length > 0 || (said === null && number === null);
  const meant = found.length > 0 ? found : open;
  const [only] = meant;
  const sure = isOpen && only !== undefined && meant.length === 1;
  const { status } = entities;
  if (sure && status !== null) {
    const done = await checkIn(turn, only, status);
    return done.ok ? { messages: [{ text: done.value.text }], memory: done.value.memory } : refuse(done.error);
  }
  const text = words.t(sure ? 'check-in.how' : 'check-in.which');
  const shown = meant.slice(0, MOST_WITH_BUTTONS);
  const lines = shown.map((commitment, at) => [
    ...commitmentLines(words, commitment, { at, owner: false }),
    actionSet(status === null ? buttonsOf(turn, commitment) : [statusButton(turn, commitment, status)]),
  ]);
  return show(text, card({ body: [line(text), ...entries(lines)] }), { commitments: idsOf(shown) });
}

async function checkInTaken(turn: Turn, sent: z.infer<typeof checkingIn>): Promise<Answer> {
  const { team, commitment, status } = sent;
  const done = await checkIn(turn, { team, id: commitment }, status);
  return done.ok ? settle(done.value.text, done.value.memory) : refuse(done.error);
}

async function checkIn(
  { operate, key, words }: Turn,
  { team, id }: Pick<CommitmentView, 'team' | 'id'>,
  status: CheckInStatus,
) {
  const done = await operate('checkIn', {
    params: { team, commitment: id },
    input: { status, note: '' },
    key: key(`check-in ${id} ${status}`),
  });
  if (!done.ok) return done;
  const { value } = done.value;
  const text = words.t('check-in.told', {
    status: words.t(`results:status.${value.status}`),
    sentence: value.sentence,
    team: value.teamName,
  });
  return ok({ text, memory: { team, undo: undoOf(value) } });
}

/** What was said before is said again; before the first check-in nothing was. One that was dropped stays so. */
function undoOf({ team, id, checkIns, status }: CommitmentView): Errand | null {
  if (status === 'dropped') return null;
  const before = checkIns.at(-2)?.status;
  return before === undefined
    ? { verb: 'first-check-in', data: asJsonObject({ team, commitment: id }) }
    : { verb: 'check-in', data: asJsonObject({ team, commitment: id, status: before }) };
}

/** Nothing is put into somebody's mouth: a first check-in stays until its owner says something else. */
function firstStays(turn: Turn, { team, commitment }: z.infer<typeof stands>): Answer {
  const text = turn.words.t('check-in.stays');
  const statuses = CHECK_IN_STATUSES.filter((status) => status !== 'dropped');
  const actions = statuses.map((status) => statusButton(turn, { team, id: commitment }, status));
  return show(text, card({ body: [line(text)], actions }));
}

function buttonsOf(turn: Turn, commitment: CommitmentView): readonly CardAction[] {
  return (['done', 'at-risk'] as const).map((status) => statusButton(turn, commitment, status));
}

function statusButton(
  { words }: Turn,
  { team, id }: Pick<CommitmentView, 'team' | 'id'>,
  status: CheckInStatus,
): CardAction {
  return {
    title: words.t(`results:status.${status}`),
    verb: 'check-in',
    data: asJsonObject({ team, commitment: id, status }),
  };
}

/** A commitment with its place in a list, with its owner where asked for, and how it stands. */
export function commitmentLines(
  words: Words,
  commitment: CommitmentView,
  { at, owner }: { readonly at: number; readonly owner: boolean },
): readonly JsonObject[] {
  const { sentence, displaces, status, due, overdue, moved } = commitment;
  const standing = words.t(overdue ? 'commitments.line-overdue' : 'commitments.line', {
    due: words.date(due),
    status: words.t(`results:status.${status}`),
  });
  const who = owner ? `${commitment.owner.name} · ` : '';
  return [
    line(`**${at + 1}. ${sentence}**`),
    line(`${who}${standing}`, { spacing: 'None' }),
    ...(displaces === '' ? [] : [aside(words.t('commitments.displaces', { displaces }))]),
    ...(moved === null ? [] : [aside(words.t(`commitments.moved.${moved}`))]),
  ];
}

/** What waits, overdue first, then by due date. */
function openFirst(all: readonly CommitmentView[]): readonly CommitmentView[] {
  return all
    .filter(({ status }) => status !== 'done' && status !== 'dropped')
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function idsOf(all: readonly CommitmentView[]) {
  return all.slice(0, MOST_LISTED).map(({ id }) => id);
}
