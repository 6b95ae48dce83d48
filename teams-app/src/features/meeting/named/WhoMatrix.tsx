import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { calledBy, type NamedAnswers } from './by-point.ts';
import { useAnswerWords } from './use-answer-words.ts';
import { useNames } from './use-names.ts';

type Question = RoundView['questions'][number];

const useStyles = makeStyles({
  // Many people in a narrow window: the table scrolls, the page does not.
  frame: { overflowX: 'auto' },
  table: { ...typographyStyles.body1, borderCollapse: 'collapse', width: '100%' },
  head: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
    verticalAlign: 'bottom',
    padding: '4px 12px 4px 0',
  },
  question: {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    minWidth: '160px',
    padding: '4px 12px 4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    verticalAlign: 'top',
    padding: '4px 12px 4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** The questions of a round that are answered on a scale as one table: a line each, a column for each person. */
export function WhoMatrix(props: {
  readonly title: string;
  readonly questions: readonly Question[];
  readonly answers: NamedAnswers;
}) {
  const { title, questions, answers } = props;
  const styles = useStyles();
  const { t } = useTranslation('leader');
  const nameOf = useNames();
  const called = calledBy(answers);
  return (
    // What scrolls must be reached with the keyboard, too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.frame} role="region" aria-label={title} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {t('who.question')}
            </th>
            {answers.map((one) => (
              <th key={one.person} scope="col" className={styles.head} title={nameOf(one)}>
                {one.name === '' ? nameOf(one) : called.get(one.person)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <Line key={question.id} question={question} answers={answers} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ question, answers }: { readonly question: Question; readonly answers: NamedAnswers }) {
  const styles = useStyles();
  const say = useAnswerWords(question);
  return (
    <tr>
      <th scope="row" className={styles.question}>
        {question.text}
      </th>
      {answers.map((one) => (
        <td key={one.person} className={styles.cell}>
          {say(one.answers[question.id])}
        </td>
      ))}
    </tr>
  );
}
