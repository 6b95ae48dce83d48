/** The looks that Office can have. */
export type HostLook = 'default' | 'dark' | 'contrast';

/** The colours that Office names, `#rrggbb` each. */
export interface OfficeColours {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
}

/** Reads Office's colours: its dark themes are dark, and black under a pure colour is high contrast. */
export function lookOf({ bodyBackgroundColor, bodyForegroundColor }: OfficeColours): HostLook {
  const ground = channelsOf(bodyBackgroundColor);
  const ink = channelsOf(bodyForegroundColor);
  if (ground === null) return 'default';
  const isPure = ink?.every((channel) => channel === 0 || channel === 255) ?? false;
  if (isPure && ground.every((channel) => channel === 0)) return 'contrast';
  const [red = 255, green = 255, blue = 255] = ground;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? 'dark' : 'default';
}

function channelsOf(colour: string): readonly number[] | null {
  const digits = /^#?([0-9a-f]{6})/i.exec(colour)?.[1];
  if (digits === undefined) return null;
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}
