import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Mark, Scene, Style, TextTone, Tone } from '@plumbline/shared/figures/scene';
import type { ReactElement } from 'react';

const FORCED = '@media (forced-colors: active)';
const CALM = '@media (prefers-reduced-motion: reduce)';

const useShapes = makeStyles({
  picture: { display: 'block', overflow: 'visible' },
  dotNow: { fill: tokens.colorBrandForeground1, [FORCED]: { fill: 'Highlight' } },
  moving: {
    transitionProperty: 'cx, cy',
    transitionDuration: tokens.durationNormal,
    transitionTimingFunction: tokens.curveEasyEase,
    [CALM]: { transitionDuration: '0.01ms' },
  },
  words: {
    fontFamily: tokens.fontFamilyBase,
    stroke: 'none',
    fill: tokens.colorNeutralForeground1,
    [FORCED]: { fill: 'CanvasText' },
  },
});

const useTextTones = makeStyles({
  plain: {},
  quiet: { fill: tokens.colorNeutralForeground2, [FORCED]: { fill: 'CanvasText' } },
  now: { fill: tokens.colorBrandForeground1, [FORCED]: { fill: 'CanvasText' } },
  own: { fill: tokens.colorNeutralForeground1, [FORCED]: { fill: 'CanvasText' } },
  inverted: { fill: tokens.colorNeutralForegroundOnBrand, [FORCED]: { fill: 'HighlightText' } },
}) satisfies () => Record<TextTone, string>;

const line = (color: string, width: string) => ({
  fill: 'none',
  stroke: color,
  strokeWidth: width,
  [FORCED]: { stroke: 'CanvasText' },
});

/** Fills keep a hairline that only the high-contrast theme makes visible, so that black areas have an edge there. */
const area = (color: string) => ({
  fill: color,
  stroke: tokens.colorTransparentStroke,
  strokeWidth: '1px',
  [FORCED]: { fill: 'CanvasText', stroke: 'CanvasText' },
});

const useLines = makeStyles({
  frame: line(tokens.colorNeutralStrokeAccessible, '1px'),
  grid: line(tokens.colorNeutralStroke2, '1px'),
  track: line(tokens.colorNeutralStroke1, '2px'),
  now: line(tokens.colorBrandForeground1, '2px'),
  before: line(tokens.colorNeutralStrokeAccessible, '2px'),
  move: line(tokens.colorBrandForeground1, '2px'),
  low: line(tokens.colorPaletteBrassBorderActive, '2px'),
  middle: line(tokens.colorNeutralStrokeAccessible, '2px'),
  high: line(tokens.colorPaletteRoyalBlueBorderActive, '2px'),
  own: line(tokens.colorNeutralForeground1, '2px'),
  quiet: line(tokens.colorNeutralStrokeAccessible, '1.5px'),
  leader: line(tokens.colorNeutralStrokeAccessible, '1px'),
  zone: line(tokens.colorNeutralStroke2, '1px'),
  corner: line(tokens.colorNeutralStroke2, '1px'),
  break: { ...line(tokens.colorNeutralStrokeAccessible, '1px'), strokeDasharray: '2 4' },
}) satisfies () => Record<Tone, string>;

const hollow = {
  fill: tokens.colorNeutralBackground1,
  stroke: tokens.colorNeutralStrokeAccessible,
  strokeWidth: '2px',
  [FORCED]: { fill: 'Canvas', stroke: 'CanvasText' },
};

const useAreas = makeStyles({
  frame: area(tokens.colorNeutralStrokeAccessible),
  grid: area(tokens.colorNeutralStroke2),
  track: area(tokens.colorNeutralStroke1),
  now: {
    fill: tokens.colorBrandBackground,
    stroke: tokens.colorBrandForeground1,
    strokeWidth: '1px',
    [FORCED]: { fill: 'Highlight', stroke: 'CanvasText' },
  },
  before: hollow,
  move: area(tokens.colorBrandForeground1),
  low: area(tokens.colorPaletteBrassBorderActive),
  middle: {
    fill: tokens.colorNeutralBackground6,
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1px',
    [FORCED]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  high: area(tokens.colorPaletteRoyalBlueBorderActive),
  own: { fill: 'none', stroke: tokens.colorNeutralForeground1, strokeWidth: '2px', [FORCED]: { stroke: 'CanvasText' } },
  quiet: area(tokens.colorNeutralStrokeAccessible),
  leader: area(tokens.colorNeutralStroke1),
  zone: { ...area(tokens.colorNeutralBackground6), [FORCED]: { fill: 'Canvas', stroke: 'CanvasText' } },
  corner: { ...area(tokens.colorNeutralBackground3), [FORCED]: { fill: 'Canvas', stroke: 'CanvasText' } },
  break: area(tokens.colorNeutralStroke1),
}) satisfies () => Record<Tone, string>;

const DASHES: readonly string[] = ['none', '6 3', '2 3', '10 4', '8 3 2 3'];
const ARROW = 6;

/** Draws a scene as SVG in the theme's colours; `titleId` and `description` are what a screen reader says of it. */
export function SceneView(props: {
  readonly scene: Scene;
  readonly style: Style;
  readonly titleId: string;
  readonly description: { readonly id: string; readonly text: string };
}): ReactElement {
  const { scene, style, titleId, description } = props;
  const { picture } = useShapes();
  return (
    <svg
      className={picture}
      width={scene.width}
      height={scene.height}
      viewBox={`0 0 ${String(scene.width)} ${String(scene.height)}`}
      role="img"
      aria-labelledby={`${titleId} ${description.id}`}
    >
      <desc id={description.id}>{description.text}</desc>
      {scene.marks.map((mark, index) => (
        <MarkView key={index} mark={mark} style={style} />
      ))}
    </svg>
  );
}

function MarkView({ mark, style }: { readonly mark: Mark; readonly style: Style }): ReactElement {
  const shapes = useShapes();
  const textTones = useTextTones();
  const lines = useLines();
  const areas = useAreas();
  switch (mark.kind) {
    case 'label': {
      const { size, weight } = style.fonts[mark.font];
      return (
        <text
          className={mergeClasses(shapes.words, textTones[mark.tone])}
          x={mark.x}
          y={mark.baseline}
          textAnchor={mark.anchor}
          fontSize={size}
          fontWeight={weight}
        >
          {mark.text}
        </text>
      );
    }
    case 'line':
      return <line className={lines[mark.tone]} x1={mark.from.x} y1={mark.from.y} x2={mark.to.x} y2={mark.to.y} />;
    case 'arrow':
      return <path className={lines[mark.tone]} d={arrowPath(mark)} />;
    case 'path':
      return (
        <polyline
          className={lines[mark.tone]}
          points={mark.points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')}
          strokeDasharray={DASHES[mark.dash % DASHES.length]}
        />
      );
    case 'rect':
      return <rect className={areas[mark.tone]} {...mark.box} rx={mark.radius} />;
    case 'dot':
      return (
        <circle
          className={mergeClasses(areas[mark.tone], mark.tone === 'now' && shapes.dotNow, shapes.moving)}
          cx={mark.at.x}
          cy={mark.at.y}
          r={mark.radius}
        />
      );
  }
}

/** A level arrow: every arrow of a figure lies along its axis. */
function arrowPath({ from, to }: Extract<Mark, { kind: 'arrow' }>): string {
  const back = to.x >= from.x ? -ARROW : ARROW;
  const head = Math.abs(to.x - from.x) < ARROW ? 0 : back;
  return [
    `M${String(from.x)} ${String(from.y)}H${String(to.x)}`,
    `M${String(to.x + head)} ${String(to.y - Math.abs(head) / 1.5)}L${String(to.x)} ${String(to.y)}`,
    `L${String(to.x + head)} ${String(to.y + Math.abs(head) / 1.5)}`,
  ].join('');
}
