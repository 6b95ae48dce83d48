import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../app/api.ts';
import { Page } from '../../app/Page.tsx';
import { useServices } from '../../app/services.ts';
import { UNDO_CHANGES, UNDO_DAYS, type UndoStore } from '../../undo/undo-store.ts';
import { useUndoStore } from '../../undo/use-undo-store.ts';
import { Abilities } from './Abilities.tsx';
import Support from './Support.tsx';

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { margin: 0 },
});

/** Who one is here, what this device keeps, what a refresh leaves alone, what this Office can do, and what support asks for. */
export default function Settings({ back }: { readonly back: () => void }) {
  const { t } = useTranslation();
  const { info, lastProblem } = useServices();
  return (
    <Page title={t('settings.title')} back={{ label: t('gallery.back'), go: back }}>
      <Account />
      <Undoing />
      <Section title={t('settings.keeps')}>
        <Text size={200}>{t('settings.keeps.own')}</Text>
        <Text size={200}>{t('settings.keeps.typed')}</Text>
      </Section>
      <Section title={t('settings.abilities')}>
        <Abilities abilities={info.abilities} />
      </Section>
      <Section title={t('support.title')}>
        <Support info={info} problem={lastProblem.seen} />
      </Section>
    </Page>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <Text as="h2" size={300} weight="semibold" className={styles.title}>
        {title}
      </Text>
      {children}
    </section>
  );
}

function Account() {
  const { t } = useTranslation();
  const { leave } = useServices();
  const { data } = useView('viewHome', {});
  const store = useUndoStore();
  const signOut = async (leaving: () => void) => {
    await store.clear();
    leaving();
  };
  return (
    <Section title={data?.person.name ?? t('settings.account')}>
      <Text size={200}>{t('settings.account.detail')}</Text>
      {leave === null ? null : (
        <Button size="small" onClick={() => void signOut(leave)}>
          {t('persona.other')}
        </Button>
      )}
    </Section>
  );
}

function Undoing() {
  const { t } = useTranslation();
  const { data } = useView('viewHome', {});
  const store = useUndoStore();
  return (
    <Section title={t('settings.undo')}>
      <Text size={200}>{t('settings.undo.detail', { count: UNDO_DAYS, most: UNDO_CHANGES })}</Text>
      {data === undefined ? null : <Kept store={store} />}
    </Section>
  );
}

function Kept({ store }: { readonly store: UndoStore }) {
  const { t } = useTranslation();
  const [count, forget] = useKept(store);
  return (
    <>
      {count === null ? null : (
        <Text size={200} role="status">
          {t('settings.undo.kept', { count })}
        </Text>
      )}
      {count === null || count === 0 ? null : (
        <Button size="small" onClick={() => void forget()}>
          {t('settings.undo.forget')}
        </Button>
      )}
    </>
  );
}

/** How much can be undone, `null` before it is known, and what forgets it. */
function useKept(store: UndoStore): readonly [count: number | null, forget: () => Promise<void>] {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let isGone = false;
    void store.list().then(({ length }) => {
      if (!isGone) setCount(length);
    });
    return () => {
      isGone = true;
    };
  }, [store]);
  const forget = async () => {
    await store.clear();
    setCount((await store.list()).length);
  };
  return [count, forget];
}
