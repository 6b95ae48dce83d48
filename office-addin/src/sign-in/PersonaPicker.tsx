import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/Page.tsx';
import { RowButton, Rows } from '../app/rows.tsx';
import { Loading } from '../app/screens.tsx';
import { localPeople, type LocalPerson } from './local-people.ts';

/** Everybody one can be on this machine. */
export function PersonaPicker({ choose }: { readonly choose: (id: string) => void }) {
  const { t } = useTranslation();
  const [people, setPeople] = useState<readonly LocalPerson[] | null>(null);
  useEffect(() => {
    void localPeople().then(setPeople);
  }, []);
  return (
    <Page title={t('persona.title')} line={t('persona.detail')}>
      {people === null ? (
        <Loading what={t('loading.pane')} />
      ) : (
        <Rows items={people} keyOf={({ id }) => id}>
          {({ id, name, title }) => <RowButton title={name} line={title} onClick={() => choose(id)} />}
        </Rows>
      )}
    </Page>
  );
}
