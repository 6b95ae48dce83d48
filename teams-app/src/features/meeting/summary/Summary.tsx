import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation } from 'wouter';
import { isId } from '@plumbline/shared/kernel/ids';
import { useView } from '../../../app/api.ts';
import { useLive } from '../../../app/live.ts';
import { Empty, Pending } from '../../../app/screens.tsx';
import { useNarrow } from '../../../app/use-narrow.ts';
import { useHost } from '../../../host/host-context.ts';
import { figureSource } from '../leader/figure-source.ts';
import { SummaryContext, type Summary as Parts } from './summary-context.ts';
import { SummaryPage } from './SummaryPage.tsx';

/** All that a closed meeting or pulse came to, on one page that can be printed. */
export default function Summary({ meeting }: { readonly meeting: string }) {
  const { t } = useTranslation('summary');
  if (!isId('meeting', meeting)) {
    return (
      <main>
        <Empty level={1} title={t('unknown.title')} detail={t('unknown.detail')} />
      </main>
    );
  }
  return <KnownSummary meeting={meeting} />;
}

function KnownSummary({ meeting }: { readonly meeting: string }) {
  const { t } = useTranslation('summary');
  const [, go] = useLocation();
  const { frame } = useHost();
  useLive([meeting]);
  const view = useView('viewMeeting', { meeting });
  const outside = view.data?.me.role === 'participant';
  const closed = view.data?.status === 'closed' && !outside;
  const results = useView('viewResults', { meeting }, { enabled: closed });
  const narrow = useNarrow();
  const size = frame === 'panel' || narrow ? 'panel' : 'page';
  const parts = useMemo((): Parts | null => {
    if (!closed || results.data === undefined) return null;
    return { view: view.data, results: results.data, source: figureSource(view.data, results.data), size };
  }, [closed, view.data, results.data, size]);
  if (outside) return <Redirect to={`/meetings/${meeting}`} replace />;
  if (parts !== null) {
    return (
      <SummaryContext value={parts}>
        <SummaryPage />
      </SummaryContext>
    );
  }
  if (view.data !== undefined && !closed) {
    return (
      <main>
        <Empty
          level={1}
          title={t('not-yet.title')}
          detail={t('not-yet.detail')}
          action={
            <Button appearance="primary" onClick={() => go(`/meetings/${meeting}`)}>
              {t('not-yet.go')}
            </Button>
          }
        />
      </main>
    );
  }
  return <Pending view={view.data === undefined ? view : results} what={t('loading')} />;
}
