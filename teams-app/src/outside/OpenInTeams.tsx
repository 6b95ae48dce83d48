import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Empty } from '../app/screens.tsx';

/** Where a page that was opened in a browser can be seen. */
export function OpenInTeams() {
  const { t } = useTranslation('outside');
  return (
    <main>
      <Empty
        level={1}
        title={t('nowhere.title')}
        detail={t('nowhere.detail')}
        action={
          <Button appearance="primary" as="a" href="https://teams.microsoft.com/" rel="noreferrer">
            {t('nowhere.open')}
          </Button>
        }
      />
    </main>
  );
}
