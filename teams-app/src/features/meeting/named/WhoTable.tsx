import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import type { NamedAnswers } from './by-point.ts';
import { useAnswerWords } from './use-answer-words.ts';
import { useNames } from './use-names.ts';

type Question = RoundView['questions'][number];

const useStyles = makeStyles({
  table: { ...typographyStyles.body1, borderCollapse: 'collapse', width: '100%' },
  head: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
    paddingBlock: '4px',
    paddingInlineEnd: '12px',
  },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    paddingBlock: '4px',
    paddingInlineEnd: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
});

/** One question as a table: each person and what they answered. */
export function WhoTable({ question, answers }: { readonly question: Question; readonly answers: NamedAnswers }) {
  const styles = useStyles();
  const { t } = useTranslation('leader');
  const nameOf = useNames();
  const say = useAnswerWords(question);
  return (
    <table className={styles.table} aria-label={question.text}>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            {t('who.person')}
          </th>
          <th scope="col" className={styles.head}>
            {t('who.answer')}
          </th>
        </tr>
      </thead>
      <tbody>
        {answers.map((one) => (
          <tr key={one.person}>
            <th scope="row" className={styles.cell}>
              {nameOf(one)}
            </th>
            <td className={styles.cell}>{say(one.answers[question.id])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
