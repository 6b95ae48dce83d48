import { ToggleButton } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleView } from '@plumbline/shared/contract/views';
import { useView } from '../../../app/api.ts';
import { Failure, Loading } from '../../../app/screens.tsx';
import { figureSource } from './figure-source.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { Picture } from './Picture.tsx';

/** The made-up answers as each role would be shown them. */
export function SampleRoles() {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const sample = useView('viewSample', { meeting: view.id });
  const [role, setRole] = useState<SampleView['views'][number]['role']>('leader');
  if (sample.error !== null) return <Failure error={sample.error} view={sample} />;
  if (!sample.data) return <Loading what={t('sample.loading')} />;
  const shown = sample.data.views.find((each) => each.role === role);
  return (
    <div className={look.card}>
      <p className={look.strong}>{t('sample.marked')}</p>
      <div role="group" aria-label={t('sample.who')} className={look.actions}>
        {sample.data.views.map((each) => (
          <ToggleButton
            key={each.role}
            className={look.target}
            checked={each.role === role}
            onClick={() => {
              setRole(each.role);
            }}
          >
            {t(`sample.role.${each.role}`)}
          </ToggleButton>
        ))}
      </div>
      {shown ? (
        <div role="group" aria-label={t(`sample.role.${shown.role}`)} className={look.column}>
          <p className={look.quiet}>{t(`sample.when.${shown.when}`)}</p>
          {shown.results ? (
            <Picture
              results={shown.results}
              source={{ ...figureSource(view, shown.results), meeting: t('sample.source') }}
              own={{}}
            />
          ) : (
            <p className={look.text}>{t('sample.nothing')}</p>
          )}
          <p className={look.quiet}>{t(view.mode === 'named' ? 'named.sample' : 'sample.never')}</p>
        </div>
      ) : null}
    </div>
  );
}
