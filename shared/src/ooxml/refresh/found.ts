import type { ExhibitKey, Provenance, Written } from '../exhibit.ts';
import type { OpcPackage } from '../package/opc-package.ts';

/** What is known of an insertion: a name alone keeps which figure it is, and nothing of what was written. */
export interface Identity {
  readonly id: string;
  readonly key: ExhibitKey;
  readonly provenance: Provenance | null;
  /** The locale that it is written in; `null` where that is not known. */
  readonly language: string | null;
  readonly written: Written | null;
}

/** An insertion as it stands in a deck now. */
export interface FoundInsertion {
  readonly identity: Identity;
  /** Its slide's part. */
  readonly slide: string;
  /** Counts the slides of the deck from 1. */
  readonly slideNumber: number;
  /** The id of its frame on the slide: with the slide it tells copies of one insertion apart. */
  readonly frame: string | null;
  /** 1 for the first of its id in the deck; more for copies made by hand. */
  readonly copy: number;
  readonly state:
    | { readonly kind: 'chart'; readonly chart: string; readonly workbook: string | null }
    | { readonly kind: 'table' }
    | { readonly kind: 'text' }
    | { readonly kind: 'orphaned'; readonly why: OrphanReason };
}

export type OrphanReason =
  /** A picture stands in its place. */
  | 'refresh.picture'
  /** Its pieces stand in its place. */
  | 'refresh.ungrouped'
  /** The slide still says that it was there. */
  | 'refresh.gone';

/** Why an insertion was left as it is. */
export type RefreshFault =
  /** The result is held now: fewer answers than the minimum group stand behind it. */
  | { readonly kind: 'refresh.held' }
  | { readonly kind: 'refresh.orphaned'; readonly why: OrphanReason }
  /** Numbers or words of its workbook were changed by hand; they are overwritten only when that is asked for. */
  | { readonly kind: 'refresh.edited'; readonly edits: readonly WorkbookEdit[] }
  /** The exhibit is of another figure. */
  | { readonly kind: 'refresh.other-figure' }
  /** What stands there cannot take this exhibit: another kind of chart was made of it, or a table became a chart. */
  | { readonly kind: 'refresh.other-form' }
  /** Its slide, chart or workbook cannot be read. */
  | { readonly kind: 'refresh.unreadable' }
  /** Changes in it are tracked in Word, and wait to be accepted or rejected. */
  | { readonly kind: 'refresh.tracked' }
  /** Somebody has locked its content control in Word. */
  | { readonly kind: 'refresh.locked' }
  /** The deck was changed since the insertion was found. */
  | { readonly kind: 'refresh.moved' };

/** One thing in a workbook that somebody changed. */
export interface WorkbookEdit {
  /** A cell, such as `Data!B3`; a sheet; or the name of a series. */
  readonly where: string;
  /** What the chart shows, where a cell differs from it. */
  readonly shown: string | null;
  readonly typed: string | null;
}

/** What parts were before: `null` for one that was not there. */
export type Undo = ReadonlyMap<string, Uint8Array | null>;

/** Puts back what was before, to the last byte. */
export function undoRefresh(deck: OpcPackage, undo: Undo): void {
  for (const [name, before] of undo) {
    if (before) deck.parts.set(name, before);
    else deck.parts.delete(name);
  }
}

/** Takes what was done on a copy over into the deck, and returns the way back. */
export function takeOver(deck: OpcPackage, draft: OpcPackage): Undo {
  const undo = new Map<string, Uint8Array | null>();
  for (const [name, after] of draft.parts) {
    const before = deck.parts.get(name) ?? null;
    if (before === after) continue;
    undo.set(name, before);
    deck.parts.set(name, after);
  }
  return undo;
}
