/** The page to go on with after a sign-in: what was asked for before it, if that is a page of the tab; else the first one. */
export function askedPage(state: string | undefined, base: string): string {
  // Resolved as a browser would, so that nothing that only begins like a page leads out of the tab.
  const origin = 'https://here.invalid';
  if (state === undefined || !URL.canParse(state, origin)) return base;
  const { origin: at, pathname, search } = new URL(state, origin);
  return at === origin && pathname.startsWith(base) ? `${pathname}${search}` : base;
}
