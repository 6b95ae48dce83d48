import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientError } from './api.ts';
import { ProblemNote } from './ProblemNote.tsx';

const useStyles = makeStyles({
  room: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalL,
    minHeight: '240px',
    padding: tokens.spacingHorizontalXL,
    textAlign: 'center',
    boxSizing: 'border-box',
  },
  words: { maxWidth: '44ch', color: tokens.colorNeutralForeground2 },
  title: { margin: 0, maxWidth: '32ch' },
  failure: { maxWidth: '640px', marginInline: 'auto', padding: tokens.spacingHorizontalL },
});

/** Something is on its way. `what` completes "Loading ...". */
export function Loading({ what }: { readonly what: string }) {
  const styles = useStyles();
  const { t } = useTranslation('app');
  return (
    <div className={styles.room}>
      <Spinner size="medium" label={t('loading', { what })} labelPosition="below" delay={300} />
    </div>
  );
}

/** There is nothing here yet: why, and what to do about it. */
export function Empty(props: {
  readonly title: string;
  readonly detail?: string;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <section className={styles.room}>
      <Text as="h2" size={500} weight="semibold" className={styles.title}>
        {props.title}
      </Text>
      {props.detail === undefined ? null : <Text className={styles.words}>{props.detail}</Text>}
      {props.action}
      {props.children}
    </section>
  );
}

/** A screen could not be loaded. */
export function Failure({ error, retry }: { readonly error: ClientError; readonly retry?: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('app');
  return (
    <div className={styles.failure}>
      <ProblemNote
        error={error}
        {...(retry === undefined ? {} : { action: <Button onClick={retry}>{t('retry')}</Button> })}
      />
    </div>
  );
}
