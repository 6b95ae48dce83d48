import type { BlockText } from '../work/block-text.ts';
import type { ExportedSlide } from '../work/slide-package.ts';
import type { Place } from './place.ts';

/** What leads back to how a place was before. It is plain data: it outlives the pane where it is kept. */
export type WayBack = { readonly id: string; readonly place: Place } & (SlideBack | BlockBack);

export interface SlideBack {
  readonly kind: 'slide';
  readonly old: ExportedSlide;
  /** The mark of what was put there: by it one sees whether somebody has worked on it since. */
  readonly after: string;
  /** The old slide where it was left beside the new one: as long as it stands there, the new one just goes. */
  readonly beside: string | null;
}

export type BlockBack =
  | { readonly kind: 'block'; readonly old: BlockText; readonly after: string }
  /** A block that was put behind its forerunner, by the id of both and by Office's own numbers of them. */
  | {
      readonly kind: 'block-beside';
      readonly number: number;
      readonly beside: number;
      readonly block: string;
      readonly after: string;
    }
  /** One whose control is gone: a hidden bookmark says where it stands. */
  | { readonly kind: 'loose-block'; readonly old: BlockText; readonly after: string; readonly bookmark: string };

/** What can be undone, what was done, and when. */
export interface UndoRecord {
  readonly back: WayBack;
  readonly deed: 'refresh' | 'detach';
  /** Milliseconds since 1970. */
  readonly at: number;
}
