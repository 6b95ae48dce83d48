import { makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PerceptionResult } from '@plumbline/shared/domain/results/shown';
import { useFormat } from '../../../app/format.ts';
import type { NamedAnswers } from '../named/by-point.ts';
import { WhoAnswered } from '../named/WhoAnswered.tsx';
import type { BallotAnswer, BallotAnswers } from './ballot-draft.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { ownGuesses } from './own-answers.ts';
import { scaleOfQuestion } from './scale-of-question.ts';
import { latestRound } from './screen-now.ts';

const useStyles = makeStyles({
  pairs: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '2px',
  },
  value: { margin: 0, textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
});

/** Each guess beside what the person answered and what the team did. */
export function Guesses(props: {
  readonly predictions: readonly PerceptionResult[];
  readonly own: BallotAnswers;
  /** Who guessed what, in a named meeting. */
  readonly answers: NamedAnswers | null;
}) {
  const { predictions, own, answers } = props;
  const { view, mine } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const guesses = ownGuesses(view, mine);
  return (
    <section className={mergeClasses(look.column, look.rule)}>
      <h2 className={look.section}>{t('guess.title')}</h2>
      {predictions.map((prediction) => (
        <Guess
          key={prediction.question}
          prediction={prediction}
          guess={guesses[prediction.question]}
          own={own[prediction.question]}
          answers={answers}
        />
      ))}
    </section>
  );
}

function Guess(props: {
  readonly prediction: PerceptionResult;
  readonly guess: BallotAnswer | undefined;
  readonly own: BallotAnswer | undefined;
  readonly answers: NamedAnswers | null;
}) {
  const { prediction, guess, own, answers } = props;
  const { view } = useLeader();
  const asked = latestRound(view, 'prediction')?.questions.find(({ id }) => id === prediction.question);
  const scale = asked && scaleOfQuestion(asked)?.scale;
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const format = useFormat();
  const { result } = prediction;
  const said = (answer: BallotAnswer | undefined) =>
    answer?.kind === 'scale' ? format.number(answer.value) : t('guess.none');
  return (
    <article className={look.tight}>
      <h3 className={look.strong}>{prediction.text}</h3>
      <dl className={mergeClasses(look.text, styles.pairs)}>
        <dt>{t('guess.mine')}</dt>
        <dd className={styles.value}>{said(guess)}</dd>
        <dt>{t('guess.answered')}</dt>
        <dd className={styles.value}>{said(own)}</dd>
        {result.status === 'shown' ? (
          <>
            <dt>{t('guess.team-guess')}</dt>
            <dd className={styles.value}>{format.decimal(result.guess)}</dd>
            <dt>{t('guess.team-answer')}</dt>
            <dd className={styles.value}>{format.decimal(result.answer)}</dd>
          </>
        ) : null}
      </dl>
      {result.status === 'held' ? <p className={look.quiet}>{t('picture.held', { count: result.needed })}</p> : null}
      {scale && answers ? (
        <WhoAnswered
          title={t('who.guesses')}
          answers={answers}
          question={prediction.question}
          low={scale.low}
          high={scale.high}
          size="small"
        />
      ) : null}
    </article>
  );
}
