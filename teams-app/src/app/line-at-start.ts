/** Styles of a line along the side where reading starts, in its three parts: Griffel leaves the shorthand of them out. */
export function lineAtStart(width: '2px' | '3px' | '4px', color: string) {
  return { borderInlineStartWidth: width, borderInlineStartStyle: 'solid', borderInlineStartColor: color } as const;
}
