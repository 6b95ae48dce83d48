import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
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
  return results.named.map(({ round, purpose, answers }) => (
    <details key={round}>
      <summary className={styles.fold}>{t(`round.${purpose}`)}</summary>
      <div className={styles.column}>
        {(view.rounds.find(({ id }) => id === round)?.questions ?? []).map((question) => (
          <div key={question.id}>
            <p className={styles.question}>{question.text}</p>
            <WhoTable question={question} answers={answers} />
          </div>
        ))}
      </div>
    </details>
  ));
}
