import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Empty } from '../app/screens.tsx';
import { DiagnosisLink } from './HostGate.tsx';
import type { ScreenRefusal } from './token.ts';

/** The host gave no token: why, and what to do about it. */
export function SignInRefused({ refusal, retry }: { readonly refusal: ScreenRefusal; readonly retry: () => void }) {
  const { t } = useTranslation('app');
  return (
    <main>
      <Empty
        level={1}
        title={t(`token.${refusal}.title`)}
        detail={t(`token.${refusal}.detail`)}
        action={
          <Button appearance="primary" onClick={retry}>
            {refusal === 'cancelled' ? t('token.cancelled.retry') : t('retry')}
          </Button>
        }
      >
        <DiagnosisLink />
      </Empty>
    </main>
  );
}
