import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../app/screens.tsx';
import { chosenPerson, choosePerson, localSignIn } from './local-people.ts';
import { officeSignIn } from './office-sign-in.ts';
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
    officeSignIn().then(
      () => setIsKnown(true),
      () => setIsKnown(false),
    );
  }, [isKnown]);

  const choose = (id: string | null) => {
    choosePerson(id);
    setPerson(id);
  };
  if (person !== null) return children({ signIn: localSignIn(person), leave: () => choose(null) });
  if (isKnown === true) return children({ signIn: officeSignIn, leave: null });
  return <main>{isKnown === null ? <Loading what={t('loading.pane')} /> : <PersonaPicker choose={choose} />}</main>;
}
