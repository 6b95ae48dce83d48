import { authentication } from '@microsoft/teams-js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, useState, type ReactNode } from 'react';
import { noteError } from '../app/last-error.ts';
import { createServices, ServicesContext } from '../app/services.ts';
import { after } from '../app/browser.ts';
import { useHost, type HostInfo } from './host-context.ts';
import { createTokenSource, type ScreenRefusal } from './token.ts';

const SignInRefused = lazy(() => import('./SignInRefused.tsx'));

/** Gives the screens their services. The first request asks the host for a token; a refusal takes the screen's place. */
export function SignIn({ children }: { readonly children: ReactNode }) {
  const host = useHost();
  const [refusal, setRefusal] = useState(refusalAtStart(host));
  return refusal === null ? (
    <SignedIn onRefusal={setRefusal}>{children}</SignedIn>
  ) : (
    <SignInRefused refusal={refusal} retry={() => setRefusal(null)} />
  );
}

/** What takes the screen's place from the start: a window of the sign-in's own is there for the permission alone. */
function refusalAtStart({ frame, person }: HostInfo): ScreenRefusal | null {
  if (frame === 'sign-in') return 'consent';
  return person === null ? 'external' : null;
}

function SignedIn(props: { readonly onRefusal: (refusal: ScreenRefusal) => void; readonly children: ReactNode }) {
  const host = useHost();
  const [{ cache, services }] = useState(() => {
    const tokens = createTokenSource({
      ask: () => host.session?.token() ?? authentication.getAuthToken(),
      now: Date.now,
      after,
      onRefusal: (refusal) => {
        noteError({ kind: `token.${refusal}`, id: null });
        // That is told above the screen, which keeps what somebody types.
        if (refusal !== 'expired') props.onRefusal(host.person === null ? 'external' : refusal);
      },
    });
    const made = new QueryClient({
      defaultOptions: {
        // The client tries again by itself, and being offline is an answer that screens show.
        queries: { retry: false, networkMode: 'always', staleTime: 5_000 },
      },
    });
    return { cache: made, services: createServices({ tokens, cache: made, host }) };
  });
  return (
    <QueryClientProvider client={cache}>
      <ServicesContext value={services}>{props.children}</ServicesContext>
    </QueryClientProvider>
  );
}
