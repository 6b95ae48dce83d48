import { Button } from '@fluentui/react-components';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { partOf } from '../../../app/part.tsx';
import { Loading } from '../../../app/screens.tsx';
import { useLook } from './look.ts';

const SampleRoles = partOf(async () => (await import('./SampleRoles.tsx')).SampleRoles);

/** "What could they see?": the exact view of each role, on made-up answers. */
export function Sample() {
  const look = useLook();
  const { t } = useTranslation('leader');
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={look.tight}>
      <Button
        className={look.start}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {open ? t('sample.close') : t('sample.open')}
      </Button>
      <div id={id} hidden={!open}>
        {open ? (
          <Suspense fallback={<Loading what={t('sample.loading')} />}>
            <SampleRoles.Show />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}
