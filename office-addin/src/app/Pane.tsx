import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Find } from '../features/find/Find.tsx';
import type { FoundMeeting } from '../features/find/found-meetings.ts';
import { useView } from './api.ts';
import { Loading } from './screens.tsx';
import { useServices } from './services.ts';

const Check = lazy(() => import('../features/check/Check.tsx'));
const Settings = lazy(() => import('../features/settings/Settings.tsx'));
const Gallery = lazy(() => import('../features/gallery/Gallery.tsx'));

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', minHeight: '100vh' },
  main: { flexGrow: 1 },
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
});

/** The screens of the pane: which results, then which of their figures; or how those stand that are in the document. */
export function Pane() {
  const styles = useStyles();
  const { t } = useTranslation();
  const [meeting, setMeeting] = useState<FoundMeeting | null>(null);
  const [search, setSearch] = useState('');
  const { host } = useServices();
  const [aside, setAside] = useState<'check' | 'settings' | null>(null);
  const back = () => setAside(null);
  useTidyUndos();
  return (
    <div className={styles.pane}>
      <main className={styles.main}>
        {aside === 'settings' ? (
          <Suspense fallback={<Loading what={t('loading.settings')} />}>
            <Settings back={back} />
          </Suspense>
        ) : aside === 'check' && host.care ? (
          <Suspense fallback={<Loading what={t('loading.figures')} />}>
            <Check care={host.care} back={back} find={back} />
          </Suspense>
        ) : meeting === null ? (
          <Find
            search={search}
            onSearch={setSearch}
            choose={setMeeting}
            check={host.care ? () => setAside('check') : null}
          />
        ) : (
          <Suspense fallback={<Loading what={t('loading.meeting')} />}>
            <Gallery meeting={meeting} back={() => setMeeting(null)} />
          </Suspense>
        )}
      </main>
      <Footer settings={aside === 'settings' ? null : () => setAside('settings')} />
    </div>
  );
}

/** What somebody else left on this device goes as soon as it is known who is here, whatever they look at. */
function useTidyUndos(): void {
  const { data } = useView('viewHome', {});
  const person = data?.person.person;
  useEffect(() => {
    if (person === undefined) return;
    // Where that part does not load now, the next pane does it, or whichever screen shows what can be undone.
    void import('../undo/undo-stores.ts').then(({ tidyUndos }) => tidyUndos(person)).catch(() => undefined);
  }, [person]);
}

function Footer({ settings }: { readonly settings: (() => void) | null }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { data } = useView('viewHome', {});
  return (
    <footer className={styles.footer}>
      <Text size={200}>{data?.person.name ?? ''}</Text>
      {settings === null ? null : (
        <Button appearance="transparent" size="small" onClick={settings}>
          {t('settings.title')}
        </Button>
      )}
    </footer>
  );
}
