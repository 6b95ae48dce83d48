import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { SignInFault } from '@plumbline/shared/client/sign-in-fault';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusRing } from '../app/focus-ring.ts';
import { Empty } from '../app/screens.tsx';
import { createPaneClient, ServicesContext } from '../app/services.ts';
import type { Host, HostInfo } from '../host/host.ts';
import { LocalDoor } from './LocalDoor.tsx';
import { microsoftSignIn } from './microsoft-sign-in.ts';
import type { SignIn } from './sign-in.ts';
import { createTokenSource } from './token.ts';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', minHeight: '24px', alignContent: 'center', color: tokens.colorNeutralForeground2 },
  help: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    marginBlockStart: tokens.spacingVerticalS,
  },
});

const Support = lazy(() => import('../features/settings/Support.tsx'));

interface GateProps {
  readonly host: Host;
  readonly info: HostInfo;
  readonly children: ReactNode;
}

/** Gives the screens their services. The first request signs in; a refusal takes the screen's place. */
export function SignInGate(props: GateProps) {
  if (!__LOCAL_HOST__) return <Door {...props} signIn={microsoftSignIn} leave={null} />;
  return <LocalDoor>{(way) => <Door {...props} {...way} />}</LocalDoor>;
}

interface Way {
  readonly signIn: SignIn;
  readonly leave: (() => void) | null;
}

function Door(props: GateProps & Way) {
  const [refusal, setRefusal] = useState<SignInFault | null>(null);
  return refusal === null ? (
    <SignedIn {...props} onRefusal={setRefusal} />
  ) : (
    <Refused refusal={refusal} info={props.info} retry={() => setRefusal(null)} />
  );
}

function SignedIn(props: GateProps & Way & { readonly onRefusal: (refusal: SignInFault) => void }) {
  const { host, info, leave, children } = props;
  const [{ cache, services }] = useState(() => {
    const tokens = createTokenSource({ signIn: props.signIn, now: Date.now, onRefusal: props.onRefusal });
    const made = new QueryClient({
      // The client tries again by itself, and being offline is an answer that screens show.
      defaultOptions: { queries: { retry: false, networkMode: 'always', staleTime: 5_000 } },
    });
    const client = createPaneClient(tokens, info);
    return { cache: made, services: { client, tokens, host, info, leave, lastProblem: { seen: null } } };
  });
  return (
    <QueryClientProvider client={cache}>
      <ServicesContext value={services}>{children}</ServicesContext>
    </QueryClientProvider>
  );
}

/** What pressing a button can change: Office may open its window then. */
const ASKS_AGAIN: ReadonlySet<SignInFault> = new Set(['cancelled', 'blocked', 'other-tenant']);

interface RefusedProps {
  readonly refusal: SignInFault;
  readonly info: HostInfo;
  readonly retry: () => void;
}

function Refused({ refusal, info, retry }: RefusedProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const ring = useFocusRing();
  const [needsHelp, setNeedsHelp] = useState(false);
  return (
    <main>
      <Empty
        level={1}
        title={t(`sign-in.${refusal}.title`)}
        detail={t(`sign-in.${refusal}.detail`)}
        action={
          <Button appearance="primary" onClick={retry}>
            {ASKS_AGAIN.has(refusal) ? t('sign-in.again') : t('retry')}
          </Button>
        }
      >
        <details onToggle={({ currentTarget }) => setNeedsHelp(currentTarget.open)}>
          <summary className={`${styles.summary} ${ring}`}>{t('support.title')}</summary>
          {needsHelp ? (
            <div className={styles.help}>
              <Suspense>
                <Support info={info} problem={{ kind: `sign-in.${refusal}`, instance: null }} />
              </Suspense>
            </div>
          ) : null}
        </details>
      </Empty>
    </main>
  );
}
