import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fail, ok } from '@plumbline/shared/kernel/result';
import type { BallotAnswer, BallotAnswers, HeldBallot } from './ballot-draft.ts';
import { keepBallot, type BallotDoor, type BallotKeeper } from './ballot-keeper.ts';
import { given } from './points.ts';
import { openDeviceStore, type DeviceStore } from './device-store.ts';

const ROUND = 'round_1';
const scale = (value: number): BallotAnswer => ({ kind: 'scale', value });

/** A service with one round, whose line can be cut before or after it has taken a ballot, and waits run by hand. */
function service() {
  let held: HeldBallot = null;
  let revision = 0;
  const waits: (() => void)[] = [];
  const line = { up: true, loseReplies: false, closed: false, fault: null as string | null };
  const take = (answers: BallotAnswers) => {
    revision += 1;
    held = { revision: `r${String(revision)}`, answers: structuredClone(answers) };
    return held;
  };
  const door: BallotDoor<string> = {
    async cast(basedOn, answers) {
      await Promise.resolve();
      if (!line.up) return fail({ kind: 'unreachable', retryInMs: 1_000 });
      if (line.closed) return fail({ kind: 'closed' });
      if (line.fault !== null) return fail({ kind: 'refused', error: line.fault });
      if (basedOn !== (held?.revision ?? null)) return fail({ kind: 'stale' });
      const { revision: taken } = take(answers);
      return line.loseReplies ? fail({ kind: 'unreachable', retryInMs: 1_000 }) : ok({ revision: taken });
    },
    async fetchHeld() {
      await Promise.resolve();
      return line.up ? ok(held) : fail({ kind: 'unreachable', retryInMs: 1_000 });
    },
    async withdraw() {
      await Promise.resolve();
      if (!line.up) return fail('offline');
      held = null;
      return ok(null);
    },
    later: (run) => {
      waits.push(run);
      return () => void waits.splice(waits.indexOf(run), 1);
    },
  };
  return {
    line,
    door,
    held: () => held,
    elsewhere: (answers: BallotAnswers) => void take({ ...held?.answers, ...answers }),
    waitOver: () => {
      for (const run of waits.splice(0)) run();
    },
  };
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Points that do not add up to 100 can't be sent. */
const isWhole = (_: string, answer: BallotAnswer) =>
  answer.kind !== 'allocation' || [0, 100].includes(given(answer.points));

function opened(from: { door: BallotDoor<string>; store: DeviceStore; held?: HeldBallot }): BallotKeeper<string> {
  return keepBallot({ round: ROUND, held: from.held ?? null, store: from.store, door: from.door, isWhole });
}

describe('keeping a ballot', () => {
  it('has each answer on the device before it is sent, and forgets it when the service has it', async () => {
    const { door, held } = service();
    const store = openDeviceStore(null, 'person_ada');
    const keeper = opened({ door, store });
    keeper.answer('a', scale(4));
    expect({ kept: store.ballot(ROUND)?.changes, saving: keeper.state().saving }).toEqual({
      kept: { a: scale(4) },
      saving: { status: 'saving' },
    });
    await settled();
    expect({ kept: store.ballot(ROUND), saving: keeper.state().saving, held: held()?.answers }).toEqual({
      kept: null,
      saving: { status: 'saved' },
      held: { a: scale(4) },
    });
  });

  it('finds an unsent ballot again after the page was lost, and sends it', async () => {
    const { door, held, line } = service();
    const store = openDeviceStore(null, 'person_ada');
    line.up = false;
    opened({ door, store }).answer('a', scale(4));
    await settled();
    line.up = true;
    const again = opened({ door, store });
    expect(again.state()).toEqual({
      answers: { a: scale(4) },
      saving: { status: 'offline' },
      unfinished: [],
      merge: { taken: [], kept: [] },
    });
    await again.refresh();
    expect({ held: held()?.answers, saving: again.state().saving }).toEqual({
      held: { a: scale(4) },
      saving: { status: 'saved' },
    });
  });

  it('sends again when the wait is over, without a word about its own lost reply', async () => {
    const { door, held, line, waitOver } = service();
    const keeper = opened({ door, store: openDeviceStore(null, 'person_ada') });
    line.loseReplies = true;
    keeper.answer('a', scale(4));
    await settled();
    expect(keeper.state().saving).toEqual({ status: 'offline' });
    line.loseReplies = false;
    waitOver();
    await settled();
    expect({ state: keeper.state(), held: held()?.answers }).toEqual({
      state: { answers: { a: scale(4) }, saving: { status: 'saved' }, unfinished: [], merge: { taken: [], kept: [] } },
      held: { a: scale(4) },
    });
  });

  it('merges with another device and names the questions', async () => {
    const { door, elsewhere, held } = service();
    const keeper = opened({ door, store: openDeviceStore(null, 'person_ada') });
    keeper.answer('a', scale(1));
    await settled();
    elsewhere({ a: scale(7), b: scale(2) });
    keeper.answer('a', scale(5));
    await settled();
    expect({ state: keeper.state(), held: held()?.answers }).toEqual({
      state: {
        answers: { a: scale(5), b: scale(2) },
        saving: { status: 'saved' },
        unfinished: [],
        merge: { taken: ['b'], kept: ['a'] },
      },
      held: { a: scale(5), b: scale(2) },
    });
  });

  it('takes what was answered elsewhere before the screen was opened without a word', async () => {
    const { door, elsewhere } = service();
    elsewhere({ a: scale(7) });
    const keeper = opened({ door, store: openDeviceStore(null, 'person_ada') });
    await keeper.refresh();
    expect(keeper.state()).toEqual({
      answers: { a: scale(7) },
      saving: { status: 'saved' },
      unfinished: [],
      merge: { taken: [], kept: [] },
    });
  });

  it('keeps what came too late on the device', async () => {
    const { door, held, line } = service();
    const store = openDeviceStore(null, 'person_ada');
    const keeper = opened({ door, store });
    keeper.answer('a', scale(4));
    await settled();
    line.closed = true;
    keeper.answer('b', scale(2));
    await settled();
    expect({ saving: keeper.state().saving, kept: store.ballot(ROUND)?.changes, held: held()?.answers }).toEqual({
      saving: { status: 'late' },
      kept: { b: scale(2) },
      held: { a: scale(4) },
    });
  });

  it('says why an answer was refused, and sends the next one', async () => {
    const { door, held, line } = service();
    const keeper = opened({ door, store: openDeviceStore(null, 'person_ada') });
    line.fault = 'off the scale';
    keeper.answer('a', scale(9));
    await settled();
    expect(keeper.state().saving).toEqual({ status: 'refused', error: 'off the scale' });
    line.fault = null;
    keeper.answer('a', scale(7));
    await settled();
    expect({ saving: keeper.state().saving, held: held()?.answers }).toEqual({
      saving: { status: 'saved' },
      held: { a: scale(7) },
    });
  });

  it('BL2 keeps points on the device until they add up, sends everything else, and never sends them twice', async () => {
    const { door, held } = service();
    const store = openDeviceStore(null, 'person_ada');
    let casts = 0;
    const counting: BallotDoor<string> = {
      ...door,
      cast: (basedOn, answers) => {
        casts += 1;
        return door.cast(basedOn, answers);
      },
    };
    const keeper = opened({ door: counting, store });
    const points = (x: number, y: number): BallotAnswer => ({ kind: 'allocation', points: { x, y } });
    keeper.answer('p', points(60, 0));
    await settled();
    expect({ casts, state: keeper.state(), kept: store.ballot(ROUND)?.changes }).toEqual({
      casts: 0,
      state: {
        answers: { p: points(60, 0) },
        saving: { status: 'saved' },
        unfinished: ['p'],
        merge: { taken: [], kept: [] },
      },
      kept: { p: points(60, 0) },
    });
    keeper.answer('a', scale(4));
    await settled();
    expect({ casts, held: held()?.answers, kept: store.ballot(ROUND)?.changes }).toEqual({
      casts: 1,
      held: { a: scale(4) },
      kept: { p: points(60, 0) },
    });
    const again = opened({ door: counting, store, held: held() });
    expect([again.state().saving, again.state().answers]).toEqual([
      { status: 'saved' },
      { a: scale(4), p: points(60, 0) },
    ]);
    again.answer('p', points(60, 40));
    await settled();
    again.answer('p', points(60, 30));
    await settled();
    again.answer('a', scale(5));
    await settled();
    expect({ casts, held: held()?.answers, unfinished: again.state().unfinished }).toEqual({
      casts: 3,
      held: { a: scale(5), p: points(60, 40) },
      unfinished: ['p'],
    });
  });

  it('NM4 withdraws behind what is on its way, so that no answer brings the ballot back', async () => {
    const { door, held, line, waitOver } = service();
    const store = openDeviceStore(null, 'person_ada');
    const keeper = opened({ door, store });
    keeper.answer('a', scale(4));
    const withdrawn = keeper.withdraw();
    keeper.answer('b', scale(5));
    expect(await withdrawn).toEqual(ok(null));
    await settled();
    line.up = false;
    keeper.answer('a', scale(6));
    await settled();
    line.up = true;
    expect(await keeper.withdraw()).toEqual(ok(null));
    waitOver();
    await settled();
    expect({ held: held(), kept: store.ballot(ROUND), state: keeper.state() }).toEqual({
      held: null,
      kept: null,
      state: { answers: {}, saving: { status: 'saved' }, unfinished: [], merge: { taken: [], kept: [] } },
    });
  });

  it('NM4 goes on with the answers when they could not be withdrawn', async () => {
    const { door, held, line, waitOver } = service();
    const keeper = opened({ door, store: openDeviceStore(null, 'person_ada') });
    line.up = false;
    keeper.answer('a', scale(4));
    expect(await keeper.withdraw()).toEqual(fail('offline'));
    await settled();
    line.up = true;
    waitOver();
    await settled();
    expect({ held: held()?.answers, shown: keeper.state().answers }).toEqual({
      held: { a: scale(4) },
      shown: { a: scale(4) },
    });
  });

  it('stops waiting when it is told to', async () => {
    const { door, held, line, waitOver } = service();
    const keeper = opened({ door, store: openDeviceStore(null, 'person_ada') });
    line.up = false;
    keeper.answer('a', scale(4));
    await settled();
    keeper.stop();
    line.up = true;
    waitOver();
    await settled();
    expect(held()).toBeNull();
  });

  it('ends with the service holding what the screen shows, whatever the line did', async () => {
    const step = fc.oneof(
      fc.tuple(fc.constant('answer' as const), fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 7 })),
      fc.tuple(fc.constant('elsewhere' as const), fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 7 })),
      fc.constantFrom(['down'] as const, ['up'] as const, ['lose'] as const, ['wait'] as const, ['reload'] as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const { door, held, line, elsewhere, waitOver } = service();
        const store = openDeviceStore(null, 'person_ada');
        let keeper = opened({ door, store });
        for (const [what, question, value] of steps) {
          if (what === 'answer') keeper.answer(question, scale(value));
          if (what === 'elsewhere') elsewhere({ [question]: scale(value) });
          if (what === 'down') line.up = false;
          if (what === 'up') Object.assign(line, { up: true, loseReplies: false });
          if (what === 'lose') line.loseReplies = true;
          if (what === 'wait') waitOver();
          if (what === 'reload') {
            await settled();
            keeper.stop();
            keeper = opened({ door, store, held: null });
          }
        }
        await settled();
        Object.assign(line, { up: true, loseReplies: false });
        await keeper.refresh();
        await settled();
        expect(keeper.state().answers).toEqual(held()?.answers ?? {});
        expect({ kept: store.ballot(ROUND), saving: keeper.state().saving }).toEqual({
          kept: null,
          saving: { status: 'saved' },
        });
      }),
    );
  });
});
