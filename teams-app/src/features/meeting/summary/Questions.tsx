import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionResult } from '@plumbline/shared/domain/results/shown';
import { useFormat } from '../../../app/format.ts';
import { Details } from '../../../charts/details/Details.tsx';
import { namedAnswers } from '../named/by-point.ts';
import { WhoAnswered } from '../named/WhoAnswered.tsx';
import { useSummary } from './summary-context.ts';

/** So many questions stand open; the rest is a fold away. */
const FIRST = 5;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  text: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  said: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  fold: { cursor: 'pointer', paddingBlock: '8px' },
});

/** The questions with how they were answered, in words. */
export function Questions() {
  const { results } = useSummary();
  const styles = useStyles();
  const { t } = useTranslation('summary');
  const questions = results.rating?.questions ?? [];
  const rest = questions.slice(FIRST);
  return (
    <>
      <List questions={questions.slice(0, FIRST)} />
      {rest.length === 0 ? null : (
        <details>
          <summary className={styles.fold}>{t('questions.all', { count: questions.length })}</summary>
          <List questions={rest} />
        </details>
      )}
    </>
  );
}

function List({ questions }: { readonly questions: readonly QuestionResult[] }) {
  const { results, source, size } = useSummary();
  const styles = useStyles();
  const { t } = useTranslation(['summary', 'results']);
  const answers = namedAnswers(results, { purpose: 'rating' });
  const format = useFormat();
  const id = useId();
  return (
    <ul className={styles.list}>
      {questions.map((shown) => {
        const { question, text, low, high, result } = shown;
        return (
          <li key={question}>
            <p id={`${id}-${question}`} className={styles.text}>
              {text}
            </p>
            <p className={styles.said}>
              {result.status === 'held'
                ? t('summary:question.held', { count: result.needed })
                : [
                    t(`results:sentence.${result.shape}`),
                    ...(result.level === null
                      ? []
                      : [t('summary:question.mean', { mean: format.number(result.level, 1), low, high })]),
                  ].join(' ')}
            </p>
            {answers ? <WhoAnswered answers={answers} question={question} low={low} high={high} size="small" /> : null}
            <Details
              basis={{ of: 'question', question: shown }}
              source={source}
              size={size}
              level={3}
              describedBy={`${id}-${question}`}
            />
          </li>
        );
      })}
    </ul>
  );
}
