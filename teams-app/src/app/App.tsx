import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Router } from 'wouter';
import type { HostState } from '../host/connect.ts';
import type { HostWatch } from '../host/host-watch.ts';
import { HostGate } from '../host/HostGate.tsx';
import { SignIn } from '../host/SignIn.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Routes } from './Routes.tsx';
import { Loading } from './screens.tsx';
import { useFluentTheme } from './theme.ts';
import { useSpoken } from './use-spoken.ts';

const Diagnosis = lazy(() => import('./Diagnosis.tsx'));

const CONNECTING: HostState = { status: 'connecting' };
const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

const useStyles = makeStyles({
  tab: {
    minHeight: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    // A word that is longer than the side panel breaks; nothing ever scrolls sideways.
    overflowWrap: 'break-word',
  },
});

/** The tab, from the host to the screen. */
export function App({ host }: { readonly host: HostWatch }) {
  const styles = useStyles();
  const { i18n } = useTranslation('app');
  const found = useSyncExternalStore(host.subscribe, host.state);
  // Nothing is drawn for a reader before it can be drawn in the reader's language.
  const spoken = useSpoken(found.status === 'ready' ? found.info.locale : null);
  const state = spoken ? found : CONNECTING;
  const theme = useFluentTheme(state.status === 'ready' ? state.info.theme : looksDark() ? 'dark' : 'default');
  if (theme === null) return null;
  return (
    <FluentProvider theme={theme} dir={i18n.dir()} className={styles.tab}>
      <ErrorBoundary>
        <Suspense fallback={<PageLoading />}>
          {window.location.pathname === `${BASE}/diagnosis` ? (
            <Diagnosis host={state} />
          ) : (
            <HostGate state={state}>
              <SignIn>
                <Router base={BASE}>
                  <Routes />
                </Router>
              </SignIn>
            </HostGate>
          )}
        </Suspense>
      </ErrorBoundary>
    </FluentProvider>
  );
}

function PageLoading() {
  const { t } = useTranslation('app');
  return <Loading what={t('loading.page')} />;
}

/** Before the host has said how it looks, the device's own wish is the best guess. */
function looksDark(): boolean {
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
}
