import { assert } from '../../kernel/assert.ts';
import type { Shape } from '../results/shown.ts';
import { isWithin, RISKS, type LibraryEntry } from './library.ts';
import { minutesOf, type PlainPart, type SessionPart } from './session.ts';
import { rankedFor, type Suggestion } from './suggest.ts';

export const SHORTEST_PLAN = 30;
export const LONGEST_PLAN = 240;
/** The people that a plan can be made for. */
export const FEWEST_PEOPLE = 2;
export const MOST_PEOPLE = 40;
/** Nobody is kept for longer than this without a break. */
export const LONGEST_STRETCH = 90;
const BREAK = 10;
const MOST_BLOCKS = 3;

/** What a plan is asked for. */
export interface PlanWanted {
  readonly minutes: number;
  readonly people: number;
  readonly dimension: string | null;
  readonly shape: Shape | null;
  /** Library ids of the session before, and of what was tried last. */
  readonly used: readonly string[];
}

interface Block {
  readonly entry: LibraryEntry;
  readonly minutes: number;
}

type Draft = { readonly minutes: number } & (
  { readonly kind: PlainPart } | { readonly kind: 'block'; readonly entry: string }
);

/**
 * A timed agenda by rule: check-in, frame, one to three blocks, commitments and check-out, that take exactly the minutes
 * asked for. Blocks are the best ranked ones that fill what is left; they fit the people and were not used last time as
 * long as anything else does. Of several, the one that risks least comes first. Nobody sits for more than 90 minutes.
 */
export function planSession(wanted: PlanWanted): readonly SessionPart[] {
  const { minutes } = wanted;
  assert(isWithin({ least: SHORTEST_PLAN, most: LONGEST_PLAN }, minutes), 'a plan takes 30 to 240 minutes');
  const fewest = Math.ceil(minutes / LONGEST_STRETCH) - 1;
  for (const candidates of candidatesFor(wanted)) {
    for (const breaks of fewest === 0 ? [0] : [fewest, fewest + 1]) {
      for (const blocks of fillings(candidates, minutes - minutesOf(around(minutes)) - breaks * BREAK)) {
        const parts = withBreaks(partsOf(minutes, blocks), breaks);
        if (parts) return parts.map((part, i) => ({ id: `part-${i + 1}`, ...part }));
      }
    }
  }
  assert(false, `the library fills no plan of ${minutes} minutes`);
}

/** Ever wider choices: each is tried only when nothing of the one before fills the plan. */
function candidatesFor(wanted: PlanWanted): readonly (readonly LibraryEntry[])[] {
  const ranked = rankedFor(wanted);
  const serves = ({ because }: Suggestion): boolean =>
    (wanted.dimension === null || because.includes('dimension')) &&
    (wanted.dimension !== null || wanted.shape === null || because.includes('shape'));
  const fits = ({ intervention }: Suggestion): boolean => isWithin(intervention.people, wanted.people);
  const isNew = ({ intervention }: Suggestion): boolean => !wanted.used.includes(intervention.id);
  const choices = [
    ranked.filter((one) => serves(one) && fits(one) && isNew(one)),
    ranked.filter((one) => fits(one) && isNew(one)),
    ranked.filter((one) => serves(one) && fits(one)),
    ranked.filter(fits),
    ranked,
  ];
  return choices.map((choice) => choice.map(({ intervention }) => intervention));
}

/** What stands around the blocks; a short plan has short ones. */
function around(minutes: number): readonly (Draft & { readonly kind: PlainPart })[] {
  const [checkIn, frame, commitments, checkOut] =
    minutes <= 45 ? [3, 2, 5, 2] : minutes <= 75 ? [5, 5, 10, 5] : [10, 5, 15, 5];
  return [
    { kind: 'check-in', minutes: checkIn },
    { kind: 'frame', minutes: frame },
    { kind: 'commitments', minutes: commitments },
    { kind: 'check-out', minutes: checkOut },
  ];
}

function partsOf(minutes: number, blocks: readonly Block[]): readonly Draft[] {
  const plain = around(minutes);
  const drafts = blocks.map((block): Draft => ({ kind: 'block', entry: block.entry.id, minutes: block.minutes }));
  return [...plain.slice(0, 2), ...drafts, ...plain.slice(2)];
}

/** Every way to fill so many minutes with one to three blocks; the better ranked come first, and fewer blocks before more. */
function* fillings(candidates: readonly LibraryEntry[], minutes: number): Generator<readonly Block[]> {
  for (let size = 1; size <= MOST_BLOCKS; size += 1) {
    for (const chosen of choices(candidates, size)) {
      const blocks = dealt(chosen, minutes);
      if (blocks) yield blocks;
    }
  }
}

/** Every choice of so many, in order. */
function* choices(from: readonly LibraryEntry[], size: number): Generator<readonly LibraryEntry[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [i, first] of from.entries()) {
    for (const rest of choices(from.slice(i + 1), size - 1)) yield [first, ...rest];
  }
}

/** Gives each block its least minutes, then the rest by fives, in turn; `null` where they cannot take exactly as many. */
function dealt(chosen: readonly LibraryEntry[], minutes: number): readonly Block[] | null {
  const sum = (end: 'least' | 'most') => chosen.reduce((total, entry) => total + entry.minutes[end], 0);
  if (minutes < sum('least') || minutes > sum('most')) return null;
  const given = new Map(chosen.map((entry) => [entry, entry.minutes.least]));
  let left = minutes - sum('least');
  while (left > 0) {
    for (const entry of chosen) {
      const now = given.get(entry) ?? 0;
      const more = Math.min(5, left, entry.minutes.most - now);
      given.set(entry, now + more);
      left -= more;
    }
  }
  return [...given]
    .map(([entry, taken]) => ({ entry, minutes: taken }))
    .sort((a, b) => RISKS.indexOf(a.entry.risk.level) - RISKS.indexOf(b.entry.risk.level));
}

/** Puts breaks where the longest stretch is shortest, between blocks; `null` where it is too long all the same. */
function withBreaks(parts: readonly Draft[], breaks: number): readonly Draft[] | null {
  const best = placings(parts, breaks)
    .map((placed) => ({ placed, longest: longestStretch(placed) }))
    .reduce<{ readonly placed: readonly Draft[]; readonly longest: number } | null>(
      (shortest, one) => (shortest === null || one.longest < shortest.longest ? one : shortest),
      null,
    );
  return best && best.longest <= LONGEST_STRETCH ? best.placed : null;
}

/** Breaks come after the frame at the earliest, and before the check-out at the latest. */
function placings(parts: readonly Draft[], breaks: number, from = 2): readonly (readonly Draft[])[] {
  if (breaks === 0) return [parts];
  const found: (readonly Draft[])[] = [];
  for (let at = from; at < parts.length; at += 1) {
    const placed = parts.toSpliced(at, 0, { kind: 'break', minutes: BREAK });
    found.push(...placings(placed, breaks - 1, at + 2));
  }
  return found;
}

function longestStretch(parts: readonly Draft[]): number {
  let [longest, now] = [0, 0];
  for (const { kind, minutes } of parts) {
    now = kind === 'break' ? 0 : now + minutes;
    longest = Math.max(longest, now);
  }
  return longest;
}
