/** How Teams draws cards. Colours are the page's own variables, so a change of theme needs no new card. */
export const TEAMS_LOOK = {
  fontFamily: 'inherit',
  supportsInteractivity: true,
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: style('var(--surface)'),
    emphasis: style('var(--surface-soft)'),
    accent: style('var(--surface-soft)'),
    good: style('var(--surface-soft)'),
    attention: style('var(--notice-back)'),
    warning: style('var(--notice-back)'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    preExpandSingleShowCardAction: false,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  adaptiveCard: { allowCustomStyle: false },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', color: 'default', size: 'default', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder', color: 'default', size: 'default' },
    },
    errorMessage: { color: 'attention', size: 'small', spacing: 'small', weight: 'default' },
  },
  factSet: {
    title: { weight: 'bolder', size: 'default', color: 'default', isSubtle: false, wrap: true, maxWidth: 150 },
    value: { weight: 'default', size: 'default', color: 'default', isSubtle: false, wrap: true },
    spacing: 12,
  },
  textStyles: { heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false, fontType: 'default' } },
  // Below the heading of the chat.
  textBlock: { headingLevel: 2 },
  table: { cellSpacing: 8 },
};

/** @param {string} backgroundColor */
function style(backgroundColor) {
  const plain = { default: 'var(--text)', subtle: 'var(--text-soft)' };
  const accent = { default: 'var(--brand-text)', subtle: 'var(--brand-text)' };
  const notice = { default: 'var(--notice)', subtle: 'var(--notice)' };
  const good = { default: 'var(--good)', subtle: 'var(--good)' };
  return {
    backgroundColor,
    borderColor: 'var(--line)',
    foregroundColors: { default: plain, dark: plain, light: plain, accent, good, warning: notice, attention: notice },
  };
}
