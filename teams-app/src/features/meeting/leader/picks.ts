/** Things picked in order out of a set, best first. */
export type Picks = readonly string[];

/** Puts a thing last, or takes it back out if it is in; unchanged when no more may be picked. */
export function toggled(picks: Picks, item: string, most: number): Picks {
  if (picks.includes(item)) return picks.filter((other) => other !== item);
  return picks.length < most ? [...picks, item] : picks;
}

/** Moves a picked thing so many places down (or up, below zero), as far as there is room. */
export function movedBy(picks: Picks, item: string, places: number): Picks {
  const from = picks.indexOf(item);
  if (from < 0) return picks;
  const to = Math.min(picks.length - 1, Math.max(0, from + places));
  const others = picks.filter((other) => other !== item);
  return [...others.slice(0, to), item, ...others.slice(to)];
}

/** Without things that are no longer offered, no more than allowed, each once. */
export function fitting(picks: Picks, offered: readonly string[], most: number): Picks {
  return [...new Set(picks)].filter((item) => offered.includes(item)).slice(0, most);
}
