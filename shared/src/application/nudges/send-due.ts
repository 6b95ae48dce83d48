import type { Due, Nudge } from '../../domain/nudges/nudge.ts';
import { duesOf, joined } from '../../domain/nudges/facts.ts';
import { dayOfMessage, nextMorning, planMessage, type Plan } from '../../domain/nudges/plan.ts';
import type { NudgePreferences } from '../../domain/nudges/preferences.ts';
import { assert } from '../../kernel/assert.ts';
import { DAY, HOUR, MINUTE, type Duration } from '../../kernel/instant.ts';
import { nudgeRecords, type ChatToReach, type NudgeState } from '../../records/nudge-kinds.ts';
import { decode } from '../../records/record.ts';
import type { Kept } from '../kept.ts';
import type { StoredDocument } from '../ports/document-store.ts';
import type { Letter, Messenger } from '../ports/messenger.ts';
import type { Ports } from '../use-case.ts';
import { forgetChat, readChat, readPreferences, zoneOf } from './chats.ts';
import { factsFor, hasAnswered } from './facts.ts';
import { dueOf, lastDue, NUDGE_QUEUE, type Receiver } from './places.ts';
import { takeRoom } from './pace.ts';
import { moveTo, readState, replaceState } from './queue.ts';

/**
 * How looking at one person ended. `no-room`: their organisation's people have had enough messages for this minute.
 * `not-needed`: the moment of a message came, and there was nothing to say any more.
 */
type Ended = 'done' | 'no-room' | 'not-needed' | 'sent' | 'failed';

/** Longer than anything takes between claiming a message and noting it. */
const CLAIMED_FOR: Duration = 2 * MINUTE;
/** A message is given up after so long and so many tries: a weekend, in which nothing is tried, is no reason. */
const GIVEN_UP_AFTER: Duration = DAY;
const GIVEN_UP_TRIES = 5;
const FIRST_PAUSE: Duration = MINUTE;
const LONGEST_PAUSE: Duration = HOUR;
/** So long is an entry left alone that no state names: it may be about to. */
const LEFT_OVER_AFTER: Duration = 5 * MINUTE;
const MANY = 100;

interface Sending {
  readonly ports: Ports;
  readonly messenger: Messenger;
}

/**
 * Looks at one person who is due, and sends what there is to say. A message is claimed, noted as handled, and only then
 * sent: of several instances one sends it, and after a crash it is never sent a second time. A crash before the note leaves
 * a claim that runs out, and the message goes then; a crash after the note, and before it was sent, loses it.
 */
export async function lookAt(sending: Sending, entry: StoredDocument): Promise<Ended> {
  const { ports } = sending;
  const who = decode(nudgeRecords.queued, entry);
  const kept = await readState(ports, who);
  if (kept?.value.entry !== entry.id) {
    if (dueOf(entry.id) + LEFT_OVER_AFTER < ports.now()) await ports.store.delete(NUDGE_QUEUE, entry.id, entry.etag);
    return 'done';
  }
  if ((kept.value.claimedUntil ?? 0) > ports.now()) return 'done';
  const view = await viewOf(ports, who);
  if (!view) {
    await forgetChat(ports, who);
    return 'done';
  }
  const plan = planFor(ports, { who, kept, view });
  if (plan.kind === 'send') return sendMessage(sending, { who, kept, view, due: plan.due });
  await lookAgain(ports, { who, kept, view, plan });
  return 'done';
}

/** Everybody who is due, in an order that says nothing but since which minute. */
export async function* everybodyDue(ports: Ports): AsyncGenerator<StoredDocument> {
  const until = lastDue(ports.now());
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Ports['store']['list']>> = await ports.store.list(NUDGE_QUEUE, {
      prefix: '',
      limit: MANY,
      ...(after === null ? {} : { after }),
    });
    for (const entry of page.documents) {
      if (entry.id > until) return;
      yield entry;
    }
    after = page.next;
  } while (after !== null);
}

/** How long it is waited before the next try, after so long in vain: a minute, two, four, up to an hour. */
function pauseAfter(failing: Duration): Duration {
  return Math.min(LONGEST_PAUSE, Math.max(FIRST_PAUSE, failing));
}

interface View {
  readonly chat: ChatToReach;
  readonly preferences: NudgePreferences;
  readonly zone: string;
  readonly dues: readonly Due[];
}

interface Looking {
  readonly who: Receiver;
  readonly kept: Kept<NudgeState>;
  readonly view: View;
}

async function viewOf(ports: Ports, who: Receiver): Promise<View | null> {
  const chat = await readChat(ports, who);
  if (!chat) return null;
  const preferences = await readPreferences(ports, who);
  const zone = zoneOf(preferences, chat);
  return { chat, preferences, zone, dues: duesOf(await factsFor(ports, who), zone) };
}

function planFor(ports: Ports, { who, kept, view }: Looking): Plan {
  const hashed = new Set(kept.value.handled);
  const keys = view.dues.map(({ key }) => key).filter((key) => hashed.has(hashOf(ports, who, key)));
  const handled = { keys: new Set(keys), lastDay: kept.value.lastDay };
  return planMessage(view.dues, { ...view, handled, now: ports.now() });
}

async function lookAgain(ports: Ports, looking: Looking & { readonly plan?: Plan }): Promise<void> {
  const { who, kept, view, plan = planFor(ports, looking) } = looking;
  const morning = nextMorning({ ...view, now: ports.now() });
  const at = plan.kind === 'wait' && plan.at !== null ? Math.min(plan.at, morning) : morning;
  await moveTo(ports, who, { kept, at });
}

async function sendMessage(
  { ports, messenger }: Sending,
  { who, kept, view, due }: Looking & { readonly due: readonly Due[] },
): Promise<Ended> {
  const until = ports.now() + CLAIMED_FOR;
  const claimed = await replaceState(ports, who, { ...kept, value: { ...kept.value, claimedUntil: until } });
  if (!claimed) return 'done';
  // Also for what turns out not to be needed: who waits for room must not say who has not answered.
  if (!(await takeRoom(ports, who.tenant))) {
    await replaceState(ports, who, { ...claimed, value: kept.value });
    return 'no-room';
  }
  const said = joined(due);
  const nudges = await stillNeeded(ports, who, said);
  // Whoever stopped a moment ago is not spoken to any more.
  const { chat, isWelcome } = await latestWish(ports, who);
  if (!chat || !isWelcome) {
    await replaceState(ports, who, { ...claimed, value: kept.value });
    return 'done';
  }
  const noted = await replaceState(ports, who, { ...claimed, value: notedState(ports, { who, kept, view, due }) });
  // Somebody else moved it, or the person is gone.
  if (!noted) return 'done';
  const letter = { nudges, locale: chat.locale, timeZone: view.zone };
  const outcome = nudges.length === 0 ? 'not-needed' : await deliver({ ports, messenger }, chat, letter);
  switch (outcome) {
    case 'gone':
      await forgetChat(ports, who);
      return 'sent';
    case 'later':
      // Whoever has answered is not tried again; so nobody is, where that is all that there is to say.
      if (said.every(({ nudge }) => nudge.kind === 'reminder')) await lookAgain(ports, { who, kept: noted, view });
      else await tryLater(ports, { who, kept, view, noted, said });
      return 'failed';
    case 'unknown':
      await lookAgain(ports, { who, kept: noted, view });
      // For all others it is as good as lost: a connector that is silent holds up every message.
      return 'failed';
    case 'sent':
    case 'not-needed':
      await lookAgain(ports, { who, kept: noted, view });
      return outcome;
  }
}

/** What is left to say: nobody who has answered is reminded. Everybody who is asked is looked at in the same way. */
async function stillNeeded(ports: Ports, who: Receiver, due: readonly Due[]): Promise<readonly Nudge[]> {
  const needed = await Promise.all(
    due.map(async ({ nudge }) => {
      const isOver = nudge.kind === 'reminder' && (await hasAnswered(ports, who, nudge.meeting));
      return isOver ? null : nudge;
    }),
  );
  return needed.filter((nudge) => nudge !== null);
}

async function latestWish(
  ports: Ports,
  who: Receiver,
): Promise<{ readonly chat: ChatToReach | null; readonly isWelcome: boolean }> {
  const [chat, { stopped, snoozedUntil }] = await Promise.all([readChat(ports, who), readPreferences(ports, who)]);
  return { chat, isWelcome: !stopped && (snoozedUntil ?? 0) <= ports.now() };
}

/** The same for a message that is sent and for one that turned out not to be needed. */
function notedState(ports: Ports, { who, kept, view, due }: Looking & { readonly due: readonly Due[] }): NudgeState {
  const before = new Set(kept.value.handled);
  const over = new Set(due.map(({ key }) => key));
  // What is no fact any more need not be remembered.
  const handled = view.dues.flatMap(({ key }) => {
    const hash = hashOf(ports, who, key);
    return before.has(hash) || over.has(key) ? [hash] : [];
  });
  const lastDay = dayOfMessage({ ...view, now: ports.now() });
  const last = due.map(({ key }) => hashOf(ports, who, key));
  return { ...kept.value, handled, last, lastDay, claimedUntil: null, failing: null };
}

async function deliver(
  { ports, messenger }: Sending,
  chat: ChatToReach,
  letter: Letter,
): ReturnType<Messenger['send']> {
  assert(letter.nudges.length > 0, 'a message says something');
  try {
    return await messenger.send(chat.reference, letter);
  } catch (fault) {
    ports.tellFault(fault);
    return 'later';
  }
}

/** What did not arrive is due again after a pause, as if it had never been tried; after a day it stays as it is noted. */
async function tryLater(
  ports: Ports,
  { who, kept, view, noted, said }: Looking & { readonly noted: Kept<NudgeState>; readonly said: readonly Due[] },
): Promise<void> {
  const now = ports.now();
  const keys = said.map(({ key }) => hashOf(ports, who, key)).toSorted();
  const before = kept.value.failing;
  // Another message has a day of its own.
  const isSame = before?.keys.join() === keys.join();
  const failing = { keys, since: isSame ? before.since : now, tries: isSame ? before.tries + 1 : 1 };
  if (now - failing.since >= GIVEN_UP_AFTER && failing.tries >= GIVEN_UP_TRIES) {
    ports.tellFault(new UndeliveredNudge());
    return lookAgain(ports, { who, kept: noted, view });
  }
  const again = { ...noted, value: { ...kept.value, claimedUntil: null, failing } };
  await moveTo(ports, who, { kept: again, at: now + pauseAfter(now - failing.since) });
}

/** Which nudge it was, for somebody who has the service's secret; so no id of a meeting outlives it here. */
function hashOf(ports: Ports, { tenant, person }: Receiver, key: string): string {
  return ports.idFrom('comment', ['nudge', tenant, person, key]);
}

/** A message that could not be delivered for a day. It does not say to whom. */
class UndeliveredNudge extends Error {
  constructor() {
    super('A message that the bot was to send unasked could not be delivered for a day, and is given up');
    this.name = 'UndeliveredNudge';
  }
}
