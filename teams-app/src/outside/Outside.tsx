import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loading } from '../app/screens.tsx';
import { HostContext, type HostInfo } from '../host/host-context.ts';
import { Expired } from './Expired.tsx';
import { findSignInPlace, openSignInAt } from './find-sign-in-place.ts';
import { OpenInTeams } from './OpenInTeams.tsx';
import { refusalOf, type OutsideRefusal } from './sign-in-refusal.ts';
import type { BrowserSession, BrowserSignIn } from './session.ts';

type State =
  | { readonly status: 'looking' | 'nowhere' }
  | { readonly status: 'stranger'; readonly signIn: BrowserSignIn; readonly refusal: OutsideRefusal | null }
  | { readonly status: 'unreachable' }
  | { readonly status: 'known'; readonly session: BrowserSession };

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'end',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** The tab in a browser, with no Teams around it: whoever signs in sees the page that the link leads to. */
export default function Outside({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('outside');
  const [state, setState] = useState<State>({ status: 'looking' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isGone = false;
    void lookForSession().then((found) => {
      if (!isGone) setState(found);
    });
    return () => {
      isGone = true;
    };
  }, [attempt]);

  switch (state.status) {
    case 'looking':
      return (
        <main>
          <Loading what={t('loading')} />
        </main>
      );
    case 'nowhere':
      return <OpenInTeams />;
    case 'unreachable':
      return (
        <main>
          <Empty
            level={1}
            title={t('unreachable.title')}
            detail={t('unreachable.detail')}
            action={<Again onClick={() => setAttempt(attempt + 1)} />}
          />
        </main>
      );
    case 'stranger':
      return <Stranger {...state} />;
    case 'known':
      return <Known session={state.session}>{children}</Known>;
  }
}

async function lookForSession(): Promise<State> {
  let signIn: BrowserSignIn;
  try {
    const place = await findSignInPlace();
    if (place === null) return { status: 'nowhere' };
    signIn = await openSignInAt(place);
  } catch {
    return { status: 'unreachable' };
  }
  try {
    const session = await signIn.arrive();
    return session === null ? { status: 'stranger', signIn, refusal: null } : { status: 'known', session };
  } catch (cause) {
    return { status: 'stranger', signIn, refusal: refusalOf(cause) };
  }
}

function Again({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Button appearance="primary" onClick={onClick}>
      {t('retry')}
    </Button>
  );
}

function Stranger(props: { readonly signIn: BrowserSignIn; readonly refusal: OutsideRefusal | null }) {
  const { t } = useTranslation(['outside', 'app']);
  const [refusal, setRefusal] = useState(props.refusal);
  const go = () => {
    props.signIn.go().catch((cause: unknown) => setRefusal(refusalOf(cause)));
  };
  const [title, detail] = wordsOf(refusal, t);
  return (
    <main>
      <Empty
        level={1}
        title={title}
        detail={detail}
        action={
          <Button appearance="primary" onClick={go}>
            {t('outside:sign-in')}
          </Button>
        }
      >
        <Button appearance="transparent" as="a" href="https://teams.microsoft.com/" rel="noreferrer">
          {t('outside:open-teams')}
        </Button>
      </Empty>
    </main>
  );
}

function wordsOf(
  refusal: OutsideRefusal | null,
  t: TFunction<['outside', 'app']>,
): readonly [title: string, detail: string] {
  switch (refusal) {
    case null:
      return [t('outside:title'), t('outside:detail')];
    case 'consent':
      return [t('outside:consent.title'), t('outside:consent.ask-administrator')];
    case 'cancelled':
      return [t('outside:token.cancelled.title'), t('outside:token.cancelled.detail')];
    case 'unreachable':
    case 'failed':
      return [t(`outside:${refusal}.title`), t(`outside:${refusal}.detail`)];
  }
}

function Known({ session, children }: { readonly session: BrowserSession; readonly children: ReactNode }) {
  const styles = useStyles();
  const { t } = useTranslation('outside');
  const [info] = useState(() => infoOf(session));
  return (
    <HostContext value={info}>
      <div className={styles.bar}>
        <Text size={200}>{t('who', { name: session.name })}</Text>
        <Button size="small" appearance="subtle" onClick={() => void session.leave()}>
          {t('leave')}
        </Button>
      </div>
      <Expired session={session} />
      {children}
    </HostContext>
  );
}

/** What a host would say; a browser has no pages of its own, no meeting and no stage. */
function infoOf(session: BrowserSession): HostInfo {
  return {
    frame: 'content',
    host: 'browser',
    client: 'web',
    appId: null,
    page: '',
    subPage: '',
    inMeeting: false,
    meetingChat: null,
    theme: window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default',
    locale: navigator.language,
    person: session.person,
    name: session.name,
    account: session.account,
    session,
  };
}
