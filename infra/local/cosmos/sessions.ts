import { NO_SESSION, refusal, type Refusal } from './answer.ts';

/** The session token that says: whoever shows it has seen the container up to this write. */
export function sessionToken(lsn: number): string {
  return `0:-1#${lsn}`;
}

/**
 * Up to which write a read sees the container. A reader without a token is served by a replica that is `lag` writes behind, one with a
 * token by one that is at least as far as the token; a token from the future has no replica.
 */
export function servedLsn(
  container: { readonly lsn: number },
  token: string | undefined,
  lag: number,
): { readonly lsn: number } | Refusal {
  const seen = token === undefined || token === '' ? 0 : seenLsn(token);
  if (seen === null) return refusal(400, `The session token provided '${token ?? ''}' is invalid.`);
  if (seen > container.lsn) return NO_SESSION;
  return { lsn: Math.max(seen, container.lsn - lag, 0) };
}

function seenLsn(token: string): number | null {
  const digits = /^0:-1#(\d{1,15})$/.exec(token)?.[1];
  return digits === undefined ? null : Number(digits);
}
