import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { readPackage, readPart, writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { isUnsaid } from '@plumbline/shared/ooxml/refresh/alt-text';
import { findInsertions, framesOn } from '@plumbline/shared/ooxml/refresh/find-insertions';
import type { FoundInsertion, RefreshFault } from '@plumbline/shared/ooxml/refresh/found';
import { previewRefresh } from '@plumbline/shared/ooxml/refresh/preview-refresh';
import { detachInsertion, refreshSlide } from '@plumbline/shared/ooxml/refresh/refresh-slide';
import { conditionOf } from '../host/condition-of.ts';
import type { HostFault } from '../host/host-fault.ts';
import type { Condition } from '../host/standing.ts';
import { base64Of, bytesOf } from './base64.ts';
import { slideParts } from './deck-parts.ts';
import type { Jobs, Piece, PieceAt, RemadeSlide } from './jobs.ts';
import { markOfSlide, renumber, restoreTag, tagAfter, type ExportedSlide } from './slide-package.ts';
import { writtenAs } from './written-as.ts';

/** Finds what is ours on a slide. */
export function readSlide(exported: ExportedSlide): Result<readonly Piece[], HostFault> {
  const opened = openSlide(exported);
  if (!opened.ok) return opened;
  const { pack } = opened.value;
  return ok(
    findInsertions(pack).map((found) => ({
      frame: found.frame,
      identity: found.identity,
      apart: found.state.kind === 'orphaned' ? found.state.why : null,
      lacksAltText: lacksAltText(pack, found),
    })),
  );
}

/** Compares what is ours on a slide with what the meetings say now. */
export function compareSlide({
  exported,
  wishes,
}: Jobs['compareSlide']['takes']): Result<readonly Condition[], HostFault> {
  const opened = openSlide(exported);
  if (!opened.ok) return opened;
  const { pack } = opened.value;
  return ok(
    wishes.map(({ exhibit, ...at }) => {
      const found = pieceIn(pack, at);
      return found
        ? conditionOf(found.identity, exhibit, previewRefresh(pack, found, exhibit))
        : { status: 'broken', why: 'refresh.unreadable' };
    }),
  );
}

/** Renews what is ours on a slide, as another slide that may stand beside it. */
export function renewSlide({
  exported,
  wishes,
  writing,
  creationId,
}: Jobs['renewSlide']['takes']): Result<RemadeSlide, HostFault> {
  return remade(exported, creationId, (pack) =>
    wishes.map(({ exhibit, replaceEdited, ...at }) => {
      const found = pieceIn(pack, at);
      return found
        ? done(refreshSlide(pack, found, { exhibit, look: writtenAs(found.identity, writing), replaceEdited }))
        : fail({ kind: 'refresh.moved' });
    }),
  );
}

/** Has what is ours on a slide say no more what it was. */
export function detachSlide({
  exported,
  pieces,
  creationId,
}: Jobs['detachSlide']['takes']): Result<RemadeSlide, HostFault> {
  return remade(exported, creationId, (pack) =>
    pieces.map((at) => {
      const found = pieceIn(pack, at);
      return found ? done(detachInsertion(pack, found)) : fail({ kind: 'refresh.moved' });
    }),
  );
}

/** The same slide, as another that may stand beside it. */
export function copySlide({ exported, creationId }: Jobs['copySlide']['takes']): Result<string, HostFault> {
  const opened = openSlide({ ...exported, tags: [] });
  if (!opened.ok) return opened;
  renumber(opened.value.pack, opened.value.part, creationId);
  return ok(base64Of(writePackage(opened.value.pack)));
}

/** A mark of all that stands on a slide, by which it is seen whether somebody has worked on it. */
export function markSlide(exported: ExportedSlide): Result<string, HostFault> {
  const opened = openSlide({ ...exported, tags: [] });
  return opened.ok ? ok(markOfSlide(opened.value.pack, opened.value.part)) : opened;
}

interface OpenSlide {
  readonly pack: OpcPackage;
  readonly part: string;
}

function openSlide({ slide, tags }: ExportedSlide): Result<OpenSlide, HostFault> {
  const read = readPackage(bytesOf(slide));
  if (!read.ok) return fail({ kind: 'host.refused', code: read.error });
  const [only] = slideParts(read.value);
  if (!only) return fail({ kind: 'host.refused', code: 'deck.no-slide' });
  restoreTag(read.value, only.part, tags);
  return ok({ pack: read.value, part: only.part });
}

function remade(
  exported: ExportedSlide,
  creationId: number,
  change: (pack: OpcPackage) => RemadeSlide['outcomes'],
): Result<RemadeSlide, HostFault> {
  const opened = openSlide(exported);
  if (!opened.ok) return opened;
  const { pack, part } = opened.value;
  const outcomes = change(pack);
  if (outcomes.every(({ ok: isDone }) => !isDone)) return ok({ slide: null, tag: null, outcomes });
  const tag = tagAfter(pack, part);
  renumber(pack, part, creationId);
  return ok({ slide: base64Of(writePackage(pack)), tag, outcomes });
}

function pieceIn(pack: OpcPackage, { id, frame }: PieceAt): FoundInsertion | undefined {
  return findInsertions(pack).find((found) => found.identity.id === id && found.frame === frame);
}

/** Way back is the whole slide: the parts that were before are not needed. */
function done(result: Result<unknown, RefreshFault>): Result<null, RefreshFault> {
  return result.ok ? ok(null) : result;
}

/** A text is read as it is; a picture of numbers needs words. */
function lacksAltText(pack: OpcPackage, { slide, frame, state }: FoundInsertion): boolean {
  if (state.kind !== 'chart' && state.kind !== 'table') return false;
  const root = readPart(pack, slide);
  const properties = root && framesOn(root).find(({ id }) => id === frame)?.properties;
  return properties ? isUnsaid(properties) : false;
}
