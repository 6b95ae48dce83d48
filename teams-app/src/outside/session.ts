import { createStandardPublicClientApplication, type AuthenticationResult } from '@azure/msal-browser';
import type { SignInPlace } from '@plumbline/shared/client/sign-in-place';
import { MINUTE, SECOND } from '@plumbline/shared/kernel/instant';
import { TokenRefused } from '../host/token.ts';
import { askedPage } from './asked-page.ts';

/** Somebody who signed in in this window. */
export interface BrowserSession {
  /** The person's id in the directory. */
  readonly person: string;
  readonly name: string;
  /** What the directory knows the account by. */
  readonly account: string;
  /** The token for the service; rejects with `TokenRefused` once it has run out. */
  readonly token: () => Promise<string>;
  /** Whether it has run out, and who is to hear when it does; returns the function that ends that. */
  readonly hasExpired: () => boolean;
  readonly onExpiry: (listener: () => void) => () => void;
  /** Goes to the sign-in of the same person, and comes back to the page that is open; what is typed on it is gone then. */
  readonly renew: () => Promise<void>;
  /** Signs out and leaves the page. */
  readonly leave: () => Promise<void>;
}

/** The way to be signed in by a redirect, without a window of its own. */
export interface BrowserSignIn {
  /** Who came back from the sign-in, whose page is then in the address; `null` for nobody. Rejects with why not. */
  readonly arrive: () => Promise<BrowserSession | null>;
  /** Goes to the sign-in, of an account where it is known which, and comes back to the page that is open. */
  readonly go: (account?: string) => Promise<void>;
}

/**
 * Who signed in in this window: a window that is loaded again asks nothing, it goes and comes back. For one trip only:
 * whoever turns back on the way is not sent there again.
 */
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

  async function go(loginHint = ''): Promise<void> {
    const { pathname, search } = window.location;
    await app.loginRedirect({
      scopes: [place.scope],
      state: `${pathname}${search}`,
      ...(loginHint === '' ? { prompt: 'select_account' } : { loginHint }),
    });
  }

  function sessionOf({ account, accessToken, expiresOn }: AuthenticationResult): BrowserSession {
    const until = (expiresOn?.getTime() ?? 0) - MINUTE;
    const listeners = new Set<() => void>();
    const hasExpired = (): boolean => Date.now() >= until;
    const tell = (): void => {
      for (const listener of listeners) listener();
    };
    // A timer may be a little early.
    window.setTimeout(tell, until - Date.now() + SECOND);
    return {
      person: account.localAccountId,
      name: account.name ?? account.username,
      account: account.username,
      token() {
        if (!hasExpired()) return Promise.resolve(accessToken);
        // A machine that slept is late with its timers.
        tell();
        // Leaving could take a text that somebody is typing along: that is theirs to press.
        return Promise.reject(new TokenRefused('expired'));
      },
      hasExpired,
      onExpiry(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      renew: () => go(account.username),
      async leave() {
        sessionStorage.removeItem(HINT);
        await app.logoutRedirect({ account });
      },
    };
  }

  return {
    go,
    async arrive() {
      const result = await app.handleRedirectPromise({ navigateToLoginRequestUrl: false });
      if (result === null) {
        const hint = sessionStorage.getItem(HINT);
        if (hint === null) return null;
        sessionStorage.removeItem(HINT);
        await go(hint);
        return await new Promise<never>(() => undefined);
      }
      sessionStorage.setItem(HINT, result.account.username);
      window.history.replaceState(null, '', askedPage(result.state, base));
      await app.clearCache({ account: result.account });
      return sessionOf(result);
    },
  };
}
