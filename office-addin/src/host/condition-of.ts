import type { Result } from '@plumbline/shared/kernel/result';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import { writtenOf } from '@plumbline/shared/ooxml/insertion';
import type { Identity, RefreshFault } from '@plumbline/shared/ooxml/refresh/found';
import type { RefreshPreview } from '@plumbline/shared/ooxml/refresh/preview-refresh';
import type { Condition } from './standing.ts';

/** How an insertion stands with what its meeting says now, by what a refresh would do to it. */
export function conditionOf(
  identity: Identity,
  exhibit: Exhibit,
  preview: Result<RefreshPreview, RefreshFault>,
): Condition {
  if (!preview.ok) return refused(preview.error, exhibit);
  const { edits } = preview.value;
  if (edits.length > 0) return { status: 'edited', exhibit, preview: preview.value, edits };
  if (isWritten(identity, exhibit)) return { status: 'current' };
  return { status: 'stale', exhibit, preview: preview.value };
}

function refused(fault: RefreshFault, { title, body }: Exhibit): Condition {
  switch (fault.kind) {
    case 'refresh.held':
      return { status: 'held', reason: body.form === 'text' ? title : null };
    case 'refresh.orphaned':
      return { status: 'apart', why: fault.why };
    case 'refresh.other-form':
    case 'refresh.other-figure':
      return { status: 'broken', why: 'refresh.other-form' };
    case 'refresh.tracked':
    case 'refresh.locked':
      return { status: 'broken', why: fault.kind };
    case 'refresh.edited':
    case 'refresh.unreadable':
    case 'refresh.moved':
      return { status: 'broken', why: 'refresh.unreadable' };
  }
}

/**
 * Whether all that would be written was written last: what an analyst has rewritten or removed since is theirs, and no
 * reason for a refresh.
 */
function isWritten({ id, written }: Identity, exhibit: Exhibit): boolean {
  return written !== null && JSON.stringify(writtenOf(exhibit, id)) === JSON.stringify(written);
}
