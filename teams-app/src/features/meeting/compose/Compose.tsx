import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useView, type View } from '../../../app/api.ts';
import { useLive, useServerNow } from '../../../app/live.ts';
import { Empty, Failure, Loading } from '../../../app/screens.tsx';
import { ComposeForm } from './ComposeForm.tsx';
import { draftOfPlan, instrumentKey, newPlan, quarterOf } from './plan-draft.ts';

type Team = View<'viewTeam'>;
type Meeting = View<'viewMeeting'>;

/** Planning a meeting or a pulse of a team; `meeting` is a plan that was saved, `null` a new one. */
export default function Compose({ team, meeting }: { readonly team: string; readonly meeting: string | null }) {
  const { t } = useTranslation('compose');
  useLive(meeting === null ? [team] : [team, meeting]);
  const teamView = useView('viewTeam', { team });
  const meetingView = useView('viewMeeting', { meeting: meeting ?? '' }, { enabled: meeting !== null });
  const failed = [teamView, ...(meeting === null ? [] : [meetingView])].find(
    ({ data, error }) => data === undefined && error !== null,
  );
  if (failed?.error) return <Failure error={failed.error} view={failed} />;
  if (teamView.data === undefined || (meeting !== null && meetingView.data === undefined)) {
    return <Loading what={t('loading')} />;
  }
  if (!teamView.data.abilities.plan) return <Empty title={t('denied.title')} detail={t('denied.detail')} />;
  const plan = meeting === null ? null : (meetingView.data ?? null);
  if (plan !== null && plan.status !== 'draft') return <AlreadyOpen meeting={plan.id} />;
  return (
    <Planning
      key={meeting ?? 'new'}
      team={teamView.data}
      meeting={plan}
      refetch={async () => (await meetingView.refetch()).data ?? null}
    />
  );
}

function Planning(props: {
  readonly team: Team;
  readonly meeting: Meeting | null;
  readonly refetch: () => Promise<Meeting | null>;
}) {
  const { team, meeting, refetch } = props;
  const { t } = useTranslation('compose');
  // The quarter of the first look: a title does not change under the hands of whoever writes it.
  const now = useServerNow(60_000);
  const [{ quarter }] = useState(() => quarterOf(now));
  const first = team.instruments.find(({ team: owner }) => owner === null) ?? team.instruments[0];
  const saved = useMemo(
    () =>
      meeting === null
        ? newPlan({
            title: t('default.meeting', { quarter }),
            instrument: first === undefined ? '' : instrumentKey(first),
          })
        : draftOfPlan(meeting),
    [meeting, first, quarter, t],
  );
  return <ComposeForm team={team} meeting={meeting} saved={saved} quarter={quarter} refetch={refetch} />;
}

function AlreadyOpen({ meeting }: { readonly meeting: string }) {
  const { t } = useTranslation('compose');
  const [, go] = useLocation();
  return (
    <Empty
      title={t('opened.title')}
      detail={t('opened.detail')}
      action={
        <Button appearance="primary" onClick={() => go(`/meetings/${meeting}`)}>
          {t('opened.go')}
        </Button>
      }
    />
  );
}
