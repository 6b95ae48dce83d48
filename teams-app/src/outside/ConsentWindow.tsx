import { authentication } from '@microsoft/teams-js';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../app/screens.tsx';
import { useHost } from '../host/host-context.ts';
import { findSignInPlace, openSignInAt } from './find-sign-in-place.ts';
import { refusalOf } from './sign-in-refusal.ts';

/** The window in which the directory asks somebody for what the tab needs: there, back, and shut with what came of it. */
export function ConsentWindow() {
  const { t } = useTranslation('app');
  const { account } = useHost();
  useEffect(() => {
    askDirectory(account).catch((cause: unknown) => {
      authentication.notifyFailure(refusalOf(cause));
    });
  }, [account]);
  return <Loading what={t('loading.sign-in')} />;
}

async function askDirectory(account: string): Promise<void> {
  const place = await findSignInPlace();
  if (place === null) throw new Error('the service says no place to sign in');
  const signIn = await openSignInAt(place);
  const session = await signIn.arrive();
  // The token that came of it is the window's own: the tab asks its host again.
  if (session === null) await signIn.go(account);
  else authentication.notifySuccess();
}
