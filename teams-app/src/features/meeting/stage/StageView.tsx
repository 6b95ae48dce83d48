import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';
import { isId } from '@plumbline/shared/kernel/ids';
import { useView } from '../../../app/api.ts';
import { useLive } from '../../../app/live.ts';
import { Empty, Failure, Loading } from '../../../app/screens.tsx';
import { useHost } from '../../../host/host-context.ts';
import { useDirect } from '../console/use-direct.ts';
import type { Turning } from './stage-context.ts';
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
  useLive([meeting]);
  const view = useView('viewMeeting', { meeting });
  const anyShown = view.data?.rounds.some(({ shown }) => shown) ?? false;
  const results = useView('viewResults', { meeting }, { enabled: anyShown });
  const lookAgain = view.refetch;
  const refetch = useCallback(async () => (await lookAgain()).data ?? null, [lookAgain]);
  const meetingView = view.data;
  if (meetingView === undefined) {
    if (view.error !== null) return <Failure error={view.error} view={view} />;
    return <Loading what={t('loading')} />;
  }
  if (anyShown && results.data === undefined && results.error !== null) {
    return <Failure error={results.error} view={results} />;
  }
  return <ShownStage view={meetingView} results={anyShown ? (results.data ?? null) : null} refetch={refetch} />;
}

function ShownStage(props: {
  readonly view: MeetingView;
  readonly results: ResultsView | null;
  readonly refetch: () => Promise<MeetingView | null>;
}) {
  const { view, results, refetch } = props;
  const [, go] = useLocation();
  const { frame } = useHost();
  const { direct, running, refusal, dismiss } = useDirect(view, refetch);
  const directs = view.me.abilities.direct;
  const turning = useMemo((): Turning | null => {
    if (!directs) return null;
    // What was turned in the meantime is on the stage already: there is nothing to tell.
    const error = refusal?.kind === 'problem' ? refusal.error : null;
    return { turn: (page) => void direct({ type: 'show', page }), running, error, dismiss };
  }, [directs, direct, running, refusal, dismiss]);
  return (
    <StageScreen
      view={view}
      results={results}
      preview={false}
      turning={turning}
      onLeave={frame === 'stage' ? null : () => go(`/meetings/${view.id}${directs ? '/console' : ''}`)}
    />
  );
}
