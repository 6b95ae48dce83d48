import { createHmac, timingSafeEqual } from 'node:crypto';
import { refusal, type Refusal } from './answer.ts';
import type { SignedPath, WireRequest } from './wire-request.ts';

/** How far a request's date may be from now, in milliseconds. */
const WINDOW = 15 * 60_000;

/** Why the request may not be served with the account's key, or null when it may; `now` in milliseconds. */
export function signatureFault(
  request: WireRequest,
  signed: SignedPath,
  account: { readonly key: string; readonly now: number },
): Refusal | null {
  const header = request.headers.get('authorization');
  if (header === undefined) return refusal(401, 'Required Header authorization is missing.');
  const date = request.headers.get('x-ms-date') ?? request.headers.get('date') ?? '';
  const text = `${request.method.toLowerCase()}\n${signed.type.toLowerCase()}\n${signed.link}\n${date.toLowerCase()}\n\n`;
  const sig = createHmac('sha256', Buffer.from(account.key, 'base64')).update(text).digest('base64');
  if (!same(decoded(header), `type=master&ver=1.0&sig=${sig}`)) {
    return refusal(
      401,
      "The input authorization token can't serve the request. The wrong key is being used or the expected payload is not built as per the protocol.",
    );
  }
  const age = Math.abs(account.now - Date.parse(date));
  if (!(age <= WINDOW)) return refusal(403, 'The authorization token is not valid at the current time.');
  return null;
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return '';
  }
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
