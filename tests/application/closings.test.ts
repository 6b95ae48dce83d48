import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { meetingPlace } from '@plumbline/shared/application/places';
import type { DocumentStore, Place } from '@plumbline/shared/application/ports/document-store';
import { castBallot } from '@plumbline/shared/application/use-cases/cast-ballot';
import { directMeeting } from '@plumbline/shared/application/use-cases/direct-meeting';
import type { Direction } from '@plumbline/shared/domain/meeting/direct';
import type { MeetingId, RoundId } from '@plumbline/shared/kernel/ids';
import { DAY, HOUR } from '@plumbline/shared/kernel/instant';
import { Company } from './company.ts';

const Q = 'al.vision.1';
const VALUES = [1, 2, 3, 5, 6];
const TO_PREDICTING = { type: 'move', to: 'predicting' } as const;

/** A call as it reaches the store, with the ids that it is about. */
interface StoreCall {
  readonly type: 'read' | 'list' | 'batch';
  readonly place: Place;
  readonly ids: readonly string[];
}

/** Holds up the next call of its kind. */
interface Pause {
  readonly isAt: (call: StoreCall) => boolean;
  readonly when: 'before' | 'after';
  readonly hold: () => Promise<void>;
}

let company: Company;
let pauses: Pause[] = [];

beforeEach(() => {
  pauses = [];
  company = new Company(holdingUp);
});
afterEach(() => company.leave());

function holdingUp(store: DocumentStore): DocumentStore {
  async function pass<T>(call: StoreCall, go: () => Promise<T>): Promise<T> {
    await holdUp(call, 'before');
    const done = await go();
    await holdUp(call, 'after');
    return done;
  }
  return {
    ...store,
    read: (place, id) => pass({ type: 'read', place, ids: [id] }, () => store.read(place, id)),
    list: (place, query) => pass({ type: 'list', place, ids: [query.prefix] }, () => store.list(place, query)),
    batch(place, operations) {
      const ids = operations.map((one) => ('document' in one ? one.document.id : one.id));
      return pass({ type: 'batch', place, ids }, () => store.batch(place, operations));
    },
  };
}

async function holdUp(call: StoreCall, when: Pause['when']): Promise<void> {
  const pause = pauses.find((one) => one.when === when && one.isAt(call));
  if (!pause) return;
  pauses = pauses.filter((one) => one !== pause);
  await pause.hold();
}

/** Holds up the next such call: `reached` resolves once it is made, and it goes on after `go`. */
function pauseAt(isAt: Pause['isAt'], when: Pause['when'] = 'before') {
  const reached = Promise.withResolvers<undefined>();
  const free = Promise.withResolvers<undefined>();
  async function hold(): Promise<void> {
    reached.resolve(undefined);
    await free.promise;
  }
  pauses.push({ isAt, when, hold });
  return {
    reached: reached.promise,
    go: () => {
      free.resolve(undefined);
    },
  };
}

const movesMeeting = ({ type, ids }: StoreCall) => type === 'batch' && ids.includes('meeting');

const shutsGate = ({ type, ids }: StoreCall) => type === 'batch' && ids.includes('shut');
const countsBallots = ({ type, ids }: StoreCall) => type === 'list' && ids.includes('b|');

/** A call that asks for no count, so that nothing moves the meeting but what a test says. */
function quiet(person: number) {
  const ports = { ...company.ports, recount: () => undefined };
  return { ports, call: { actor: company.person(person), ifMatch: null, key: null, language: 'en' } as const };
}

async function direct(meeting: MeetingId, input: Direction): Promise<string> {
  const { ports, call } = quiet(0);
  const done = await directMeeting(ports, { ...call, params: { meeting }, input });
  return done.ok ? 'done' : done.error.kind;
}

async function cast(meeting: MeetingId, round: RoundId, by: number): Promise<string> {
  const { ports, call } = quiet(by);
  const input = { basedOn: null, answers: { [Q]: { kind: 'scale', value: 4 } }, consent: false } as const;
  const done = await castBallot(ports, { ...call, params: { meeting, round }, input });
  return done.ok ? 'taken' : done.error.kind;
}

/** Moves the meeting by something that ends no round. */
async function touch(meeting: MeetingId): Promise<void> {
  expect(await direct(meeting, { type: 'extend', minutes: 1 })).toBe('done');
}

/** Looks at what a rating came to that was closed with so many ballots. */
async function expectCounted(meeting: MeetingId, ballots: number): Promise<void> {
  expect(await company.round(meeting, 'rating')).toMatchObject({ status: 'closed', counted: ballots });
  expect(await direct(meeting, { type: 'move', to: 'revealing' })).toBe('done');
  expect(await ballotsShown(meeting)).toBe(ballots);
}

async function snapshotsOf(meeting: MeetingId): Promise<readonly string[]> {
  const place = meetingPlace('tenant-1', meeting);
  return (await company.store.list(place, { prefix: 'snapshot|' })).documents.map(({ id }) => id);
}

async function ballotsShown(meeting: MeetingId): Promise<number | null | undefined> {
  const results = await company.get('viewResults', company.person(0), { params: { meeting }, input: null });
  return results.rating?.ballots;
}

/** A meeting of seven, or a pulse, in whose rating five have answered. */
async function rated(closesAt: number | null = null): Promise<{ readonly meeting: MeetingId; readonly id: RoundId }> {
  const meeting = await company.meeting(await company.team(7), closesAt);
  if (closesAt === null) await company.moveTo(meeting, 'rating');
  const round = await company.round(meeting, 'rating');
  await company.vote(meeting, round, { question: Q, values: VALUES });
  return { meeting, id: round.id };
}

describe('two who close a round at once', () => {
  it('BL3 leave the results of whoever was first, also when the answers are sealed before the other counts', async () => {
    const { meeting } = await rated(company.now + DAY);
    const late = pauseAt(countsBallots);
    const second = direct(meeting, { type: 'close' });
    await late.reached;
    expect(await direct(meeting, { type: 'close' })).toBe('done');
    late.go();
    expect(await second).toBe('revision.stale');
    expect(await ballotsShown(meeting)).toBe(VALUES.length);
    expect(await snapshotsOf(meeting)).toHaveLength(1);
  });

  it('BL3 count every ballot that was taken when the first, who fails, opens the gates that the second has shut', async () => {
    const { meeting, id } = await rated();
    const one = pauseAt(movesMeeting);
    const first = direct(meeting, TO_PREDICTING);
    await one.reached;
    await touch(meeting);
    const two = pauseAt(movesMeeting);
    const second = direct(meeting, TO_PREDICTING);
    await two.reached;
    one.go();
    expect(await first).toBe('revision.stale');
    const late = await cast(meeting, id, 6);
    two.go();
    expect([await second, late]).toEqual(['done', 'round.closed']);
    await expectCounted(meeting, VALUES.length);
  });

  it('BL3 count every ballot that was taken when the first, who fails, shuts the gates after the second', async () => {
    const { meeting, id } = await rated();
    const one = pauseAt(shutsGate);
    const first = direct(meeting, TO_PREDICTING);
    await one.reached;
    await touch(meeting);
    const two = pauseAt(movesMeeting);
    const second = direct(meeting, TO_PREDICTING);
    await two.reached;
    one.go();
    expect(await first).toBe('revision.stale');
    expect(await cast(meeting, id, 6)).toBe('taken');
    two.go();
    expect(await second).toBe('revision.stale');
    expect(await direct(meeting, TO_PREDICTING)).toBe('done');
    await expectCounted(meeting, VALUES.length + 1);
  });

  it('BL3 leave no gate shut, and no snapshot, when both fail', async () => {
    const { meeting, id } = await rated();
    const held = [pauseAt(movesMeeting), pauseAt(movesMeeting)];
    const both = [direct(meeting, TO_PREDICTING), direct(meeting, TO_PREDICTING)];
    await Promise.all(held.map(({ reached }) => reached));
    await touch(meeting);
    for (const { go } of held) go();
    expect(await Promise.all(both)).toEqual(['revision.stale', 'revision.stale']);
    expect(await cast(meeting, id, 6)).toBe('taken');
    expect(await snapshotsOf(meeting)).toEqual([]);
  });
});

describe('a round that is closed', () => {
  it('BL3 is not, when it takes so long to count that a ballot opened its gates meanwhile', async () => {
    const { meeting, id } = await rated();
    const slow = pauseAt(movesMeeting);
    const closing = direct(meeting, TO_PREDICTING);
    await slow.reached;
    company.now += HOUR;
    expect(await cast(meeting, id, 6)).toBe('taken');
    slow.go();
    expect(await closing).toBe('revision.stale');
    expect(await direct(meeting, TO_PREDICTING)).toBe('done');
    await expectCounted(meeting, VALUES.length + 1);
  });

  it('BL3 takes no ballot of somebody who saw it open, however long ago its gates were shut', async () => {
    const { meeting, id } = await rated();
    const slow = pauseAt(movesMeeting);
    const closing = direct(meeting, TO_PREDICTING);
    await slow.reached;
    company.now += HOUR;
    const late = pauseAt(({ ids }) => ids.includes('shut'));
    const casting = cast(meeting, id, 6);
    await late.reached;
    slow.go();
    expect(await closing).toBe('done');
    late.go();
    expect(await casting).toBe('round.closed');
    await expectCounted(meeting, VALUES.length);
  });

  it('BL3 stays so when the one who went back opens its gates after it was closed anew', async () => {
    const { meeting, id } = await rated();
    expect(await direct(meeting, TO_PREDICTING)).toBe('done');
    const back = pauseAt(movesMeeting, 'after');
    const going = direct(meeting, { type: 'go-back' });
    await back.reached;
    const again = pauseAt(movesMeeting);
    const closing = direct(meeting, TO_PREDICTING);
    await again.reached;
    back.go();
    expect(await going).toBe('done');
    const late = await cast(meeting, id, 6);
    again.go();
    expect([await closing, late]).toEqual(['done', 'round.closed']);
    await expectCounted(meeting, VALUES.length);
  });
});
