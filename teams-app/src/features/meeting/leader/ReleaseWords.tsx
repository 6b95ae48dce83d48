import { Button } from '@fluentui/react-components';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchAhead, partOf } from '../../../app/part.tsx';
import { Loading } from '../../../app/screens.tsx';
import { useKeptText } from './leader-context.ts';
import { useLook } from './look.ts';

const ReleaseForm = partOf(async () => (await import('./ReleaseForm.tsx')).ReleaseForm);

/** Putting words of one's own on the stage; what was begun before is open again. */
export function ReleaseWords({ question }: { readonly question: string }) {
  const look = useLook();
  const { t } = useTranslation('leader');
  const [kept] = useKeptText(`words|${question}`);
  const [now, setNow] = useState<'begun' | 'asked' | 'closed' | 'released'>(kept === '' ? 'closed' : 'begun');

  useEffect(() => {
    const stop = new AbortController();
    void fetchAhead([ReleaseForm], stop.signal);
    return () => stop.abort();
  }, []);

  if (now === 'begun' || now === 'asked') {
    return (
      <Suspense fallback={<Loading what={t('loading')} />}>
        <ReleaseForm.Show
          question={question}
          asked={now === 'asked'}
          onClose={(released) => {
            setNow(released ? 'released' : 'closed');
          }}
        />
      </Suspense>
    );
  }
  return (
    <div className={look.tight}>
      {now === 'released' ? (
        <p className={look.quiet} role="status">
          {t('words.released')}
        </p>
      ) : null}
      <Button
        className={look.start}
        onClick={() => {
          setNow('asked');
        }}
      >
        {t('words.open')}
      </Button>
    </div>
  );
}
