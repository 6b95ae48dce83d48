import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, DismissCircleRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { plainList } from '../../app/plain-list.ts';
import type { Ability } from '../../host/abilities.ts';

const useStyles = makeStyles({
  list: { ...plainList, gap: tokens.spacingVerticalS, textAlign: 'start' },
  item: { display: 'flex', gap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, fontSize: '16px', marginBlockStart: '2px' },
  there: { color: tokens.colorStatusSuccessForeground1 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: { color: tokens.colorNeutralForeground2 },
});

/** What this Office can do of all that the pane does, and what to do instead of the rest. */
export function Abilities({ abilities }: { readonly abilities: readonly Ability[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      {abilities.map(({ name, isThere }) => (
        <li key={name} className={styles.item}>
          {isThere ? (
            <CheckmarkCircleRegular className={`${styles.icon} ${styles.there}`} aria-label={t('ability.there')} />
          ) : (
            <DismissCircleRegular className={styles.icon} aria-label={t('ability.missing')} />
          )}
          <span className={styles.words}>
            <Text size={200}>{t(`ability.${name}`)}</Text>
            {isThere ? null : (
              <Text size={200} className={styles.line}>
                {t(`ability.${name}.instead`)}
              </Text>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
