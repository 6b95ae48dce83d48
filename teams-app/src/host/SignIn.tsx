import { authentication } from '@microsoft/teams-js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { noteError } from '../app/last-error.ts';
import { createServices, ServicesContext } from '../app/services.ts';
import { after } from '../app/browser.ts';
import { useHost } from './host-context.ts';
import { SignInRefused } from './SignInRefused.tsx';
import { createTokenSource, type ScreenRefusal } from './token.ts';

/** Gives the screens their services. The first request asks the host for a token; a refusal takes the screen's place. */
export function SignIn({ children }: { readonly children: ReactNode }) {
  const host = useHost();
  const [refusal, setRefusal] = useState<ScreenRefusal | null>(host.person === null ? 'external' : null);
  return refusal === null ? (
    <SignedIn onRefusal={setRefusal}>{children}</SignedIn>
  ) : (
    <SignInRefused refusal={refusal} retry={() => setRefusal(null)} />
  );
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
