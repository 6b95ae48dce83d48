import type { Result } from '@plumbline/shared/kernel/result';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import type { Identity, OrphanReason, RefreshFault, WorkbookEdit } from '@plumbline/shared/ooxml/refresh/found';
import type { RefreshPreview } from '@plumbline/shared/ooxml/refresh/preview-refresh';
import type { HostFault } from './host-fault.ts';
import type { Place, Writing } from './place.ts';
import type { WayBack } from './way-back.ts';

/** Something of ours as it stands in the document now. */
export interface Standing {
  readonly place: Place;
  /** Tells it from others at the same place; `null` where it has left nothing to be told by. */
  readonly frame: string | null;
  readonly identity: StandingIdentity;
  /** 1 for the first of its id in the document, more for copies, of so many. */
  readonly copy: { readonly number: number; readonly of: number };
  /** Whether somebody took away the text that a screen reader reads. */
  readonly lacksAltText: boolean;
  readonly condition: Condition;
}

/** What it says of itself; `key` is `null` where that is lost, so that nobody knows which figure it is. */
export interface StandingIdentity extends Pick<Identity, 'id' | 'provenance'> {
  readonly key: Identity['key'] | null;
}

/** How it stands with what its meeting says now. */
export type Condition =
  | { readonly status: 'current' }
  | { readonly status: 'stale'; readonly exhibit: Exhibit; readonly preview: RefreshPreview }
  /** Somebody typed numbers or words into what is behind it; a refresh replaces them only when that is asked for. */
  | {
      readonly status: 'edited';
      readonly exhibit: Exhibit;
      readonly preview: RefreshPreview;
      readonly edits: readonly WorkbookEdit[];
    }
  /** There is nothing to show in its place, for the reason that the meeting gives; `null` where too few answered at all. */
  | { readonly status: 'held'; readonly reason: string | null }
  /** A picture or its pieces stand in its place, or nothing. */
  | { readonly status: 'apart'; readonly why: OrphanReason }
  /** It cannot be read, something else was made of it, or Word does not let it be changed now. */
  | {
      readonly status: 'broken';
      readonly why: 'refresh.unreadable' | 'refresh.other-form' | 'refresh.tracked' | 'refresh.locked';
    }
  /** Nobody can say what it should show. */
  | { readonly status: 'lost'; readonly why: LostReason };

export type LostReason =
  /** It was put in by a version that did not write down of which meeting it is. */
  | 'unnamed'
  /** This Word does not hand over what the document keeps of it. */
  | 'old-word'
  /** The meeting is gone, or not for this person to see. */
  | 'not-shown'
  /** The meeting has this figure no more. */
  | 'no-figure'
  /** The later meeting that was asked instead does not have it. */
  | 'not-in-later'
  /** Plumbline did not answer; another look will tell. */
  | 'unreachable';

/** What the meeting of an insertion says now. */
export type Fresh =
  { readonly status: 'found'; readonly exhibit: Exhibit } | { readonly status: 'lost'; readonly why: LostReason };

/** A look through the document. */
export interface CheckRun {
  /** Asked once for each that still says what it is. */
  readonly freshOf: (identity: Identity) => Promise<Fresh>;
  /** Told before the first place and after each. */
  readonly onProgress: (progress: { readonly done: number; readonly of: number }) => void;
  /** Looked at between places; what was found until then is told. */
  readonly signal: { readonly aborted: boolean };
}

export interface Checked {
  /** In the order of the document. */
  readonly standing: readonly Standing[];
  /** Places that Office did not let us look at. */
  readonly unread: readonly Place[];
  readonly read: number;
  readonly of: number;
}

/** What is to be done to something that stands there. */
export interface Wish {
  readonly standing: Standing;
  readonly exhibit: Exhibit;
  /** Whether what somebody typed may be overwritten: only after they were asked. */
  readonly replaceEdited: boolean;
}

/** Why a place is not changed unless somebody decides how: Office loses something when a slide is put anew. */
export type CautionKind =
  /** Comments of the slide would be lost. */
  | 'caution.comments'
  /** The same of a figure in a text. */
  | 'caution.block-comments'
  /** Links of other slides, or a custom show, lead to it and would lead nowhere. */
  | 'caution.links'
  /** Other add-ins keep something on its shapes, which would be lost. */
  | 'caution.add-ins'
  /** Fonts are embedded in the deck: nothing is lost, but this slide's may look other until it is opened anew. */
  | 'caution.fonts'
  /** The document could not be looked through for any of these. */
  | 'caution.unknown';

/** How a place is changed. */
export type Manner =
  /** Not where something could be lost. */
  | 'careful'
  /** Also where fonts are embedded: somebody was asked. */
  | 'knowing'
  /** The new one goes behind the old one, which stays with all that it has. */
  | 'beside';

export type PlaceFault =
  | HostFault
  | { readonly kind: 'place.caution'; readonly caution: CautionKind }
  /** Somebody worked on it in the same moment; it is as they left it. */
  | { readonly kind: 'place.changed' };

/** A place that was changed. */
export interface Changed {
  /** Where it stands now: Office gives a slide that is put anew another id. */
  readonly place: Place;
  /** What came of each wish, in their order; a refusal changes nothing of that one. */
  readonly outcomes: readonly Result<null, RefreshFault>[];
  /** Leads back to what was there before; `null` where nothing was changed, or this Office has no way back. */
  readonly undo: WayBack | null;
}

export interface Undone {
  /** Where what was there before stands now. */
  readonly place: Place;
  /** Whether what was put in stays beside it, since somebody has worked on it meanwhile. */
  readonly keptBoth: boolean;
}

/** Changes what stands in the document, place by place. */
export interface Changer {
  /** Renews what stands at a place, all of it at once. */
  refresh(place: Place, wishes: readonly Wish[], how: RefreshManner): Promise<Result<Changed, PlaceFault>>;
  /** Lets what stands at a place stand as it is, without saying any more what it was. */
  detach(place: Place, standing: readonly Standing[], manner: Manner): Promise<Result<Changed, PlaceFault>>;
}

export interface RefreshManner {
  readonly manner: Manner;
  readonly writing: Writing;
}

/** How a program looks after what was put into its documents. */
export interface Care {
  /** Looks through the whole document, and compares what is found with what the meetings say now. It changes nothing. */
  check(run: CheckRun): Promise<Result<Checked, HostFault>>;
  /** Gets ready to change things: looks once at the whole document for what a change would lose. */
  prepare(): Promise<Result<Changer, HostFault>>;
  /** Where ways back, the newest first, lead in this document, in their order; `null` for each that leads nowhere in it. */
  whereTo(backs: readonly WayBack[]): Promise<Result<readonly (Place | null)[], HostFault>>;
  /** Puts back what was there before; what somebody has worked on since stays beside it. */
  undo(back: WayBack): Promise<Result<Undone, HostFault>>;
  /** Shows a place to whoever sits before the document. */
  show(place: Place): Promise<Result<null, HostFault>>;
}
