import { createStandardPublicClientApplication, type AuthenticationResult } from '@azure/msal-browser';
import { MINUTE } from '@plumbline/shared/kernel/instant';
import { TokenRefused } from '../host/token.ts';
import { askedPage } from './asked-page.ts';
import type { SignInPlace } from './sign-in-place.ts';

/** Somebody who signed in in this window. */
export interface BrowserSession {
  /** The person's id in the directory. */
  readonly person: string;
  readonly name: string;
  /** The token for the service; once it has run out, rejects with `TokenRefused`, and the next time leads to the sign-in. */
  readonly token: () => Promise<string>;
  /** Signs out and leaves the page. */
  readonly leave: () => Promise<void>;
}

/** The way to be signed in by a redirect, without a window of its own. */
export interface BrowserSignIn {
  /** Who came back from the sign-in, whose page is then in the address; `null` for nobody. Rejects with why not. */
  readonly arrive: () => Promise<BrowserSession | null>;
  /** Goes to the sign-in, and comes back to the page that is open. */
  readonly go: () => Promise<void>;
}

/** Who signed in in this window: a window that is loaded again asks nothing, it goes and comes back. */
const HINT = 'plumbline.sign-in-hint';

/**
 * Opens the sign-in: a code with PKCE. The library keeps tokens in the window's storage or does not redirect at all; whoever has
 * arrived has the token in memory, and what the library kept is gone. After an hour it is one redirect more.
 */
export async function openSignIn(place: SignInPlace): Promise<BrowserSignIn> {
  const base = import.meta.env.BASE_URL;
  const redirectUri = `${window.location.origin}${base}`;
  const app = await createStandardPublicClientApplication({
    auth: {
      clientId: place.clientId,
      authority: place.authority,
      knownAuthorities: [new URL(place.authority).host],
      redirectUri,
      postLogoutRedirectUri: redirectUri,
    },
    cache: { cacheLocation: 'sessionStorage' },
    system: { loggerOptions: { loggerCallback: () => undefined, piiLoggingEnabled: false } },
  });

  async function go(): Promise<void> {
    const { pathname, search } = window.location;
    const loginHint = sessionStorage.getItem(HINT) ?? '';
    await app.loginRedirect({
      scopes: [place.scope],
      state: `${pathname}${search}`,
      ...(loginHint === '' ? { prompt: 'select_account' } : { loginHint }),
    });
  }

  function sessionOf({ account, accessToken, expiresOn }: AuthenticationResult): BrowserSession {
    const until = (expiresOn?.getTime() ?? 0) - MINUTE;
    let hasRefused = false;
    return {
      person: account.localAccountId,
      name: account.name ?? account.username,
      async token() {
        if (Date.now() < until) return accessToken;
        // Leaving at once could take a text that somebody is typing along; the screen asks first.
        if (hasRefused) await go();
        hasRefused = true;
        throw new TokenRefused('cancelled');
      },
      async leave() {
        sessionStorage.removeItem(HINT);
        await app.logoutRedirect({ account });
      },
    };
  }

  return {
    go,
    async arrive() {
      const result = await app.handleRedirectPromise({ navigateToLoginRequestUrl: false }).catch((cause: unknown) => {
        sessionStorage.removeItem(HINT);
        throw cause;
      });
      if (result === null) {
        if (sessionStorage.getItem(HINT) === null) return null;
        await go();
        return await new Promise<never>(() => undefined);
      }
      sessionStorage.setItem(HINT, result.account.username);
      window.history.replaceState(null, '', askedPage(result.state, base));
      await app.clearCache({ account: result.account });
      return sessionOf(result);
    },
  };
}
