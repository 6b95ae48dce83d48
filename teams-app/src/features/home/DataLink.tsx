import { Link } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

/** The way to what is kept of the person. */
export function DataLink() {
  const { t } = useTranslation('home');
  const [, go] = useLocation();
  return (
    <div>
      <Link as="button" onClick={() => go('/records')}>
        {t('data')}
      </Link>
    </div>
  );
}
