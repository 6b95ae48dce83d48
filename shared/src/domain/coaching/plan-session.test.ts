import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { interventionLibrary, libraryEntry, SHAPES } from './library.ts';
import { LONGEST_PLAN, LONGEST_STRETCH, planSession, SHORTEST_PLAN, type PlanWanted } from './plan-session.ts';
import { minutesOf, type SessionPart } from './session.ts';

const LIBRARY = interventionLibrary();
const DIMENSIONS = [...new Set(LIBRARY.flatMap((entry) => entry.dimensions))];
const wanted: fc.Arbitrary<PlanWanted> = fc.record({
  minutes: fc.integer({ min: SHORTEST_PLAN, max: LONGEST_PLAN }),
  people: fc.integer({ min: 2, max: 40 }),
  dimension: fc.option(fc.constantFrom(...DIMENSIONS, 'of-the-team-itself')),
  shape: fc.option(fc.constantFrom(...SHAPES)),
  used: fc.subarray(LIBRARY.map(({ id }) => id)),
});

function entriesOf(parts: readonly SessionPart[]): readonly string[] {
  return parts.flatMap((part) => (part.kind === 'block' ? [part.entry] : []));
}

/** The length of each stretch between breaks. */
function stretches(parts: readonly SessionPart[]): readonly number[] {
  const all: number[] = [0];
  for (const { kind, minutes } of parts) {
    if (kind === 'break') all.push(0);
    else all.push((all.pop() ?? 0) + minutes);
  }
  return all;
}

describe('CO26 a plan by rule', () => {
  it('takes exactly the minutes asked for, with all its parts in order and one to three blocks', () => {
    fc.assert(
      fc.property(wanted, (asked) => {
        const parts = planSession(asked);
        expect(minutesOf(parts)).toBe(asked.minutes);
        expect(parts.every(({ minutes }) => minutes >= 1)).toBe(true);
        const kinds = parts.map(({ kind }) => kind).filter((kind) => kind !== 'break');
        expect([kinds.slice(0, 2), kinds.slice(-2)]).toEqual([
          ['check-in', 'frame'],
          ['commitments', 'check-out'],
        ]);
        const blocks = entriesOf(parts);
        expect(kinds).toHaveLength(blocks.length + 4);
        expect([1, 2, 3]).toContain(blocks.length);
        expect(new Set(blocks).size).toBe(blocks.length);
        expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
      }),
    );
  });

  it('keeps nobody for more than 90 minutes without a break, and has none in 90 minutes or less', () => {
    fc.assert(
      fc.property(wanted, (asked) => {
        const parts = planSession(asked);
        expect(Math.max(...stretches(parts))).toBeLessThanOrEqual(LONGEST_STRETCH);
        expect(Math.min(...stretches(parts))).toBeGreaterThan(0);
        if (asked.minutes <= LONGEST_STRETCH) expect(stretches(parts)).toHaveLength(1);
      }),
    );
  });

  it('gives each block as much as it is made for, and puts what risks least first', () => {
    fc.assert(
      fc.property(wanted, (asked) => {
        const blocks = planSession(asked).flatMap((part) =>
          part.kind === 'block' ? [{ minutes: part.minutes, entry: libraryEntry(part.entry) }] : [],
        );
        for (const { minutes, entry } of blocks) {
          expect(minutes).toBeGreaterThanOrEqual(entry?.minutes.least ?? Infinity);
          expect(minutes).toBeLessThanOrEqual(entry?.minutes.most ?? 0);
        }
        const risks = blocks.map(({ entry }) => ['low', 'medium', 'high'].indexOf(entry?.risk.level ?? ''));
        expect(risks).toEqual([...risks].sort((a, b) => a - b));
      }),
    );
  });

  it('uses what serves the dimension and fits the people, and not what was used last time', () => {
    for (const dimension of DIMENSIONS) {
      for (const minutes of [30, 60, 90]) {
        const asked = { minutes, people: 8, dimension, shape: null, used: [] };
        const first = entriesOf(planSession(asked));
        for (const id of first) {
          expect({ id, serves: libraryEntry(id)?.dimensions.includes(dimension) }).toEqual({ id, serves: true });
          expect(libraryEntry(id)?.people.least).toBeLessThanOrEqual(8);
          expect(libraryEntry(id)?.people.most).toBeGreaterThanOrEqual(8);
        }
        const next = entriesOf(planSession({ ...asked, used: first }));
        expect(next.filter((id) => first.includes(id))).toEqual([]);
      }
    }
  });

  it('uses again what was used last time where nothing else is left', () => {
    const used = LIBRARY.map(({ id }) => id);
    expect(entriesOf(planSession({ minutes: 60, people: 8, dimension: 'roles', shape: null, used }))).not.toEqual([]);
  });

  it('of three hours has a break between its blocks', () => {
    const parts = planSession({ minutes: 180, people: 8, dimension: 'dynamics', shape: 'camps', used: [] });
    expect(parts.map((part) => [part.kind === 'block' ? part.entry : part.kind, part.minutes])).toEqual([
      ['check-in', 10],
      ['frame', 5],
      ['airtime-round', 25],
      ['consent-decision', 50],
      ['break', 10],
      ['fishbowl', 60],
      ['commitments', 15],
      ['check-out', 5],
    ]);
  });

  it('of 90 minutes on roles for eight people is this one', () => {
    const parts = planSession({ minutes: 90, people: 8, dimension: 'roles', shape: 'spread', used: [] });
    expect(parts.map((part) => [part.kind === 'block' ? part.entry : part.kind, part.minutes])).toEqual([
      ['check-in', 10],
      ['frame', 5],
      ['role-charter', 55],
      ['commitments', 15],
      ['check-out', 5],
    ]);
  });
});
