import type { Result } from '@plumbline/shared/kernel/result';
import type { HostFault } from '../host/host-fault.ts';
import type { Item, Writing } from '../host/host.ts';
import type { CautionKind, Condition } from '../host/standing.ts';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import type { Report } from '@plumbline/shared/ooxml/exhibits/content';
import type { Identity, OrphanReason, RefreshFault } from '@plumbline/shared/ooxml/refresh/found';
import type { BlockText } from './block-text.ts';
import type { ExportedSlide } from './slide-package.ts';
import type { DocumentColours } from '../preview/document-colours.ts';

/** What the worker can do, by its name: documents are made apart from the screen, which Office would else find frozen. */
export interface Jobs {
  /** Slides for the deck that a slide of it was exported from, as base64; only the new ones are in it. */
  readonly makeSlides: {
    readonly takes: { readonly carrier: string; readonly items: readonly Item[]; readonly writing: Writing };
    readonly gives: string;
  };
  /** The colours that figures have in the deck that a slide was exported from. */
  readonly readColours: { readonly takes: { readonly carrier: string }; readonly gives: DocumentColours };
  /** What is ours on a slide. */
  readonly readSlide: { readonly takes: ExportedSlide; readonly gives: readonly Piece[] };
  /** How it stands with what the meetings say now, in the order of the wishes. */
  readonly compareSlide: {
    readonly takes: {
      readonly exported: ExportedSlide;
      readonly wishes: readonly (PieceAt & { readonly exhibit: Exhibit })[];
    };
    readonly gives: readonly Condition[];
  };
  /** The slide with what is ours on it renewed. */
  readonly renewSlide: {
    readonly takes: {
      readonly exported: ExportedSlide;
      readonly wishes: readonly (PieceAt & { readonly exhibit: Exhibit; readonly replaceEdited: boolean })[];
      readonly writing: Writing;
      readonly creationId: number;
    };
    readonly gives: RemadeSlide;
  };
  /** The slide with what was ours on it as the analyst's own. */
  readonly detachSlide: {
    readonly takes: {
      readonly exported: ExportedSlide;
      readonly pieces: readonly PieceAt[];
      readonly creationId: number;
    };
    readonly gives: RemadeSlide;
  };
  /** The slide as it is, to be put in once more. */
  readonly copySlide: {
    readonly takes: { readonly exported: ExportedSlide; readonly creationId: number };
    readonly gives: string;
  };
  /** By what it is seen whether somebody has worked on a slide. */
  readonly markSlide: { readonly takes: ExportedSlide; readonly gives: string };
  /** What of a whole deck would be lost where a slide is put anew. */
  readonly readCautions: { readonly takes: { readonly deck: Uint8Array }; readonly gives: Cautions };
  /** Blocks for the text that a piece was taken from, as Word takes them. */
  readonly makeBlocks: {
    readonly takes: {
      readonly piece: string;
      readonly items: readonly Item[];
      readonly writing: Writing;
      readonly firstFigure: number;
    };
    readonly gives: string;
  };
  /** A whole report for the text that a piece was taken from, as Word takes it. */
  readonly makeReport: {
    readonly takes: {
      readonly piece: string;
      readonly report: Report;
      readonly ids: readonly string[];
      readonly writing: Writing;
      readonly firstFigure: number;
    };
    readonly gives: string;
  };
  /** What a block of ours is, and what would become of it. */
  readonly readBlock: { readonly takes: BlockText; readonly gives: BlockPiece };
  /** How it stands with what its meeting says now. */
  readonly compareBlock: {
    readonly takes: { readonly block: BlockText; readonly exhibit: Exhibit };
    readonly gives: Condition;
  };
  /** The block renewed. */
  readonly renewBlock: {
    readonly takes: {
      readonly block: BlockText;
      readonly exhibit: Exhibit;
      readonly replaceEdited: boolean;
      readonly writing: Writing;
    };
    readonly gives: RemadeBlock;
  };
  /** What stands in the block as the analyst's own. */
  readonly detachBlock: { readonly takes: BlockText; readonly gives: RemadeBlock };
  /** The block as it is, to be put in once more. */
  readonly copyBlock: { readonly takes: BlockText; readonly gives: BlockContent };
  /** By what it is seen whether somebody has worked on a block. */
  readonly markBlock: {
    readonly takes: { readonly id: string; readonly pieces: readonly string[] };
    readonly gives: readonly string[];
  };
  /** The colours that figures have in the text that a piece was taken from. */
  readonly readTextColours: { readonly takes: { readonly piece: string }; readonly gives: DocumentColours };
}

/** By what something of ours is found on its slide. */
export interface PieceAt {
  readonly id: string;
  readonly frame: string | null;
}

/** Something of ours on a slide. */
export interface Piece {
  readonly frame: string | null;
  readonly identity: Identity;
  /** Why nothing can be put there any more; `null` where it can. */
  readonly apart: OrphanReason | null;
  readonly lacksAltText: boolean;
}

/** Something of ours in a text; `identity` is `null` where only its tag is left. */
export interface BlockPiece extends Omit<Piece, 'frame' | 'identity'> {
  readonly identity: Identity | null;
}

/** A block to be put in: what stands in its control, and all of it. */
export interface BlockContent {
  readonly content: string;
  readonly block: string;
}

/** A block that comes in the place of what it was. */
export interface RemadeBlock {
  readonly outcome: Result<null, RefreshFault>;
  /** `null` where nothing was changed. */
  readonly made: BlockContent | null;
  /** The part that is to remember it from now on, and in the place of which of those that are there; -1 for a new one. */
  readonly memory: { readonly at: number; readonly text: string } | null;
  readonly hasComments: boolean;
}

/** A slide that comes in the place of another. */
export interface RemadeSlide {
  /** `null` where nothing on it was changed. */
  readonly slide: string | null;
  /** What our tag of it is to say; `null` for none. */
  readonly tag: string | null;
  readonly outcomes: readonly Result<null, RefreshFault>[];
}

/** What putting a slide anew would lose, by the numbers of slides that Office's ids begin with; `fonts` of all. */
export interface Cautions {
  readonly fonts: boolean;
  readonly slides: Readonly<Record<string, readonly CautionKind[]>>;
}

export type JobName = keyof Jobs;

/** A job on its way to the worker. */
export type Asked = {
  readonly [N in JobName]: { readonly at: number; readonly name: N; readonly takes: Jobs[N]['takes'] };
}[JobName];

/** What came of it. */
export interface Answered {
  readonly at: number;
  readonly result: Result<unknown, HostFault>;
}
