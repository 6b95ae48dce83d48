import { Button } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';
import { isId } from '@plumbline/shared/kernel/ids';
import { useView } from '../../../app/api.ts';
import { useLive } from '../../../app/live.ts';
import { Empty, Failure, Loading } from '../../../app/screens.tsx';
import { ConsoleContext, type Opened } from './console-context.ts';
import { ConsoleRoom } from './ConsoleRoom.tsx';
import { useDirect } from './use-direct.ts';

type Layout = 'panel' | 'page';

/** The controls of one meeting or pulse. */
export default function Console(props: { readonly meeting: string; readonly layout: Layout }) {
  const { t } = useTranslation('console');
  if (!isId('meeting', props.meeting)) return <Empty title={t('unknown.title')} detail={t('unknown.detail')} />;
  return <KnownConsole key={props.meeting} {...props} />;
}

function KnownConsole({ meeting, layout }: { readonly meeting: string; readonly layout: Layout }) {
  const { t } = useTranslation('console');
  useLive([meeting]);
  const view = useView('viewMeeting', { meeting });
  const anyShown = view.data?.rounds.some(({ shown }) => shown) ?? false;
  const results = useView('viewResults', { meeting }, { enabled: anyShown });
  const lookAgain = view.refetch;
  const refetch = useCallback(async () => (await lookAgain()).data ?? null, [lookAgain]);
  if (view.data === undefined) {
    if (view.error !== null) return <Failure error={view.error} view={view} />;
    return <Loading what={t('loading')} />;
  }
  const { me, status, facilitator } = view.data;
  if (status === 'open' && !me.abilities.direct) return <NotYours meeting={meeting} name={facilitator.name} />;
  return (
    <Controls view={view.data} results={anyShown ? (results.data ?? null) : null} layout={layout} refetch={refetch} />
  );
}

function Controls(props: {
  readonly view: MeetingView;
  readonly results: ResultsView | null;
  readonly layout: Layout;
  readonly refetch: () => Promise<MeetingView | null>;
}) {
  const { view, results, layout, refetch } = props;
  const { direct, running, refusal, dismiss } = useDirect(view, refetch);
  const [asked, setAsked] = useState<{ readonly part: Opened; readonly phase: string | null } | null>(null);
  // What was opened in one phase is not asked for in the next.
  const opened = asked !== null && asked.phase === view.phase ? asked.part : null;
  const console = useMemo(
    () => ({
      ...{ view, results, layout, direct, running, refusal, dismiss, opened, refetch },
      open: (part: Opened | null) => setAsked(part && { part, phase: view.phase }),
    }),
    [view, results, layout, direct, running, refusal, dismiss, opened, refetch],
  );
  return (
    <ConsoleContext value={console}>
      <ConsoleRoom />
    </ConsoleContext>
  );
}

function NotYours({ meeting, name }: { readonly meeting: string; readonly name: string }) {
  const { t } = useTranslation('console');
  const [, go] = useLocation();
  return (
    <Empty
      title={t('not-yours.title', { name })}
      detail={t('not-yours.detail')}
      action={
        <Button appearance="primary" onClick={() => go(`/meetings/${meeting}`)}>
          {t('open-mine')}
        </Button>
      }
    />
  );
}
