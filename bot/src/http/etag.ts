import { createHash } from 'node:crypto';
import { assert } from '@plumbline/shared/kernel/assert';

/**
 * A strong ETag: the revision of the thing, where it has one, and a hash of what is sent. Names and roles in a view can
 * change while the thing itself does not; `If-Match` asks for the revision only.
 */
export function etagOf(revision: string | null, body: string): string {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  const tag = revision === null ? hash : `${revision}.${hash}`;
  assert(/^[\x21\x23-\x7e]+$/.test(tag), 'a revision is of visible ASCII characters without quotes');
  return `"${tag}"`;
}

/** The revision in an If-Match header, given as an ETag or bare; `null` when it is anything but one strong ETag. */
export function revisionIn(header: string): string | null {
  const tag = /^"([\x21\x23-\x7e]{1,100})"$/.exec(header.trim())?.[1];
  return tag?.split('.')[0] ?? null;
}

/** Whether an If-None-Match header names the ETag (RFC 9110, weak comparison). */
export function namesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag);
}
