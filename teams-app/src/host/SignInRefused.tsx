import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Empty } from '../app/screens.tsx';
import { Consent } from '../outside/Consent.tsx';
import { DiagnosisLink } from './HostGate.tsx';
import type { ScreenRefusal } from './token.ts';

/** The host gave no token: why, and what to do about it. */
export default function SignInRefused({
  refusal,
  retry,
}: {
  readonly refusal: ScreenRefusal;
  readonly retry: () => void;
}) {
  const { t } = useTranslation(['outside', 'app']);
  return (
    <main>
      {refusal === 'consent' ? (
        <Consent retry={retry} />
      ) : (
        <Empty
          level={1}
          title={t(`outside:token.${refusal}.title`)}
          detail={t(`outside:token.${refusal}.detail`)}
          action={
            <Button appearance="primary" onClick={retry}>
              {refusal === 'cancelled' ? t('outside:token.cancelled.retry') : t('app:retry')}
            </Button>
          }
        >
          <DiagnosisLink />
        </Empty>
      )}
    </main>
  );
}
