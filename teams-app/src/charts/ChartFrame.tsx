import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { sourceLine, type FigureFrame } from '@plumbline/shared/figures/figure';
import { message } from '@plumbline/shared/figures/message';
import type { Canvas, FigureSize, Scene } from '@plumbline/shared/figures/scene';
import { useId, useMemo, useState, type ReactElement } from 'react';
import { ChartTable } from './ChartTable.tsx';
import { useDetails } from './details/use-details.tsx';
import { Hotspots } from './Hotspots.tsx';
import { useLinkLook } from './link-look.ts';
import { SceneView } from './SceneView.tsx';
import { useCanvas, useSay } from './use-canvas.ts';
import { useRoom } from './use-room.ts';

const useStyles = makeStyles({
  figure: { margin: 0, minWidth: 0, color: tokens.colorNeutralForeground1, fontFamily: tokens.fontFamilyBase },
  // An unmeasured figure keeps its place open; the picture itself never makes its column wider.
  // The words of a part may reach over what is above or below.
  picture: { position: 'relative', minHeight: '48px', overflowX: 'clip', overflowY: 'visible' },
  subject: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  title: { margin: 0, textWrap: 'balance' },
  aside: { margin: 0, color: tokens.colorNeutralForeground2 },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
  links: { display: 'flex', columnGap: tokens.spacingHorizontalL },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  tight: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  wide: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
});

const useType = makeStyles({
  titlePanel: typographyStyles.body1Strong,
  titlePage: typographyStyles.subtitle1,
  titleStage: typographyStyles.title2,
  textPanel: typographyStyles.caption1,
  textPage: typographyStyles.body1,
  textStage: typographyStyles.subtitle1,
  footPanel: typographyStyles.caption1,
  footPage: typographyStyles.caption1,
  footStage: typographyStyles.body1,
});

/** The level under that of a figure's title. */
const DEEPER = { 2: 3, 3: 4, 4: 5 } as const;

/** What every chart can be given beside its figure. */
export interface ChartProps {
  readonly size: FigureSize;
  /** Level of the title in the page's outline; 3 unless told. */
  readonly level?: 2 | 3 | 4;
  /** `full` shows the question and the finding, `finding` the finding alone, `silent` neither (read out only). */
  readonly heading?: 'full' | 'finding' | 'silent';
  /** Called with the id of the row or point that was opened. */
  readonly onSelect?: (id: string) => void;
}

/** A chart with all that belongs to it: question, finding, picture or table, notes, source line. */
export function ChartFrame<F extends FigureFrame>(
  props: ChartProps & { readonly figure: F; readonly layout: (figure: F, canvas: Canvas) => Scene },
): ReactElement {
  const { figure, size, layout, level = 3, heading = 'full', onSelect } = props;
  const styles = useStyles();
  const type = useType();
  const look = useLinkLook();
  const say = useSay();
  const { ref, room } = useRoom();
  const canvas = useCanvas(size, room);
  const [view, setView] = useState<'picture' | 'table'>('picture');
  const id = useId();
  const { basis, source } = figure;
  const details = useDetails({ basis, source, size, level: DEEPER[level], describedBy: id });
  // A meeting's clock renders every second; placing labels again each time would be felt.
  const scene = useMemo(
    () => (canvas === null || view === 'table' ? null : layout(figure, canvas)),
    [canvas, figure, layout, view],
  );
  const Heading = `h${String(level)}` as 'h2' | 'h3' | 'h4';
  const ofSize = { panel: 'Panel', page: 'Page', stage: 'Stage' } as const;
  const text = type[`text${ofSize[size]}`];
  const foot = type[`foot${ofSize[size]}`];
  return (
    <>
      <figure
        className={mergeClasses(styles.figure, size === 'panel' ? styles.tight : styles.wide)}
        aria-labelledby={id}
      >
        {figure.subject !== null && heading === 'full' && (
          <p className={mergeClasses(styles.subject, text)}>{figure.subject}</p>
        )}
        <Heading
          id={id}
          className={mergeClasses(styles.title, type[`title${ofSize[size]}`], heading === 'silent' && styles.hidden)}
        >
          {say(figure.title)}
        </Heading>
        <div ref={ref} className={styles.picture}>
          {view === 'table' && <ChartTable table={figure.table} size={size} labelledBy={id} />}
          {scene !== null && canvas !== null && (
            <>
              <SceneView
                scene={scene}
                style={canvas.style}
                titleId={id}
                description={{ id: `${id}-desc`, text: say(figure.altText) }}
              />
              <Hotspots scene={scene} onSelect={onSelect} />
            </>
          )}
        </div>
        {figure.notes.map((note, index) => (
          <p key={index} className={mergeClasses(styles.aside, foot)}>
            {say(note)}
          </p>
        ))}
        <figcaption className={mergeClasses(styles.foot, foot)}>
          <span>{say(sourceLine(figure.source))}</span>
          <span className={styles.links}>
            <button
              type="button"
              className={look.link}
              onClick={() => {
                setView(view === 'table' ? 'picture' : 'table');
              }}
            >
              {say(message(view === 'table' ? 'table.hide' : 'table.show'))}
            </button>
            {details.link}
          </span>
        </figcaption>
      </figure>
      {details.place}
    </>
  );
}
