import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { partOf } from '../../../app/part.tsx';
import { Loading } from '../../../app/screens.tsx';
import { useLook } from '../leader/look.ts';
import { useConsole } from './console-context.ts';

const MoreChoices = partOf(async () => (await import('./MoreChoices.tsx')).MoreChoices);

/** What is seldom needed, folded away; its code comes when it is unfolded. */
export function More() {
  const { view } = useConsole();
  const look = useLook();
  const { t } = useTranslation('console');
  const [unfolded, setUnfolded] = useState(false);
  if (view.status !== 'open') return null;
  return (
    <details open={unfolded} onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}>
      <summary className={look.fold}>{t('more')}</summary>
      {unfolded ? (
        <Suspense fallback={<Loading what={t('loading')} />}>
          <MoreChoices.Show />
        </Suspense>
      ) : null}
    </details>
  );
}
