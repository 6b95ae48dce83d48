import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { QuestionResult } from '@plumbline/shared/domain/results/shown';
import { agreementFigure } from '@plumbline/shared/figures/agreement';
import { sourceLine, type FigureSource } from '@plumbline/shared/figures/figure';
import { message } from '@plumbline/shared/figures/message';
import { AgreementStrip } from '../../../charts/AgreementStrip.tsx';
import type { ChartProps } from '../../../charts/ChartFrame.tsx';
import { Details } from '../../../charts/details/Details.tsx';
import { useSay } from '../../../charts/use-canvas.ts';
import { byPoint, type NamedAnswers } from './by-point.ts';
import { WhoAnswered } from './WhoAnswered.tsx';

/** So many stand on one point at most, before a bar says more than faces. */
const TALLEST = 6;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  ends: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
  mean: { ...typographyStyles.caption1Strong, color: tokens.colorBrandForeground1, textAlign: 'center' },
  large: typographyStyles.body1,
  source: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});

/** A question of a named meeting: the people themselves on its scale, under bars where they are many. */
export function NamedPicture(
  props: Pick<ChartProps, 'size' | 'level'> & {
    readonly question: QuestionResult;
    readonly source: FigureSource;
    readonly answers: NamedAnswers;
    /** The element with the question's words, where several stand on a screen. */
    readonly describedBy?: string;
    /** Small where several stand side by side. */
    readonly faces: 'small' | 'large';
  },
) {
  const { question, source, answers, faces, describedBy, ...chart } = props;
  const styles = useStyles();
  const say = useSay();
  const { t } = useTranslation('leader');
  const { low, high, result } = question;
  const figure = agreementFigure({ source, question });
  const { points } = byPoint(answers, { ...question, low, high });
  const who = <WhoAnswered answers={answers} question={question.question} low={low} high={high} size={faces} />;
  if (points.some(({ people }) => people.length > TALLEST)) {
    return (
      <div className={styles.root}>
        <AgreementStrip figure={figure} {...chart} heading="silent" />
        {who}
      </div>
    );
  }
  const { ends } = figure.marks;
  return (
    <div className={styles.root}>
      {who}
      <div className={mergeClasses(styles.ends, faces === 'large' && styles.large)}>
        <span>{ends ? say(ends.low) : null}</span>
        <span>{ends ? say(ends.high) : null}</span>
      </div>
      {result.status === 'shown' && result.level !== null ? (
        <span className={mergeClasses(styles.mean, faces === 'large' && styles.large)}>
          {say(message('agreement.mean', { level: result.level }))}
        </span>
      ) : null}
      {result.status === 'held' ? <p className={styles.source}>{t('picture.held', { count: result.needed })}</p> : null}
      <p className={styles.source}>{say(sourceLine(source))}</p>
      <Details
        basis={figure.basis}
        source={source}
        size={chart.size}
        level={chart.level ?? 3}
        {...(describedBy === undefined ? {} : { describedBy })}
      />
    </div>
  );
}
