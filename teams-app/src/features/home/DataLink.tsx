import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

const useStyles = makeStyles({
  links: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalS },
});

/** The way to what is kept of the person, and for who administers the organisation, to what is known of that. */
export function DataLink({ administers }: { readonly administers: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation('home');
  const [, go] = useLocation();
  return (
    <div className={styles.links}>
      {administers ? (
        <Link as="button" onClick={() => go('/records/organisation')}>
          {t('organisation')}
        </Link>
      ) : null}
      <Link as="button" onClick={() => go('/records')}>
        {t('data')}
      </Link>
    </div>
  );
}
