import {
  AuthError,
  CacheLookupPolicy,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  PublicClientApplication,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import { readSignInFault } from '@plumbline/shared/client/sign-in-fault';
import type { SignInPlace } from '@plumbline/shared/client/sign-in-place';
import { SECOND, type Duration } from '@plumbline/shared/kernel/instant';
import { inTime } from '../app/browser.ts';
import { SignInRefused, type SignIn } from './sign-in.ts';

/** For how long Office may take to say that it is there, and to look for a token without asking anybody. */
const PATIENCE: Duration = 15 * SECOND;

/**
 * Opens nested app authentication: Office knows who is there, asks what there is to ask in a window of its own, and hands over the
 * token. `null` where Office does not answer to it after all.
 */
export async function openNestedSignIn(place: SignInPlace): Promise<SignIn | null> {
  const app = await inTime(openNested(place), PATIENCE);
  if (app === null) return null;
  // The pane keeps the token itself; what the library keeps would come back after the service has refused it.
  const request = { scopes: [place.scope], authority: place.authority, cacheLookupPolicy: CacheLookupPolicy.Skip };

  async function ask(nested: IPublicClientApplication): Promise<string> {
    try {
      const silent = await inTime(nested.acquireTokenSilent(request), PATIENCE);
      if (silent === null) throw new SignInRefused('failed');
      return silent.accessToken;
    } catch (cause) {
      if (!needsPerson(cause)) throw cause;
      return (await nested.acquireTokenPopup(request)).accessToken;
    }
  }

  return async () => {
    try {
      return await ask(app);
    } catch (cause) {
      throw cause instanceof SignInRefused ? cause : new SignInRefused(readSignInFault(cause));
    }
  };
}

/** The library's own fallback is a window of the browser, which Office does not let a pane open: it is not taken. */
async function openNested(place: SignInPlace): Promise<IPublicClientApplication | null> {
  const found = { isNested: false };
  const app = await createNestablePublicClientApplication(
    {
      auth: { clientId: place.clientId, authority: place.authority },
      cache: { cacheLocation: 'memoryStorage' },
      system: { loggerOptions: { loggerCallback: () => undefined, piiLoggingEnabled: false } },
    },
    undefined,
    (configuration, controller) => {
      found.isNested = true;
      return new PublicClientApplication(configuration, controller);
    },
  );
  return found.isNested ? app : null;
}

/** Whether somebody must choose an account, or answer something, before there is a token. */
function needsPerson(cause: unknown): boolean {
  if (cause instanceof InteractionRequiredAuthError) return true;
  return cause instanceof AuthError && cause.errorCode === 'no_account_found';
}
