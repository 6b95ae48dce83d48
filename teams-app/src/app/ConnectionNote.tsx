import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useConnection } from './live.ts';

const useStyles = makeStyles({
  note: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
    margin: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Says when the tab is cut off, and nothing while all is well. */
export function ConnectionNote() {
  const styles = useStyles();
  const { t } = useTranslation('app');
  const connection = useConnection();
  return (
    <div role="status">
      {connection === 'offline' ? (
        <Text as="p" block size={200} className={styles.note}>
          {t('connection.offline')}
        </Text>
      ) : null}
    </div>
  );
}
