import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Empty } from './screens.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation('app');
  const [, go] = useLocation();
  return (
    <main>
      <Empty
        level={1}
        title={t('not-found.title')}
        detail={t('not-found.detail')}
        action={
          <Button appearance="primary" onClick={() => go('/')}>
            {t('go-home')}
          </Button>
        }
      />
    </main>
  );
}
