/** Points by option; an option that is absent was not touched, 0 is a decision. */
export type Points = Readonly<Record<string, number>>;

/** What a press of plus or minus gives or takes. */
const POINT_STEP = 5;

/** How many points are given. */
export function given(points: Points): number {
  return Object.values(points).reduce((sum, each) => sum + each, 0);
}

/** Gives an option so many points, as far as there are any left; nothing else changes. */
export function withPoints(
  points: Points,
  to: { readonly option: string; readonly points: number; readonly total: number },
): Points {
  const others = given(points) - (points[to.option] ?? 0);
  return { ...points, [to.option]: Math.max(0, Math.min(to.points, to.total - others)) };
}

/** Gives or takes a step, to the next multiple of it. */
export function stepped(
  points: Points,
  by: { readonly option: string; readonly steps: 1 | -1; readonly total: number },
): Points {
  const now = points[by.option] ?? 0;
  const steps = by.steps > 0 ? Math.floor(now / POINT_STEP) + 1 : Math.ceil(now / POINT_STEP) - 1;
  return withPoints(points, { option: by.option, points: steps * POINT_STEP, total: by.total });
}

/** Reads typed points; `null` for what is no whole number. An empty field is an option that was not touched. */
export function typedPoints(text: string): number | 'untouched' | null {
  const typed = text.trim();
  if (typed === '') return 'untouched';
  return /^\d{1,4}$/.test(typed) ? Number(typed) : null;
}

/** Takes an option's points back, as if it had not been touched. */
export function untouched(points: Points, option: string): Points {
  return Object.fromEntries(Object.entries(points).filter(([other]) => other !== option));
}

/**
 * Shares what is left evenly over the options that were not touched; where all were, over those that have points, or
 * over all. Points are whole, so the first of them may get one more.
 */
export function restShared(
  points: Points,
  over: { readonly options: readonly string[]; readonly total: number },
): Points {
  const { options, total } = over;
  const left = total - given(points);
  const open = options.filter((option) => points[option] === undefined);
  const some = options.filter((option) => (points[option] ?? 0) > 0);
  const takers = [open, some, options].find((each) => each.length > 0) ?? [];
  const each = Math.floor(left / takers.length);
  const odd = left - each * takers.length;
  const more = takers.map((option, place) => [option, (points[option] ?? 0) + each + (place < odd ? 1 : 0)] as const);
  return { ...points, ...Object.fromEntries(more) };
}
