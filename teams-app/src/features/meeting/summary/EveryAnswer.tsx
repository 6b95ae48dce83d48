import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { scaleOfQuestion } from '../leader/scale-of-question.ts';
import type { NamedAnswers } from '../named/by-point.ts';
import { WhoMatrix } from '../named/WhoMatrix.tsx';
import { WhoTable } from '../named/WhoTable.tsx';
import { useSummary } from './summary-context.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  question: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  fold: { cursor: 'pointer', paddingBlock: '8px' },
});

/** Every answer of a named meeting, round by round: what its people agreed to keep. */
export function EveryAnswer() {
  const { view, results } = useSummary();
  const styles = useStyles();
  const { t } = useTranslation('leader');
  const questionsOf = (round: string) => view.rounds.find(({ id }) => id === round)?.questions ?? [];
  return results.named.map(({ round, purpose, answers }) => (
    <details key={round}>
      <summary className={styles.fold}>{t(`round.${purpose}`)}</summary>
      <div className={styles.column}>
        <Questions title={t(`round.${purpose}`)} questions={questionsOf(round)} answers={answers} />
      </div>
    </details>
  ));
}

function Questions(props: {
  readonly title: string;
  readonly questions: RoundView['questions'];
  readonly answers: NamedAnswers;
}) {
  const { title, questions, answers } = props;
  const styles = useStyles();
  const onScales = questions.filter((question) => scaleOfQuestion(question) !== null);
  const others = questions.filter((question) => scaleOfQuestion(question) === null);
  return (
    <>
      {onScales.length === 0 ? null : <WhoMatrix title={title} questions={onScales} answers={answers} />}
      {others.map((question) => (
        <div key={question.id}>
          <p className={styles.question}>{question.text}</p>
          <WhoTable question={question} answers={answers} />
        </div>
      ))}
    </>
  );
}
