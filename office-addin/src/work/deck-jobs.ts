import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { readPackage, writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { addExhibitSlides } from '@plumbline/shared/ooxml/slides/add-slides';
import { colourMapOf, readTheme } from '@plumbline/shared/ooxml/theme/theme';
import type { HostFault } from '../host/host-fault.ts';
import type { DocumentColours } from '../preview/document-colours.ts';
import { base64Of, bytesOf } from './base64.ts';
import { dropSlides, lookOfSlide, slideParts } from './deck-parts.ts';
import { coloursOf } from './document-colours.ts';
import type { Jobs } from './jobs.ts';

/** Puts exhibits as slides into the deck of a slide of it, and takes that slide out again. */
export function makeSlides({ carrier, items, writing }: Jobs['makeSlides']['takes']): Result<string, HostFault> {
  const deck = opened(carrier);
  if (!deck.ok) return deck;
  const own = slideParts(deck.value);
  const added = addExhibitSlides(deck.value, items, writing);
  if (!added.ok) return fail({ kind: 'host.refused', code: added.error });
  dropSlides(deck.value, own);
  return ok(base64Of(writePackage(deck.value)));
}

/** Reads the colours that figures would have in the deck of a slide. */
export function readColours({ carrier }: Jobs['readColours']['takes']): Result<DocumentColours, HostFault> {
  const deck = opened(carrier);
  if (!deck.ok) return deck;
  const slide = slideParts(deck.value)[0];
  const look = slide ? lookOfSlide(deck.value, slide.part) : null;
  if (look === null) return fail({ kind: 'host.refused', code: 'deck.no-layout' });
  return ok(coloursOf(readTheme(deck.value, look.theme, colourMapOf(deck.value, look.master))));
}

function opened(carrier: string): Result<OpcPackage, HostFault> {
  const read = readPackage(bytesOf(carrier));
  return read.ok ? read : fail({ kind: 'host.refused', code: read.error });
}
