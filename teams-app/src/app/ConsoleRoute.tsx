import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { useHost } from '../host/host-context.ts';
import { useView } from './api.ts';
import { MeetingSwitch } from './MeetingSwitch.tsx';
import { Pending } from './screens.tsx';

const Console = lazy(() => import('../features/meeting/console/Console.tsx'));

/** The controls of a meeting, beside the own answers of whoever holds them. */
export default function ConsoleRoute({ meeting }: { readonly meeting: string }) {
  const { t } = useTranslation('app');
  const { frame } = useHost();
  const view = useView('viewMeeting', { meeting });
  if (view.data === undefined) return <Pending view={view} what={t('loading.meeting')} />;
  if (view.data.me.role === 'participant') return <Redirect to={`/meetings/${meeting}`} replace />;
  return (
    <MeetingSwitch meeting={view.data} side="console">
      <Console meeting={meeting} layout={frame === 'panel' ? 'panel' : 'page'} />
    </MeetingSwitch>
  );
}
