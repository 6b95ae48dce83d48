import type { Tone } from '@plumbline/shared/ooxml/exhibit';
import { hexOf, type SchemeColour } from '@plumbline/shared/ooxml/theme/colour';
import { colourOf, hairline } from '@plumbline/shared/ooxml/theme/palette';
import type { Theme } from '@plumbline/shared/ooxml/theme/theme';
import type { DocumentColours } from '../preview/document-colours.ts';

/** The colours that figures have in a theme: the ones that they are written in. */
export function coloursOf(theme: Theme): DocumentColours {
  const hex = (colour: SchemeColour) => `#${hexOf(colour, theme)}`;
  const tone = (of: Tone) => hex(colourOf(of, theme));
  return {
    tones: {
      accent: tone('accent'),
      second: tone('second'),
      quiet: tone('quiet'),
      'low-strong': tone('low-strong'),
      low: tone('low'),
      middle: tone('middle'),
      high: tone('high'),
      'high-strong': tone('high-strong'),
      'line-1': tone('line-1'),
      'line-2': tone('line-2'),
      'line-3': tone('line-3'),
      'line-4': tone('line-4'),
      'line-5': tone('line-5'),
    },
    ink: hex({ scheme: 'tx1' }),
    ground: hex({ scheme: 'bg1' }),
    soft: hex(hairline(theme)),
  };
}
