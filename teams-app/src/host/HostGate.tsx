import { Button } from '@fluentui/react-components';
import { lazy, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loading } from '../app/screens.tsx';
import type { HostState } from './connect.ts';
import { HostContext } from './host-context.ts';
import { followHostFocus } from './links.ts';

/** The way in where there is no Teams, with the library that signs people in there. */
const Outside = lazy(() => import('../outside/Outside.tsx'));

/** Draws the tab once the host is found; until then, or without one, says how to go on. */
export function HostGate({ state, children }: { readonly state: HostState; readonly children: ReactNode }) {
  const { t } = useTranslation('app');
  const isReady = state.status === 'ready';
  useEffect(() => {
    if (isReady) followHostFocus();
  }, [isReady]);

  switch (state.status) {
    case 'connecting':
      return (
        <main>
          <Loading what={t('loading.sign-in')} />
        </main>
      );
    case 'outside':
      return <Outside>{children}</Outside>;
    case 'silent':
      return (
        <main>
          <Empty
            level={1}
            title={t('host.silent.title')}
            detail={t('host.silent.detail')}
            action={
              <Button appearance="primary" onClick={() => window.location.reload()}>
                {t('retry')}
              </Button>
            }
          >
            <DiagnosisLink />
          </Empty>
        </main>
      );
    case 'ready':
      return <HostContext value={state.info}>{children}</HostContext>;
  }
}

/** A plain link: where the tab could not start, its routes are not there either. */
export function DiagnosisLink() {
  const { t } = useTranslation('app');
  return (
    <Button appearance="transparent" as="a" href={`${import.meta.env.BASE_URL}diagnosis`}>
      {t('open-diagnosis')}
    </Button>
  );
}
