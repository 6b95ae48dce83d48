import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { lineAtStart } from '../../../app/line-at-start.ts';

/** The look that the private screens share: one column, calm, nothing wider than 280 px allows. */
export const useLook = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  tight: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  between: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  ends: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalS,
  },
  target: { minHeight: '36px' },
  // Two of them and a few words between fit side by side at 280 px.
  turn: { minHeight: '36px', minWidth: '64px' },
  start: { minHeight: '36px', alignSelf: 'start' },
  title: { ...typographyStyles.subtitle1, margin: 0, textWrap: 'balance', overflowWrap: 'anywhere' },
  section: { ...typographyStyles.subtitle2, margin: 0, textWrap: 'balance', overflowWrap: 'anywhere' },
  text: { ...typographyStyles.body1, margin: 0, textWrap: 'pretty', overflowWrap: 'anywhere' },
  strong: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  quiet: {
    ...typographyStyles.body1,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
    overflowWrap: 'anywhere',
  },
  small: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '8px' },
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  quote: {
    ...typographyStyles.body1,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    ...lineAtStart('3px', tokens.colorBrandStroke1),
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  rule: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalL,
  },
  fold: { ...typographyStyles.body1, cursor: 'pointer', paddingBlock: '8px' },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
