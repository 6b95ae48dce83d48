import { Button, FluentProvider, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Abilities } from '../features/settings/Abilities.tsx';
import { connectOffice, currentLook, type HostState } from '../host/connect.ts';
import type { HostInfo } from '../host/host.ts';
import { SignInGate } from '../sign-in/SignInGate.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { speak } from './i18n.ts';
import { Pane } from './Pane.tsx';
import { Empty, Loading } from './screens.tsx';
import { useFluentTheme } from './theme.ts';

const useStyles = makeStyles({
  pane: {
    minHeight: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    // A word that is longer than the pane breaks; nothing ever scrolls sideways.
    overflowWrap: 'break-word',
  },
});

/** The pane, from Office to the screen. */
export function App() {
  const styles = useStyles();
  const { i18n } = useTranslation();
  const [state, setState] = useState<HostState | null>(null);
  const theme = useFluentTheme(useLook());
  useEffect(() => {
    void connectOffice().then(async (found) => {
      // Nothing is drawn for a reader before it can be drawn in the reader's language.
      if ('info' in found) await speak(found.info.locale);
      setState(found);
    });
  }, []);
  if (theme === null) return null;
  return (
    <FluentProvider theme={theme} dir={i18n.dir()} className={styles.pane}>
      <ErrorBoundary>
        <Suspense fallback={<PaneLoading />}>{state === null ? <PaneLoading /> : <Found state={state} />}</Suspense>
      </ErrorBoundary>
    </FluentProvider>
  );
}

function Found({ state }: { readonly state: HostState }) {
  const { t } = useTranslation();
  switch (state.status) {
    case 'ready':
      return (
        <SignInGate info={state.info} host={state.host}>
          <Pane />
        </SignInGate>
      );
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
          />
        </main>
      );
    case 'too-old':
      return <TooOld info={state.info} />;
    case 'outside':
      return (
        <main>
          <Empty level={1} title={t('host.outside.title')} detail={t('host.outside.detail')} />
        </main>
      );
  }
}

/** What does not work here and why, and what to do instead of each. */
function TooOld({ info }: { readonly info: HostInfo }) {
  const { t } = useTranslation();
  const { program, abilities, office } = info;
  return (
    <main>
      <Empty level={1} title={t(`host.too-old.${program}.title`)} detail={t(`host.too-old.${program}.detail`)}>
        <Abilities abilities={abilities} />
        <Text size={200}>{t('host.too-old.office', { office })}</Text>
      </Empty>
    </main>
  );
}

function PaneLoading() {
  const { t } = useTranslation();
  return (
    <main>
      <Loading what={t('loading.pane')} />
    </main>
  );
}

/** Office does not tell of a new look; people come back to the pane after they have chosen one. */
function useLook() {
  const [look, setLook] = useState(currentLook);
  useEffect(() => {
    const read = () => setLook(currentLook());
    const device = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
    for (const one of device) one.addEventListener('change', read);
    window.addEventListener('focus', read);
    // Office names its colours only once it is ready.
    if ('Office' in window) void Office.onReady().then(read);
    return () => {
      for (const one of device) one.removeEventListener('change', read);
      window.removeEventListener('focus', read);
    };
  }, []);
  return look;
}
