import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { lineAtStart } from '../../../app/line-at-start.ts';
import { useStage } from './stage-context.ts';

const useRoomy = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: '24px', minWidth: 0 },
  tight: { display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0 },
  // In the middle while there is room, from the top on when there is not: nothing is ever cut off above.
  centre: { marginBlock: 'auto', flexShrink: 0 },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: '32px',
    alignItems: 'start',
    minWidth: 0,
  },
  display: { ...typographyStyles.largeTitle, margin: 0, textWrap: 'balance', overflowWrap: 'anywhere' },
  title: { ...typographyStyles.title1, margin: 0, textWrap: 'balance', overflowWrap: 'anywhere' },
  question: { ...typographyStyles.title2, margin: 0, textWrap: 'balance', overflowWrap: 'anywhere' },
  heading: { ...typographyStyles.subtitle1, margin: 0, textWrap: 'balance', overflowWrap: 'anywhere' },
  text: { ...typographyStyles.subtitle1, fontWeight: 400, margin: 0, textWrap: 'pretty', overflowWrap: 'anywhere' },
  small: { ...typographyStyles.subtitle2, fontWeight: 400, margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  brand: { color: tokens.colorBrandForeground1 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '16px' },
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    minWidth: 0,
    boxSizing: 'border-box',
    padding: '16px 20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  ask: {
    ...typographyStyles.subtitle1,
    margin: 0,
    paddingInlineStart: '16px',
    ...lineAtStart('4px', tokens.colorBrandStroke1),
    textWrap: 'pretty',
    overflowWrap: 'anywhere',
  },
  narrow: { maxWidth: '36ch' },
  wide: { maxWidth: '60ch' },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** One step smaller on a low stage, so that a picture and its words still stand on it together. */
const useShort = makeStyles({
  column: { rowGap: '12px' },
  tight: { rowGap: '4px' },
  sides: { columnGap: '24px' },
  display: typographyStyles.title2,
  title: typographyStyles.title3,
  question: typographyStyles.subtitle1,
  heading: typographyStyles.subtitle2,
  text: { ...typographyStyles.subtitle2, fontWeight: 400 },
  small: typographyStyles.body1,
  list: { rowGap: '8px' },
  card: { padding: '8px 12px', rowGap: '4px' },
  ask: { ...typographyStyles.subtitle2, paddingInlineStart: '12px' },
});

/** The type and spacing of the stage, for people who look from across a room. */
export function useStageLook(): ReturnType<typeof useRoomy> {
  const roomy = useRoomy();
  const short = useShort();
  const { room } = useStage();
  if (!room.short) return roomy;
  return {
    ...roomy,
    column: mergeClasses(roomy.column, short.column),
    tight: mergeClasses(roomy.tight, short.tight),
    sides: mergeClasses(roomy.sides, short.sides),
    display: mergeClasses(roomy.display, short.display),
    title: mergeClasses(roomy.title, short.title),
    question: mergeClasses(roomy.question, short.question),
    heading: mergeClasses(roomy.heading, short.heading),
    text: mergeClasses(roomy.text, short.text),
    small: mergeClasses(roomy.small, short.small),
    list: mergeClasses(roomy.list, short.list),
    card: mergeClasses(roomy.card, short.card),
    ask: mergeClasses(roomy.ask, short.ask),
  };
}
