import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { LogLine } from './LogLine.tsx';
import { useStage } from './stage-context.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    flexShrink: 0,
    ...typographyStyles.body1,
    color: tokens.colorNeutralForeground2,
  },
});

/** So many lines are current; the summary has all of them. */
const LATEST = 1;

/** What the facilitator did out of the ordinary, told quietly at the foot of the stage. */
export function StageLog() {
  const { view } = useStage();
  const styles = useStyles();
  const { t } = useTranslation('stage');
  if (view.log.length === 0 || view.status !== 'open') return null;
  return (
    <ul className={styles.list} aria-label={t('log.title')}>
      {view.log.slice(-LATEST).map((entry, index) => (
        <li key={index}>
          <LogLine entry={entry} />
        </li>
      ))}
    </ul>
  );
}
