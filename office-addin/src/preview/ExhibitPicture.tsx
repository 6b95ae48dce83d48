import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import type { DocumentColours } from './document-colours.ts';
import { pictureOf } from './picture-of.ts';
import { LETTER, PICTURE, type Paint, type Shape } from './shapes.ts';

const useStyles = makeStyles({
  picture: {
    display: 'block',
    width: '100%',
    height: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    // The document's own colours, also in high contrast: it shows what will be in the document.
    forcedColorAdjust: 'none',
  },
});

const MARGIN = 8;
const BOX = [-MARGIN, -MARGIN, PICTURE.width + 2 * MARGIN, PICTURE.height + 2 * MARGIN].join(' ');

/** An exhibit as it will look in the document, small. */
export function ExhibitPicture(props: { readonly exhibit: Exhibit; readonly colours: DocumentColours }) {
  const { exhibit, colours } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const shapes = useMemo(() => pictureOf(exhibit), [exhibit]);
  return (
    <svg
      viewBox={BOX}
      className={styles.picture}
      role="img"
      aria-label={t('gallery.picture', { alt: exhibit.altText })}
    >
      <rect x={-MARGIN} y={-MARGIN} width="100%" height="100%" fill={colours.ground} />
      {shapes.map((shape, at) => (
        // A picture is drawn whole or not at all: the place of a shape is its identity.
        <Piece key={at} shape={shape} colours={colours} />
      ))}
    </svg>
  );
}

function Piece({ shape, colours }: { readonly shape: Shape; readonly colours: DocumentColours }) {
  switch (shape.kind) {
    case 'box':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={1}
          fill={hex(shape.paint, colours)}
          fillOpacity={shape.strength ?? 1}
        />
      );
    case 'line':
      return (
        <polyline
          points={shape.points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')}
          fill="none"
          stroke={hex(shape.paint, colours)}
          strokeWidth={shape.paint === 'soft' ? 1 : 2}
        />
      );
    case 'dot':
      return <circle cx={shape.at.x} cy={shape.at.y} r={4} fill={hex(shape.paint, colours)} />;
    case 'text':
      return (
        <text
          x={shape.at.x}
          y={shape.at.y}
          textAnchor={shape.anchor}
          fontSize={LETTER.size}
          fontWeight={shape.strong === true ? 600 : 400}
          fill={colours.ink}
        >
          {shape.text}
        </text>
      );
  }
}

function hex(paint: Paint, { tones, ink, soft }: DocumentColours): string {
  if (paint === 'ink') return ink;
  return paint === 'soft' ? soft : tones[paint];
}
