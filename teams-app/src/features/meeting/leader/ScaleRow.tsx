import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, type KeyboardEventHandler } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotAnswer } from './ballot-draft.ts';
import type { AnswerScale } from './ballot-keys.ts';

/** Which words stand at the scale: those of a kind of question, or of one vote. */
export type ScaleWords = 'agreement' | 'frequency' | 'support' | 'worth' | 'plain';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  row: { display: 'grid', gridAutoFlow: 'column', gridAutoColumns: 'minmax(0, 1fr)', columnGap: '2px' },
  // As wide as the targets, so that each word stands under its end.
  span: { width: 'fit-content', maxWidth: '100%' },
  stack: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  target: { width: '56px', maxWidth: '100%' },
  choice: {
    ...typographyStyles.body1Strong,
    minWidth: 0,
    minHeight: '36px',
    padding: 0,
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusXLarge,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px', zIndex: 1 },
    '@media (prefers-reduced-motion: no-preference)': { transition: 'background-color 200ms' },
  },
  chosen: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
    },
  },
  worded: { ...typographyStyles.body1, textAlign: 'start', paddingInline: tokens.spacingHorizontalM },
  cannotSay: {
    ...typographyStyles.body1,
    alignSelf: 'start',
    marginBlockStart: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
  },
  ends: {
    ...typographyStyles.caption1,
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  lastEnd: { textAlign: 'end' },
});

/** One row of targets to answer with; the focus follows the answer. */
export function ScaleRow(props: {
  readonly labelledBy: string;
  readonly scale: AnswerScale;
  readonly words: ScaleWords;
  readonly answer: BallotAnswer | undefined;
  readonly onAnswer: (answer: BallotAnswer) => void;
  /** For a row that stands alone; a ballot reads the keys for all its questions. */
  readonly onKeyDown?: KeyboardEventHandler;
}) {
  const { labelledBy, scale, words, answer, onAnswer, onKeyDown } = props;
  const styles = useStyles();
  const { t } = useTranslation('results');
  const group = useRef<HTMLDivElement>(null);
  const value = answer?.kind === 'scale' ? answer.value : null;
  const cannotSay = answer?.kind === 'cannot-say';
  useEffect(() => {
    if (group.current?.contains(document.activeElement) !== true) return;
    group.current.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  }, [value, cannotSay]);

  const values = Array.from({ length: scale.high - scale.low + 1 }, (_, place) => scale.low + place);
  const stacked = words === 'frequency';
  // Until there is an answer, the first target is the one that Tab reaches.
  const reached = answer ? value : scale.low;
  const cannotSayWord = stacked ? t('frequency.cannot-say') : t('agreement.cannot-say');
  const name = useValueName(words, scale);
  return (
    <div ref={group} role="radiogroup" aria-labelledby={labelledBy} className={styles.group} data-row="">
      <div className={stacked ? undefined : styles.span}>
        <div className={stacked ? styles.stack : styles.row}>
          {values.map((each) => (
            <button
              key={each}
              type="button"
              role="radio"
              aria-checked={each === value}
              aria-label={name(each)}
              tabIndex={each === reached ? 0 : -1}
              className={mergeClasses(
                styles.choice,
                stacked ? styles.worded : styles.target,
                each === value && styles.chosen,
              )}
              onKeyDown={onKeyDown}
              onClick={() => {
                onAnswer({ kind: 'scale', value: each });
              }}
            >
              {stacked ? name(each) : each}
            </button>
          ))}
        </div>
        {stacked ? null : <Ends words={words} />}
      </div>
      {scale.cannotSay ? (
        <button
          type="button"
          role="radio"
          aria-checked={cannotSay}
          tabIndex={0}
          className={mergeClasses(styles.choice, styles.cannotSay, cannotSay && styles.chosen)}
          onKeyDown={onKeyDown}
          onClick={() => {
            onAnswer({ kind: 'cannot-say' });
          }}
        >
          {cannotSayWord}
        </button>
      ) : null}
    </div>
  );
}

function Ends({ words }: { readonly words: ScaleWords }) {
  const styles = useStyles();
  const name = useEndName();
  const low = name(words, 'low');
  const high = name(words, 'high');
  if (low === null || high === null) return null;
  return (
    <div className={styles.ends} aria-hidden="true">
      <span>{low}</span>
      <span className={styles.lastEnd}>{high}</span>
    </div>
  );
}

function useEndName(): (words: ScaleWords, end: 'low' | 'high') => string | null {
  const { t } = useTranslation('leader');
  const { t: results } = useTranslation('results');
  return (words, end) => {
    switch (words) {
      case 'agreement':
        return end === 'low' ? results('agreement.1') : results('agreement.7');
      case 'support':
        return end === 'low' ? t('support.low') : t('support.high');
      case 'worth':
        return end === 'low' ? t('worth.low') : t('worth.high');
      case 'frequency':
      case 'plain':
        return null;
    }
  };
}

/** How a target is read out: its number, and its word where it has one. */
function useValueName(words: ScaleWords, scale: AnswerScale): (value: number) => string {
  const { t } = useTranslation('results');
  const end = useEndName();
  return (value) => {
    if (words === 'frequency' && isFrequency(value)) return t(`frequency.${value}`);
    if (words === 'agreement' && isAgreement(value)) return `${String(value)}, ${t(`agreement.${value}`)}`;
    const word = value === scale.low ? end(words, 'low') : value === scale.high ? end(words, 'high') : null;
    return word === null ? String(value) : `${String(value)}, ${word}`;
  };
}

function isAgreement(value: number): value is 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return Number.isInteger(value) && value >= 1 && value <= 7;
}

function isFrequency(value: number): value is 0 | 1 | 2 | 3 | 4 {
  return Number.isInteger(value) && value >= 0 && value <= 4;
}
