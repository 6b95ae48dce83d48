import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { insertionOf } from '@plumbline/shared/ooxml/insertion';
import type { OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { blockText, contentText, markOfBlock, openBlockText } from '@plumbline/shared/ooxml/refresh/word/block-text';
import { findBlocks, type FoundBlock } from '@plumbline/shared/ooxml/refresh/word/find-blocks';
import { previewBlock } from '@plumbline/shared/ooxml/refresh/word/preview-block';
import {
  detachBlock as detachInText,
  refreshBlock as refreshInText,
} from '@plumbline/shared/ooxml/refresh/word/refresh-block';
import { keptInText, keptText, remembered } from '@plumbline/shared/ooxml/word/kept-insertions';
import { conditionOf } from '../host/condition-of.ts';
import type { HostFault } from '../host/host-fault.ts';
import type { Condition } from '../host/standing.ts';
import type { BlockText } from './block-text.ts';
import type { BlockContent, BlockPiece, Jobs, RemadeBlock } from './jobs.ts';
import { writtenAs } from './written-as.ts';

/** Says what a block of ours is. */
export function readBlock(block: BlockText): Result<BlockPiece, HostFault> {
  const opened = openBlock(block);
  if (!opened.ok) return opened;
  const { identity, state, lacksAltText } = opened.value.found;
  return ok({ identity, lacksAltText, apart: state.kind === 'orphaned' ? state.why : null });
}

/** Compares a block with what its meeting says now. */
export function compareBlock({ block, exhibit }: Jobs['compareBlock']['takes']): Result<Condition, HostFault> {
  const opened = openBlock(block);
  if (!opened.ok) return opened;
  const { pack, found } = opened.value;
  if (!found.identity) return ok({ status: 'lost', why: 'unnamed' });
  return ok(conditionOf(found.identity, exhibit, previewBlock(pack, found, exhibit)));
}

/** Renews a block. */
export function renewBlock(takes: Jobs['renewBlock']['takes']): Result<RemadeBlock, HostFault> {
  const { block, exhibit, replaceEdited, writing } = takes;
  const opened = openBlock(block);
  if (!opened.ok) return opened;
  const { pack, found } = opened.value;
  const { hasComments, identity } = found;
  const look = writtenAs(identity, writing);
  const done = refreshInText(pack, found, { exhibit, look, replaceEdited });
  if (!done.ok) return ok({ outcome: done, made: null, memory: null, hasComments });
  const kept = block.kept.map(keptInText);
  const at = kept.findIndex((insertions) => insertions.some(({ id }) => id === block.id));
  const text = keptText(remembered(kept[at] ?? [], insertionOf(exhibit, block.id, look.language)));
  return ok({ outcome: ok(null), made: madeOf(pack), memory: { at, text }, hasComments });
}

/** Has what stands in a block say no more what it was; its control is taken away by Word itself. */
export function detachBlock(block: BlockText): Result<RemadeBlock, HostFault> {
  const opened = openBlock(block);
  if (!opened.ok) return opened;
  const { pack, found } = opened.value;
  const { hasComments } = found;
  const before = madeOf(pack);
  const done = detachInText(pack, found);
  if (!done.ok) return ok({ outcome: done, made: null, memory: null, hasComments });
  // Only a chart has something of it within.
  const content = found.state.kind === 'chart' ? contentText(pack) : before.content;
  return ok({ outcome: ok(null), made: { ...before, content }, memory: null, hasComments });
}

/** A block as it is, to be put in once more. */
export function copyBlock(block: BlockText): Result<BlockContent, HostFault> {
  const opened = openBlock(block);
  return opened.ok ? ok(madeOf(opened.value.pack)) : opened;
}

/** Marks of all that stands in a block, by which it is seen whether somebody has worked on it. */
export function markBlock({ id, pieces }: Jobs['markBlock']['takes']): Result<readonly string[], HostFault> {
  const marks: string[] = [];
  for (const piece of pieces) {
    const opened = openBlockText(piece, id);
    if (!opened.ok) return fail({ kind: 'host.refused', code: opened.error });
    marks.push(markOfBlock(opened.value));
  }
  return ok(marks);
}

interface OpenBlock {
  readonly pack: OpcPackage;
  readonly found: FoundBlock;
}

function openBlock({ id, piece, kept, isLocked, isFixed }: BlockText): Result<OpenBlock, HostFault> {
  const opened = openBlockText(piece, id);
  if (!opened.ok) return fail({ kind: 'host.refused', code: opened.error });
  const [found] = findBlocks(opened.value, kept.flatMap(keptInText));
  if (found?.id !== id) return fail({ kind: 'host.gone', code: 'block.gone' });
  const locks = { isLocked: isLocked || found.isLocked, isFixed: isFixed || found.isFixed };
  return ok({ pack: opened.value, found: { ...found, ...locks } });
}

function madeOf(pack: OpcPackage): BlockContent {
  return { content: contentText(pack), block: blockText(pack) };
}
