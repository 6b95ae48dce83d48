import type { Meeting, Round } from '../../domain/meeting/meeting.ts';
import { roundOf } from '../../domain/meeting/rounds.ts';
import { MINUTE } from '../../kernel/instant.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { document, readKept } from '../documents.ts';
import { loadMeeting } from '../in-team.ts';
import { replaceMeeting } from '../meetings.ts';
import { ballotPlaces, IDS } from '../places.ts';
import type { NewDocument, Place, StoredDocument, WriteOperation } from '../ports/document-store.ts';
import type { Ports } from '../use-case.ts';

/*
 * Each shard of a round has a gate while ballots are taken, and a record of the closing while it is shut. One batch turns
 * the one into the other, so that there is never both. A ballot is written in one batch that requires the gate: one that
 * was acknowledged is always counted, and one that came too late never is.
 *
 * A closing reads the meeting, shuts the gates, counts, and moves the meeting only as it was read. Whoever opens a gate
 * first looks by what it is shut, then writes the meeting anew, and opens the gate only where nobody has shut it since:
 * so no closing succeeds under whose count a gate was opened, however long it counts and whoever else closes the round.
 */

/** How long a gate is believed to be shut by somebody who is closing the round right now. */
const CLOSING_TAKES_AT_MOST = MINUTE;

const TRIES = 20;

const GATE = document(records.gate, IDS.gate, {});

/** By what the gate of a shard is shut: its record, in the version that somebody wrote. */
export interface Shut {
  readonly place: Place;
  readonly etag: string;
}

/** A round of a meeting, as they were read a moment ago. */
interface InMeeting {
  readonly meeting: Pick<Meeting, 'tenant' | 'id'>;
  readonly round: Round;
}

/** Lets a new round take ballots. It may be done twice, and changes nothing where the gate was shut since. */
export async function makeGates(ports: Ports, tenant: string, round: Round): Promise<void> {
  await Promise.all(ballotPlaces(tenant, round).map((place) => makeGate(ports, place)));
}

/**
 * Stops a round from taking ballots before they are counted: once it resolves, every one that was taken can be read.
 * Returns by what each of its gates is shut.
 */
export async function shutGates(ports: Ports, tenant: string, round: Round): Promise<readonly Shut[]> {
  const shut = await Promise.all(ballotPlaces(tenant, round).map((place) => shutGate(ports, place, round)));
  await ports.store.settle();
  return shut;
}

/** The gates of a round that are shut now. */
export async function gatesShut(ports: Ports, tenant: string, round: Round): Promise<readonly Shut[]> {
  const found = await Promise.all(ballotPlaces(tenant, round).map((place) => readShut(ports, place)));
  return found.filter((shut) => shut !== null);
}

/**
 * Lets a round take ballots again whose gates were found shut before the meeting was moved to where it is open: where
 * somebody has shut one since, it is for them to open it.
 */
export async function openGates(ports: Ports, { meeting, round }: InMeeting, shut: readonly Shut[]): Promise<void> {
  await Promise.all(shut.map((one) => turnOpen(ports, one)));
  await makeGates(ports, meeting.tenant, round);
}

/** Opens what a closing has shut and nobody else has shut since, when it could not move the meeting. */
export async function giveUpGates(ports: Ports, inMeeting: InMeeting, shut: readonly Shut[]): Promise<void> {
  const now = await Promise.all(shut.map(({ place }) => readShut(ports, place)));
  const own = shut.filter(({ etag }) => now.some((one) => one?.etag === etag));
  if (own.length === 0 || (await reopen(ports, inMeeting, own))) return;
  const latest = await loadMeeting(ports, inMeeting.meeting.tenant, inMeeting.meeting.id);
  if (latest?.value.status === 'open') return;
  // It may have been sealed before they were shut.
  await Promise.all(own.map(({ place, etag }) => ports.store.delete(place, IDS.shut, etag)));
}

/**
 * Opens the gates of a round that is open when nobody can be closing it any more: those of a closing that was taken back,
 * or that a crash cut short. Rounds from before there were such gates get theirs.
 */
export async function clearLeftGates(ports: Ports, inMeeting: InMeeting): Promise<void> {
  const { meeting, round } = inMeeting;
  const found = await Promise.all(
    ballotPlaces(meeting.tenant, round).map(async (place) => {
      if (await ports.store.read(place, IDS.gate)) return null;
      const left = await leftShut(ports, place, round);
      if (!left) await makeGate(ports, place);
      return left;
    }),
  );
  const left = found.filter((shut) => shut !== null);
  if (left.length > 0) await reopen(ports, inMeeting, left);
}

/** Takes away all that a shard needed to take and count ballots, once it never will again. */
export async function removeGate(ports: Ports, place: Place): Promise<void> {
  for (const id of [IDS.gate, IDS.shut, IDS.tally]) await ports.store.delete(place, id);
}

/** Writes something of a shard's ballots while its gate is open. Returns the new document, `null` for a delete. */
export async function writeUnderGate(
  ports: Ports,
  { place, ...inMeeting }: InMeeting & { readonly place: Place },
  write: WriteOperation,
): Promise<Result<StoredDocument | null, 'gate-shut' | 'write-refused'>> {
  const batch: readonly WriteOperation[] = [{ type: 'require', id: IDS.gate }, write];
  let written = await ports.store.batch(place, batch);
  if (!written.ok && written.error.index === 0) {
    const left = await leftShut(ports, place, inMeeting.round);
    if (left && (await reopen(ports, inMeeting, [left]))) written = await ports.store.batch(place, batch);
  }
  if (written.ok) return ok(written.value[1] ?? null);
  return fail(written.error.index === 0 ? 'gate-shut' : 'write-refused');
}

/** Lets a batch be done only where there is no such document: what is there cannot be created. */
function absent(one: NewDocument): readonly WriteOperation[] {
  return [
    { type: 'create', document: one },
    { type: 'delete', id: one.id },
  ];
}

async function makeGate(ports: Ports, place: Place): Promise<void> {
  await ports.store.batch(place, [...absent(shutBy(0, 0)), { type: 'put', document: GATE }]);
}

async function shutGate(ports: Ports, place: Place, round: Round): Promise<Shut> {
  const shut = shutBy(round.closings + 1, ports.now());
  for (;;) {
    const turned = await ports.store.batch(place, [
      { type: 'delete', id: IDS.gate },
      { type: 'create', document: shut },
    ]);
    const etag = turned.ok ? turned.value[1]?.etag : undefined;
    if (etag !== undefined) return { place, etag };
    // Somebody shut it before, or nobody ever made one: from here on it is shut by this closing, unless it was opened since.
    const kept = await readKept(ports, records.shutGate, { place, id: IDS.shut });
    const taken = await ports.store.batch(
      place,
      kept
        ? [{ type: 'replace', document: shut, etag: kept.etag }]
        : [...absent(GATE), { type: 'create', document: shut }],
    );
    const newest = taken.ok ? taken.value.at(-1)?.etag : undefined;
    if (newest !== undefined) return { place, etag: newest };
  }
}

async function readShut(ports: Ports, place: Place): Promise<Shut | null> {
  const stored = await ports.store.read(place, IDS.shut);
  return stored && { place, etag: stored.etag };
}

/** By what a gate is shut when nobody can be closing the round any more. A round that was sealed meanwhile has none. */
async function leftShut(ports: Ports, place: Place, round: Round): Promise<Shut | null> {
  const kept = await readKept(ports, records.shutGate, { place, id: IDS.shut });
  if (!kept) return null;
  const { closing, at } = kept.value;
  const isLeft = closing <= round.closings || at + CLOSING_TAKES_AT_MOST < ports.now();
  return isLeft ? { place, etag: kept.etag } : null;
}

/** Opens gates of a round that is open, once nobody who is closing it can succeed; whether it opened one of them. */
async function reopen(ports: Ports, { meeting, round }: InMeeting, shut: readonly Shut[]): Promise<boolean> {
  if (!(await passOver(ports, { meeting, round }))) return false;
  const opened = await Promise.all(shut.map((one) => turnOpen(ports, one)));
  return opened.includes(true);
}

/** Writes the meeting anew, as it is, so that no closing that read it before can move it; not once the round is closed. */
async function passOver(ports: Ports, { meeting, round }: InMeeting): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const kept = await loadMeeting(ports, meeting.tenant, meeting.id);
    if (kept?.value.status !== 'open' || roundOf(kept.value, round.id)?.state.status !== 'open') return false;
    if ((await replaceMeeting(ports, kept, { next: kept.value })).ok) return true;
  }
  return false;
}

/** Says no when somebody else has shut the gate anew meanwhile. */
async function turnOpen(ports: Ports, { place, etag }: Shut): Promise<boolean> {
  const turned = await ports.store.batch(place, [
    { type: 'delete', id: IDS.shut, etag },
    { type: 'put', document: GATE },
  ]);
  return turned.ok;
}

function shutBy(closing: number, at: number) {
  return document(records.shutGate, IDS.shut, { closing, at });
}
