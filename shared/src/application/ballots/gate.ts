import type { Round } from '../../domain/meeting/meeting.ts';
import { MINUTE } from '../../kernel/instant.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { document, readKept } from '../documents.ts';
import { ballotPlaces, IDS } from '../places.ts';
import type { NewDocument, Place, StoredDocument, WriteOperation } from '../ports/document-store.ts';
import type { Ports } from '../use-case.ts';

/*
 * Each shard of a round has a gate while ballots are taken, and a record of the closing while it is shut. One batch turns
 * the one into the other, so that there is never both. A ballot is written in one batch that requires the gate: one that
 * was acknowledged is always counted, and one that came too late never is.
 */

/** How long a gate is believed to be shut by somebody who is closing the round right now. */
const CLOSING_TAKES_AT_MOST = MINUTE;

const GATE = document(records.gate, IDS.gate, {});

/** Lets a new round take ballots. It may be done twice, and changes nothing where the gate was shut since. */
export async function makeGates(ports: Ports, tenant: string, round: Round): Promise<void> {
  await Promise.all(ballotPlaces(tenant, round).map((place) => makeGate(ports, place)));
}

/** Stops a round from taking ballots before they are counted: once it resolves, every one that was taken can be read. */
export async function shutGates(ports: Ports, tenant: string, round: Round): Promise<void> {
  await Promise.all(ballotPlaces(tenant, round).map((place) => shutGate(ports, place, round)));
  await ports.store.settle();
}

/** Lets a round take ballots again. */
export async function openGates(ports: Ports, tenant: string, round: Round): Promise<void> {
  await Promise.all(ballotPlaces(tenant, round).map((place) => openGate(ports, place)));
}

/**
 * Opens the gates of a round that is open when nobody can be closing it any more: those of a closing that was taken back,
 * or that a crash cut short. Rounds from before there were such gates get theirs.
 */
export async function clearLeftGates(ports: Ports, tenant: string, round: Round): Promise<void> {
  await Promise.all(
    ballotPlaces(tenant, round).map(async (place) => {
      if (await ports.store.read(place, IDS.gate)) return;
      if (!(await clearLeftGate(ports, place, round))) await makeGate(ports, place);
    }),
  );
}

/** Takes away all that a shard needed to take and count ballots, once it never will again. */
export async function removeGate(ports: Ports, place: Place): Promise<void> {
  for (const id of [IDS.gate, IDS.shut, IDS.tally]) await ports.store.delete(place, id);
}

/** Writes something of a shard's ballots while its gate is open. Returns the new document, `null` for a delete. */
export async function writeUnderGate(
  ports: Ports,
  { place, round }: { readonly place: Place; readonly round: Round },
  write: WriteOperation,
): Promise<Result<StoredDocument | null, 'gate-shut' | 'write-refused'>> {
  const batch: readonly WriteOperation[] = [{ type: 'require', id: IDS.gate }, write];
  let written = await ports.store.batch(place, batch);
  if (!written.ok && written.error.index === 0 && (await clearLeftGate(ports, place, round))) {
    written = await ports.store.batch(place, batch);
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

async function shutGate(ports: Ports, place: Place, round: Round): Promise<void> {
  const shut = shutBy(round.closings + 1, ports.now());
  for (;;) {
    const turned = await ports.store.batch(place, [
      { type: 'delete', id: IDS.gate },
      { type: 'create', document: shut },
    ]);
    if (turned.ok) return;
    // Somebody shut it before, or nobody ever made one: from here on it is shut by this closing, unless it was opened since.
    const kept = await readKept(ports, records.shutGate, { place, id: IDS.shut });
    const taken = await ports.store.batch(
      place,
      kept
        ? [{ type: 'replace', document: shut, etag: kept.etag }]
        : [...absent(GATE), { type: 'create', document: shut }],
    );
    if (taken.ok) return;
  }
}

async function openGate(ports: Ports, place: Place): Promise<void> {
  const kept = await readKept(ports, records.shutGate, { place, id: IDS.shut });
  if (kept) await turnOpen(ports, place, kept.etag);
  else await makeGate(ports, place);
}

/** Whether it opened the gate. A round that was sealed meanwhile has none, and must not get one. */
async function clearLeftGate(ports: Ports, place: Place, round: Round): Promise<boolean> {
  const kept = await readKept(ports, records.shutGate, { place, id: IDS.shut });
  if (!kept) return false;
  const { closing, at } = kept.value;
  const isLeft = closing <= round.closings || at + CLOSING_TAKES_AT_MOST < ports.now();
  return isLeft && turnOpen(ports, place, kept.etag);
}

/** Says no when somebody else has shut the gate anew meanwhile. */
async function turnOpen(ports: Ports, place: Place, etag: string): Promise<boolean> {
  const turned = await ports.store.batch(place, [
    { type: 'delete', id: IDS.shut, etag },
    { type: 'put', document: GATE },
  ]);
  return turned.ok;
}

function shutBy(closing: number, at: number) {
  return document(records.shutGate, IDS.shut, { closing, at });
}
