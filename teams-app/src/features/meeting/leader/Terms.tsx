import { makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: '20px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
});

/** What was promised when the meeting opened, and nobody can change since; in a named one, what is agreed to. */
export function Terms() {
  const { view } = useLeader();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  if (view.mode === 'named') {
    return (
      <ul className={mergeClasses(look.text, styles.list)}>
        <li>{t('named.terms.who')}</li>
        <li>{t('named.terms.after')}</li>
        <li>{t('named.terms.sponsor')}</li>
        <li>{t('named.terms.before')}</li>
        <li>{t('named.terms.notes')}</li>
        <li>{t('terms.frozen')}</li>
      </ul>
    );
  }
  return (
    <ul className={mergeClasses(look.text, styles.list)}>
      <li>{t('terms.own')}</li>
      <li>{t('terms.minimum', { minimum: view.minimumGroup })}</li>
      <li>{t('terms.now')}</li>
      <li>{t('terms.after')}</li>
      <li>{t('terms.backups')}</li>
      <li>{t('terms.frozen')}</li>
    </ul>
  );
}
