import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useSummary } from './summary-context.ts';

const useStyles = makeStyles({
  // A table that is wider than the page scrolls by itself.
  scroll: { overflowX: 'auto', maxWidth: '100%' },
  table: { ...typographyStyles.body1, borderCollapse: 'collapse', width: '100%', minWidth: '640px' },
  cell: {
    padding: '8px 12px 8px 0',
    verticalAlign: 'top',
    textAlign: 'start',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
  },
  head: { fontWeight: tokens.fontWeightSemibold },
  short: { whiteSpace: 'nowrap' },
  stack: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '16px' },
  strong: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  line: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
});

const FEWER_COLUMNS = ['sentence', 'owner', 'due', 'evidence'] as const;
/** Questions and answers stay with the team. */
const ALL_COLUMNS = [...FEWER_COLUMNS, 'question', 'support'] as const;

/** What was committed to: a table on a page, one under the other in a panel. */
export function Commitments() {
  const { view, results, size } = useSummary();
  const styles = useStyles();
  const { t } = useTranslation('summary');
  const lines = useLines();
  if (view.commitments.length === 0) return t('commitments.none');
  if (size === 'panel') {
    return (
      <ul className={styles.stack}>
        {lines.map(({ id, sentence, displaces, owner, due, evidence, question, support }) => (
          <li key={id}>
            <p className={styles.strong}>{sentence}</p>
            <p className={styles.line}>
              {owner} · {due}
            </p>
            <p className={styles.line}>
              {t('commitments.evidence')}: {evidence}
            </p>
            {displaces === null ? null : <p className={styles.line}>{displaces}</p>}
            {results.depth === 'full' ? (
              <>
                {' '}
                <p className={styles.line}>
                  {t('commitments.question')}: {question}
                </p>
                <p className={styles.line}>
                  {t('commitments.support')}: {support}
                </p>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    );
  }
  const columns = results.depth === 'full' ? ALL_COLUMNS : FEWER_COLUMNS;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must take the keyboard
    <div className={styles.scroll} role="group" aria-label={t('section.commitments')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {t(`commitments.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              {columns.map((column) =>
                column === 'sentence' ? (
                  <th key={column} scope="row" className={mergeClasses(styles.cell, styles.head)}>
                    {line.sentence}
                    {line.displaces === null ? null : <p className={styles.line}>{line.displaces}</p>}
                  </th>
                ) : (
                  <td key={column} className={mergeClasses(styles.cell, column === 'due' && styles.short)}>
                    {line[column]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useLines() {
  const { view, results } = useSummary();
  const { t } = useTranslation('summary');
  const format = useFormat();
  const asked = view.rounds[0]?.questions ?? [];
  return view.commitments.map(({ id, sentence, owner, due, evidence, displaces, question }) => {
    const support = results.support.find(({ commitment }) => commitment === id)?.result;
    return {
      id,
      sentence,
      owner: owner.name,
      due: format.day(due),
      evidence,
      displaces: displaces === '' ? null : t('commitments.displaces', { displaces }),
      question: asked.find((each) => each.id === question)?.text ?? t('commitments.not-asked'),
      support:
        support === undefined
          ? t('commitments.not-asked')
          : support.status === 'held'
            ? t('commitments.support-held')
            : format.number(support.mean, 1),
    };
  });
}
