/** A source of uniform numbers in [0, 1); arrives as an argument so that a run can be repeated. */
export type Random = () => number;

/** A name that says nothing and that nobody else has: 130 bits in the digits 0 to v. */
export function randomName(random: Random): string {
  const digit = () => Math.floor(random() * 32).toString(32);
  return Array.from({ length: 26 }, digit).join('');
}

/** A shuffled copy, every order equally likely (Fisher and Yates; Durstenfeld 1964). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1));
    const held = copy[last] as T;
    copy[last] = copy[pick] as T;
    copy[pick] = held;
  }
  return copy;
}
