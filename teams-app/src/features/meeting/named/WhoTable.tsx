import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ResultsView, RoundView } from '@plumbline/shared/contract/views';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { useFormat } from '../../../app/format.ts';
import type { NamedAnswers } from './by-point.ts';
import { useNames } from './WhoAnswered.tsx';

type Question = RoundView['questions'][number];
type Answer = ResultsView['named'][number]['answers'][number]['answers'][string];

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

function useAnswerWords(question: Question): (answer: Answer | undefined) => string {
  const { t } = useTranslation('leader');
  const format = useFormat();
  const textOf = (id: string) =>
    ('options' in question ? question.options.find((option) => option.id === id)?.text : undefined) ?? id;
  return (answer) => {
    if (answer === undefined) return t('who.missing');
    switch (answer.kind) {
      case 'scale':
        return format.number(answer.value);
      case 'cannot-say':
        return t('who.cannot-say');
      case 'ranking':
        return format.list(answer.order.map((id, place) => t('who.place', { place: place + 1, option: textOf(id) })));
      case 'allocation':
        return format.list(
          Object.entries(answer.points).map(([id, points]) =>
            t('who.points', { option: textOf(id), points: format.number(points) }),
          ),
        );
      case 'pairwise':
        return format.list(
          answer.choices.map(({ preferred, over }) =>
            t('who.over', { preferred: textOf(preferred), over: textOf(over) }),
          ),
        );
      case 'dots':
        return format.list(answer.on.map(textOf));
      default:
        return assertNever(answer);
    }
  };
}
