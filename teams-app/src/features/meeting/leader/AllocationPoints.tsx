import { Button, Input, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { AddRegular, SubtractRegular } from '@fluentui/react-icons';
import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotAnswer } from './ballot-draft.ts';
import { useLook } from './look.ts';
import { given, restShared, stepped, typedPoints, untouched, withPoints, type Points } from './points.ts';
import type { Question } from './progress.ts';

const useStyles = makeStyles({
  left: { ...typographyStyles.body1Strong, margin: 0, fontVariantNumeric: 'tabular-nums' },
  all: { color: tokens.colorBrandForeground1 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: '4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  stepper: { display: 'flex', alignItems: 'center' },
  step: { minWidth: '36px', width: '36px', height: '36px', paddingInline: 0 },
  field: { width: '56px', minWidth: 0, height: '36px' },
  number: { textAlign: 'center', fontVariantNumeric: 'tabular-nums', width: '100%', minWidth: 0 },
  list: { rowGap: 0 },
});

type Allocation = Extract<Question, { kind: 'allocation' }>;

/** Gives points to options: in steps or typed, never more than there are. */
export function AllocationPoints(props: {
  readonly question: Allocation;
  readonly labelledBy: string;
  readonly answer: BallotAnswer | undefined;
  readonly onAnswer: (answer: BallotAnswer) => void;
}) {
  const { question, labelledBy, answer, onAnswer } = props;
  const { options, total } = question;
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const points = answer?.kind === 'allocation' ? answer.points : {};
  const left = total - given(points);
  const change = (next: Points) => {
    onAnswer({ kind: 'allocation', points: next });
  };
  return (
    <div role="group" aria-labelledby={labelledBy} className={look.tight}>
      <p className={mergeClasses(styles.left, left === 0 && styles.all)} role="status">
        {left === 0 ? t('points.all', { count: total }) : t('points.left', { count: left })}
      </p>
      <ul className={mergeClasses(look.list, styles.list)}>
        {options.map((option) => (
          <OptionPoints key={option.id} {...{ option, points, total, onChange: change }} />
        ))}
      </ul>
      <div className={look.actions}>
        <Button
          className={look.target}
          disabledFocusable={left === 0}
          onClick={() => {
            change(restShared(points, { options: options.map(({ id }) => id), total }));
          }}
        >
          {t('points.share')}
        </Button>
        <Button
          appearance="subtle"
          className={look.target}
          disabledFocusable={left === total}
          onClick={() => {
            change({});
          }}
        >
          {t('points.clear')}
        </Button>
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowDown: -1 };

function OptionPoints(props: {
  readonly option: Allocation['options'][number];
  readonly points: Points;
  readonly total: number;
  readonly onChange: (points: Points) => void;
}) {
  const { option, points, total, onChange } = props;
  const styles = useStyles();
  const { t } = useTranslation('leader');
  const id = useId();
  const own = points[option.id];
  const most = (own ?? 0) + total - given(points);
  const step = (steps: 1 | -1) => {
    onChange(stepped(points, { option: option.id, steps, total }));
  };
  const type = (text: string) => {
    const typed = typedPoints(text);
    if (typed === 'untouched') onChange(untouched(points, option.id));
    else if (typed !== null) onChange(withPoints(points, { option: option.id, points: typed, total }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = STEPS[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    step(steps);
  };
  return (
    <li className={styles.row}>
      <span id={id} className={styles.name}>
        {option.text}
      </span>
      <span className={styles.stepper}>
        <Button
          appearance="subtle"
          className={styles.step}
          icon={<SubtractRegular />}
          disabledFocusable={(own ?? 0) === 0}
          aria-label={t('points.fewer', { item: option.text })}
          onClick={() => {
            step(-1);
          }}
        />
        <Input
          className={styles.field}
          input={{ className: styles.number }}
          inputMode="numeric"
          role="spinbutton"
          maxLength={4}
          aria-label={t('points.of', { item: option.text })}
          aria-valuemin={0}
          aria-valuemax={most}
          aria-valuenow={own ?? 0}
          placeholder="0"
          value={own === undefined ? '' : String(own)}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
          onChange={(_, { value }) => {
            type(value);
          }}
          onKeyDown={onKeyDown}
        />
        <Button
          appearance="subtle"
          className={styles.step}
          icon={<AddRegular />}
          disabledFocusable={(own ?? 0) >= most}
          aria-label={t('points.more', { item: option.text })}
          onClick={() => {
            step(1);
          }}
        />
      </span>
    </li>
  );
}
