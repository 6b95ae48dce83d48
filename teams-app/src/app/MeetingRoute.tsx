import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { useHost } from '../host/host-context.ts';
import { useView } from './api.ts';
import { MeetingSwitch } from './MeetingSwitch.tsx';
import { Pending } from './screens.tsx';
import { useTiedChat } from './use-tied-chat.ts';

const LeaderMeeting = lazy(() => import('../features/meeting/leader/LeaderMeeting.tsx'));
const StageView = lazy(() => import('../features/meeting/stage/StageView.tsx'));

/** A meeting, as the place it is opened in shows it: stage, side panel, or a page. */
export default function MeetingRoute({ meeting }: { readonly meeting: string }) {
  const { frame } = useHost();
  return frame === 'stage' ? <StageView meeting={meeting} /> : <OwnSide meeting={meeting} />;
}

function OwnSide({ meeting }: { readonly meeting: string }) {
  const { t } = useTranslation('app');
  const { frame } = useHost();
  const view = useView('viewMeeting', { meeting });
  useTiedChat(view.data);
  if (view.data === undefined) return <Pending view={view} what={t('loading.meeting')} />;
  const { status, team, me } = view.data;
  if (status === 'draft' && me.abilities.compose && frame !== 'panel') {
    return <Redirect to={`/teams/${team.id}/plan/${meeting}`} replace />;
  }
  // Whoever a pulse asks without being in its team has no summary to go to.
  if (status === 'closed' && frame !== 'panel' && me.role !== 'participant')
    return <Redirect to={`/meetings/${meeting}/summary`} replace />;
  return (
    <MeetingSwitch meeting={view.data} side="mine">
      <main>
        <LeaderMeeting meeting={meeting} layout={frame === 'panel' ? 'panel' : 'page'} />
      </main>
    </MeetingSwitch>
  );
}
