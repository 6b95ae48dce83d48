import { createHash } from 'node:crypto';
import { assert } from '@plumbline/shared/kernel/assert';

/** A strong ETag of a revision, or of the body where there is no revision. */
export function etagOf(revision: string | null, body: string): string {
  const tag = revision ?? createHash('sha256').update(body).digest('base64url').slice(0, 27);
  assert(/^[\x21\x23-\x7e]+$/.test(tag), 'a revision is of visible ASCII characters without quotes');
  return `"${tag}"`;
}

/** The revision in an If-Match header; `null` when it is anything but one strong ETag. */
export function revisionIn(header: string): string | null {
  return /^"([\x21\x23-\x7e]{1,100})"$/.exec(header.trim())?.[1] ?? null;
}

/** Whether an If-None-Match header names the ETag (RFC 9110, weak comparison). */
export function namesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag);
}
