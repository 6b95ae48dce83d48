import type { Evidence } from './evidence.ts';

/** What seems to tell who answered a round at all. */
export interface Tell {
  readonly clue: string;
  /** People who seem to have answered. */
  readonly people: ReadonlySet<string>;
}

/** So soon after a person was busy, what the stream says seems to be about that person. */
const SOON = 1_000;

/** Everything that could tell who answered a round and who only looked busy. */
export function tellsOf(evidence: Evidence, round: string): readonly Tell[] {
  return [...byPapers(evidence), byMoments(evidence, round)];
}

/**
 * How far from chance a tell separates those who answered from those who did not, in standard deviations of chance: the
 * correlation of two yes-or-no facts, times the root of how many people there are.
 */
export function separation({ people }: Tell, everybody: readonly string[], answered: ReadonlySet<string>): number {
  const count = (is: (person: string) => boolean) => everybody.filter(is).length;
  const [told, did] = [count((one) => people.has(one)), count((one) => answered.has(one))];
  const n = everybody.length;
  const both = count((one) => people.has(one) && answered.has(one));
  const spread = Math.sqrt(told * (n - told) * did * (n - did));
  return spread === 0 ? 0 : (Math.abs(n * both - told * did) / spread) * Math.sqrt(n);
}

/** For each kind of document and each number of them: who stands in so many. */
function byPapers({ papers, asked }: Evidence): readonly Tell[] {
  const kinds = new Map<string, Map<string, number>>();
  for (const { container, partition, id, body } of papers) {
    const kind = `${container} ${id.split('|')[0] ?? ''}`.replaceAll(/\d+/g, '#');
    const counts = kinds.get(kind) ?? new Map<string, number>();
    kinds.set(kind, counts);
    const words = new Set(`${partition} ${id} ${body}`.match(/[\w-]+/g));
    for (const person of asked) if (words.has(person)) counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  return [...kinds].flatMap(([kind, counts]) =>
    [...new Set(counts.values())].map((least): Tell => {
      const people = asked.filter((person) => (counts.get(person) ?? 0) >= least);
      return { clue: `${least} or more of ${kind}`, people: new Set(people) };
    }),
  );
}

/** Somebody was busy, and soon after the stream said that something had changed. */
function byMoments({ told, busy }: Evidence, round: string): Tell {
  const frames = told.filter(({ kind }) => kind === 'frame').map(({ at }) => at);
  const people = (busy.get(round) ?? []).filter(({ at }) => frames.some((frame) => frame >= at && frame < at + SOON));
  return { clue: 'the moments of the live stream', people: new Set(people.map(({ person }) => person)) };
}
