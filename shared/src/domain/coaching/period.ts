/** Calendar days, both ends included; `null` is open. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

/** A period as a path says it: `all`, or two days with `..` between, of which one may be left out. */
export function periodIn(text: string): Period {
  const [from = '', until = ''] = text === 'all' ? [] : text.split('..');
  return { from: from === '' ? null : from, until: until === '' ? null : until };
}

/** Whether a calendar day lies in a period. */
export function isIn({ from, until }: Period, day: string): boolean {
  return (from === null || day >= from) && (until === null || day <= until);
}
