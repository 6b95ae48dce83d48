import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Find } from '../features/find/Find.tsx';
import type { Kept } from '../features/check/kept.ts';
import type { FoundMeeting } from '../features/find/found-meetings.ts';
import { useView } from './api.ts';
import { Loading } from './screens.tsx';
import { useServices } from './services.ts';

const Check = lazy(() => import('../features/check/Check.tsx'));
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
  const [isChecking, setChecking] = useState(false);
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const leaveCheck = () => setChecking(false);
  return (
    <div className={styles.pane}>
      <main className={styles.main}>
        {isChecking && host.care ? (
          <Suspense fallback={<Loading what={t('loading.figures')} />}>
            <Check care={host.care} back={leaveCheck} find={leaveCheck} keeper={{ kept, setKept }} />
          </Suspense>
        ) : meeting === null ? (
          <Find
            search={search}
            onSearch={setSearch}
            choose={setMeeting}
            check={host.care ? () => setChecking(true) : null}
          />
        ) : (
          <Suspense fallback={<Loading what={t('loading.meeting')} />}>
            <Gallery meeting={meeting} back={() => setMeeting(null)} />
          </Suspense>
        )}
      </main>
      <Footer />
    </div>
  );
}

function Footer() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { leave } = useServices();
  const { data } = useView('viewHome', {});
  if (data === undefined) return null;
  return (
    <footer className={styles.footer}>
      <Text size={200}>{t('footer.who', { name: data.person.name })}</Text>
      {leave === null ? null : (
        <Button appearance="transparent" size="small" onClick={leave}>
          {t('persona.other')}
        </Button>
      )}
    </footer>
  );
}
