import type { Result } from '@plumbline/shared/kernel/result';
import type { HostFault } from '../host/host-fault.ts';
import type { Item, Writing } from '../host/host.ts';
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
  /** The colours that figures have in the text that a piece was taken from. */
  readonly readTextColours: { readonly takes: { readonly piece: string }; readonly gives: DocumentColours };
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
