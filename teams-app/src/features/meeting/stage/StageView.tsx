import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { isId } from '@plumbline/shared/kernel/ids';
import { useView } from '../../../app/api.ts';
import { useLive } from '../../../app/live.ts';
import { Empty, Failure, Loading } from '../../../app/screens.tsx';
import { useHost } from '../../../host/host-context.ts';
import { StageScreen } from './StageScreen.tsx';

const useStyles = makeStyles({
  // The whole window, whatever the page around it is laid out for.
  whole: { position: 'fixed', inset: 0, overflow: 'hidden', backgroundColor: tokens.colorNeutralBackground2 },
});

/** The big screen of a meeting, for everybody in the room. */
export default function StageView({ meeting }: { readonly meeting: string }) {
  const styles = useStyles();
  const { t } = useTranslation('stage');
  return (
    <main className={styles.whole}>
      {isId('meeting', meeting) ? (
        <KnownStage meeting={meeting} />
      ) : (
        <Empty title={t('unknown.title')} detail={t('unknown.detail')} />
      )}
    </main>
  );
}

function KnownStage({ meeting }: { readonly meeting: string }) {
  const { t } = useTranslation('stage');
  const [, go] = useLocation();
  const { frame } = useHost();
  useLive([meeting]);
  const view = useView('viewMeeting', { meeting });
  const anyShown = view.data?.rounds.some(({ shown }) => shown) ?? false;
  const results = useView('viewResults', { meeting }, { enabled: anyShown });
  const meetingView = view.data;
  if (meetingView === undefined) {
    if (view.error !== null) return <Failure error={view.error} view={view} />;
    return <Loading what={t('loading')} />;
  }
  if (anyShown && results.data === undefined && results.error !== null) {
    return <Failure error={results.error} view={results} />;
  }
  return (
    <StageScreen
      view={meetingView}
      results={anyShown ? (results.data ?? null) : null}
      preview={false}
      onLeave={
        frame === 'stage' ? null : () => go(`/meetings/${meeting}${meetingView.me.abilities.direct ? '/console' : ''}`)
      }
    />
  );
}
