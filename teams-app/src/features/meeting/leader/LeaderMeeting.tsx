import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineView } from '@plumbline/shared/contract/views';
import { isId } from '@plumbline/shared/kernel/ids';
import { useMe, useView } from '../../../app/api.ts';
import { useLive } from '../../../app/live.ts';
import { Empty, Failure, Loading } from '../../../app/screens.tsx';
import { consentTo, type Said } from './consent.ts';
import { openDeviceStore } from './device-store.ts';
import { LeaderContext, type Consent, type Leader } from './leader-context.ts';
import { LeaderRoom } from './LeaderRoom.tsx';

const NOTHING_MINE: MineView = { consented: false, ballots: [], notes: {}, sentence: null };

/** The private screens of one person in one meeting or pulse. */
export default function LeaderMeeting(props: { readonly meeting: string; readonly layout: 'panel' | 'page' }) {
  const { t } = useTranslation('leader');
  if (!isId('meeting', props.meeting)) return <Empty title={t('unknown.title')} detail={t('unknown.detail')} />;
  return <KnownMeeting key={props.meeting} {...props} />;
}

function KnownMeeting({ meeting, layout }: { readonly meeting: string; readonly layout: 'panel' | 'page' }) {
  // All the words of the meeting at once, so that no later phase has to wait for its own.
  const { t } = useTranslation(['leader', 'results', 'figures']);
  const { person } = useMe();
  useLive([meeting]);
  const store = useMemo(() => openDeviceStore(browserStorage(), person), [person]);
  const meetingView = useView('viewMeeting', { meeting });
  const view = meetingView.data;
  const asksMe = view?.status === 'open' && view.me.invited;
  const mineView = useView('viewMine', { meeting }, { enabled: asksMe });
  const lookAgain = meetingView.refetch;
  const refetch = useCallback(async () => (await lookAgain()).data ?? null, [lookAgain]);
  const mine = asksMe ? mineView.data : NOTHING_MINE;
  const consent = useConsent(view?.mode === 'named', mine?.consented ?? false);
  const leader = useMemo((): Leader | null => {
    return view && mine ? { view, mine, consent, store, layout, refetch } : null;
  }, [view, mine, consent, store, layout, refetch]);

  if (leader) {
    return (
      <LeaderContext value={leader}>
        <LeaderRoom />
      </LeaderContext>
    );
  }
  const failed = [meetingView, mineView].find(({ error }) => error !== null);
  if (failed?.error) return <Failure error={failed.error} view={failed} />;
  return <Loading what={t('loading')} />;
}

/** Consent is the service's to keep, with each ballot; what was said on this page since holds until then. */
function useConsent(named: boolean, kept: boolean): Consent {
  const [said, say] = useState<Said>({ what: 'nothing' });
  return useMemo(
    (): Consent => ({
      to: (round) => consentTo(round, { named, kept, said }),
      give: () => {
        say({ what: 'yes' });
      },
      decline: (round) => {
        say({ what: 'not-here', round });
      },
      askAgain: () => {
        say({ what: 'asks-again' });
      },
    }),
    [named, kept, said],
  );
}

/** The browser's storage, or `null` where it is forbidden. */
function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
