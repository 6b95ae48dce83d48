import type { Message } from './message.ts';

/** Where a figure is shown: a 280 px side panel, a page, or the meeting stage. */
export type FigureSize = 'panel' | 'page' | 'stage';

export type FontRole = 'label' | 'small' | 'strong';

/** A font in pixels; line heights are multiples of 4. */
export interface Font {
  readonly size: number;
  readonly lineHeight: number;
  readonly weight: 400 | 600;
}

/** The fonts and measures of one size of figure, in pixels. */
export interface Style {
  readonly fonts: Readonly<Record<FontRole, Font>>;
  readonly dot: number;
  /** Height of the tallest column of a distribution. */
  readonly column: number;
  readonly bar: number;
}

const PANEL: Style = {
  fonts: {
    label: { size: 12, lineHeight: 16, weight: 400 },
    small: { size: 12, lineHeight: 16, weight: 400 },
    strong: { size: 12, lineHeight: 16, weight: 600 },
  },
  dot: 6,
  column: 80,
  bar: 16,
};

/** Teams' own type ramp for each size. */
export const STYLES: Readonly<Record<FigureSize, Style>> = {
  panel: PANEL,
  page: {
    fonts: {
      label: { size: 14, lineHeight: 20, weight: 400 },
      small: { size: 12, lineHeight: 16, weight: 400 },
      strong: { size: 14, lineHeight: 20, weight: 600 },
    },
    dot: 6,
    column: 96,
    bar: 16,
  },
  stage: {
    fonts: {
      label: { size: 20, lineHeight: 28, weight: 400 },
      small: { size: 16, lineHeight: 24, weight: 400 },
      strong: { size: 20, lineHeight: 28, weight: 600 },
    },
    dot: 8,
    column: 160,
    bar: 24,
  },
};

/** What a layout draws on: its width, its fonts, how wide words are, and the reader's language. */
export interface Canvas {
  readonly width: number;
  readonly style: Style;
  /** Width of a text in pixels. */
  readonly measureText: (text: string, font: Font) => number;
  readonly say: (message: Message) => string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a shape stands for; how it looks is up to who draws it. */
export type Tone =
  | 'frame'
  | 'grid'
  | 'track'
  | 'now'
  | 'before'
  | 'move'
  | 'low'
  | 'middle'
  | 'high'
  | 'own'
  | 'quiet'
  | 'leader'
  | 'zone'
  | 'corner'
  | 'break';

export type TextTone = 'plain' | 'quiet' | 'now' | 'own' | 'inverted';

export interface LabelMark {
  readonly kind: 'label';
  readonly text: string;
  readonly font: FontRole;
  readonly tone: TextTone;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Where the text is anchored. */
  readonly x: number;
  readonly baseline: number;
  /** The room that the text takes. */
  readonly box: Box;
}

export type Mark =
  | LabelMark
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point; readonly tone: Tone }
  | { readonly kind: 'arrow'; readonly from: Point; readonly to: Point; readonly tone: Tone }
  | { readonly kind: 'path'; readonly points: readonly Point[]; readonly tone: Tone; readonly dash: number }
  | { readonly kind: 'rect'; readonly box: Box; readonly radius: number; readonly tone: Tone }
  | { readonly kind: 'dot'; readonly at: Point; readonly radius: number; readonly tone: Tone };

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A part of a picture that carries more words than the picture shows. */
export interface Hotspot {
  readonly id: string;
  readonly box: Box;
  readonly detail: Message;
}

/** A picture as plain geometry in pixels, the origin at the top left; later marks lie over earlier ones. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly hotspots: readonly Hotspot[];
}

/** Rounds up to the 4 px grid. */
export function onGrid(pixels: number): number {
  return Math.ceil(pixels / 4) * 4;
}

/** Whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
