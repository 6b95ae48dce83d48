import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkFilled } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotAnswer } from './ballot-draft.ts';
import { useLook } from './look.ts';
import { among, decided, firstOpen, pairsOf, preferredOf } from './pairs.ts';
import type { Question } from './progress.ts';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  // Every pair has its buttons in the same place, whatever its words.
  side: {
    ...typographyStyles.body1Strong,
    minHeight: '96px',
    minWidth: 0,
    maxWidth: 'none',
    paddingInline: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  chosen: {
    border: `2px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  key: {
    ...typographyStyles.caption1,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorNeutralForeground2,
  },
  place: { ...typographyStyles.caption1, margin: 0, fontVariantNumeric: 'tabular-nums' },
});

type Pairwise = Extract<Question, { kind: 'pairwise' }>;

/** Chooses between options two at a time; a pair may be left open, and gone back to. */
export function PairChoices(props: {
  readonly question: Pairwise;
  readonly labelledBy: string;
  readonly answer: BallotAnswer | undefined;
  readonly onAnswer: (answer: BallotAnswer) => void;
}) {
  const { question, labelledBy, answer, onAnswer } = props;
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const pairs = pairsOf(question.options.map(({ id }) => id));
  const choices = among(answer?.kind === 'pairwise' ? answer.choices : [], pairs);
  const [at, setAt] = useState(() => firstOpen(pairs, choices));
  const pair = pairs[at];
  if (!pair) return null;
  const textOf = (id: string) => question.options.find((option) => option.id === id)?.text ?? id;
  const preferred = preferredOf(choices, pair);
  const last = at === pairs.length - 1;
  const place = { place: at + 1, count: pairs.length };

  function decide(option: string): void {
    if (!pair) return;
    // Pressed once more, a choice is taken back, and the pair stays to be looked at.
    const next = option === preferred ? null : option;
    onAnswer({ kind: 'pairwise', choices: [...decided(choices, pair, next)] });
    if (next !== null && !last) setAt(at + 1);
  }

  return (
    <div role="group" aria-labelledby={labelledBy} className={look.tight}>
      <div className={look.between}>
        <p className={mergeClasses(styles.place, look.small)}>{t('pairs.place', place)}</p>
        <p className={look.small}>
          {choices.length === pairs.length
            ? t('pairs.all', { count: pairs.length })
            : t('pairs.decided', { count: choices.length, all: pairs.length })}
        </p>
      </div>
      <div className={styles.pair}>
        {pair.map((option, side) => (
          <Button
            // The buttons stay while their words change, so that the focus does, too.
            key={side}
            data-side={side === 0 ? 'first' : 'second'}
            className={mergeClasses(styles.side, preferred === option && styles.chosen)}
            aria-pressed={preferred === option}
            onKeyDown={(event) => {
              if (event.repeat) event.preventDefault();
            }}
            onClick={({ detail }) => {
              // The second click of a double one falls on the next pair, which nobody has read yet.
              if (detail < 2) decide(option);
            }}
          >
            <span>{textOf(option)}</span>
            <span aria-hidden className={styles.key}>
              {preferred === option ? <CheckmarkFilled /> : null}
              {side + 1}
            </span>
          </Button>
        ))}
      </div>
      <div className={look.ends}>
        <Button
          appearance="subtle"
          className={look.target}
          disabledFocusable={at === 0}
          onClick={() => {
            setAt(Math.max(0, at - 1));
          }}
        >
          {t('pairs.back')}
        </Button>
        {last ? null : (
          <Button
            appearance="subtle"
            className={look.target}
            onClick={() => {
              setAt(at + 1);
            }}
          >
            {t(preferred === null ? 'pairs.open' : 'pairs.next')}
          </Button>
        )}
      </div>
      <span role="status" className={look.hidden}>
        {t('pairs.heard', { ...place, first: textOf(pair[0]), second: textOf(pair[1]) })}
      </span>
    </div>
  );
}
