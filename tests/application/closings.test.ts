import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { meetingPlace } from '@plumbline/shared/application/places';
import type { DocumentStore, Place } from '@plumbline/shared/application/ports/document-store';
import { directMeeting } from '@plumbline/shared/application/use-cases/direct-meeting';
import type { Direction } from '@plumbline/shared/domain/meeting/direct';
import type { MeetingId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { Company } from './company.ts';

const Q = 'al.vision.1';
const VALUES = [1, 2, 3, 5, 6];

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

async function snapshotsOf(meeting: MeetingId): Promise<readonly string[]> {
  const place = meetingPlace('tenant-1', meeting);
  return (await company.store.list(place, { prefix: 'snapshot|' })).documents.map(({ id }) => id);
}

async function ballotsShown(meeting: MeetingId): Promise<number | null | undefined> {
  const results = await company.get('viewResults', company.person(0), { params: { meeting }, input: null });
  return results.rating?.ballots;
}

/** A meeting of seven, or a pulse, in whose rating five have answered. */
async function rated(closesAt: number | null = null): Promise<MeetingId> {
  const meeting = await company.meeting(await company.team(7), closesAt);
  if (closesAt === null) await company.moveTo(meeting, 'rating');
  const round = await company.round(meeting, 'rating');
  await company.vote(meeting, round, { question: Q, values: VALUES });
  return meeting;
}

describe('two who close a round at once', () => {
  it('BL3 leave the results of whoever was first, also when the answers are sealed before the other counts', async () => {
    const meeting = await rated(company.now + DAY);
    const late = pauseAt(countsBallots);
    const second = direct(meeting, { type: 'close' });
    await late.reached;
    expect(await direct(meeting, { type: 'close' })).toBe('done');
    late.go();
    expect(await second).toBe('revision.stale');
    expect(await ballotsShown(meeting)).toBe(VALUES.length);
    expect(await snapshotsOf(meeting)).toHaveLength(1);
  });
});
