import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../app/screens.tsx';
import { findSignInPlace } from './find-sign-in-place.ts';
import { chosenPerson, choosePerson, localSignIn } from './local-people.ts';
import { microsoftSignIn } from './microsoft-sign-in.ts';
import { PersonaPicker } from './PersonaPicker.tsx';
import type { SignIn } from './sign-in.ts';

interface LocalWay {
  readonly signIn: SignIn;
  readonly leave: (() => void) | null;
}

/** The sign-in on a developer's machine: whom Local Office says one is, else whom one chooses here. */
export function LocalDoor({ children }: { readonly children: (way: LocalWay) => ReactNode }) {
  const [person, setPerson] = useState(chosenPerson);
  const [isKnown, setIsKnown] = useState<boolean | null>(person === null ? null : false);
  const { t } = useTranslation();
  useEffect(() => {
    if (isKnown !== null) return;
    void isKnownToOffice().then(setIsKnown);
  }, [isKnown]);

  const choose = (id: string | null) => {
    choosePerson(id);
    setPerson(id);
  };
  if (person !== null) return children({ signIn: localSignIn(person), leave: () => choose(null) });
  if (isKnown === true) return children({ signIn: microsoftSignIn, leave: null });
  return <main>{isKnown === null ? <Loading what={t('loading.pane')} /> : <PersonaPicker choose={choose} />}</main>;
}

/** Where people sign in to Entra ID, nobody is chosen: what Office refuses is shown as in production. */
async function isKnownToOffice(): Promise<boolean> {
  try {
    if ((await findSignInPlace()) !== null) return true;
    await microsoftSignIn();
    return true;
  } catch {
    return false;
  }
}
