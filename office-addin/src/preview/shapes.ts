import type { Tone } from '@plumbline/shared/ooxml/exhibit';

/** What a colour stands for in a preview: a tone of the figure, or what surrounds it. */
export type Paint = Tone | 'ink' | 'soft';

/** A piece of a preview, in the units of its picture. */
export type Shape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly paint: Paint;
      /** How much of the colour, 0 to 1. */
      readonly strength?: number;
    }
  | { readonly kind: 'line'; readonly points: readonly Point[]; readonly paint: Paint }
  | { readonly kind: 'dot'; readonly at: Point; readonly paint: Paint }
  | {
      readonly kind: 'text';
      readonly at: Point;
      readonly text: string;
      readonly anchor: 'start' | 'end' | 'middle';
      readonly strong?: boolean;
    };

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The size of every preview. */
export const PICTURE = { width: 288, height: 132 } as const;

/** The height of a line of small text, and about how wide a letter is. */
export const LETTER = { size: 10, width: 5.2 } as const;

/** A text cut to a width, with an ellipsis where something is cut off. */
export function fitted(text: string, width: number): string {
  const most = Math.max(1, Math.floor(width / LETTER.width));
  return text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1)).trimEnd()}…`;
}
