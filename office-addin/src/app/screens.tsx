import { Button, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientError } from './api.ts';
import { problemWords } from './problem-words.ts';
import { ProblemNote } from './ProblemNote.tsx';

const useStyles = makeStyles({
  room: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalL,
    minHeight: '200px',
    padding: tokens.spacingHorizontalL,
    textAlign: 'center',
    boxSizing: 'border-box',
  },
  alone: { minHeight: '70vh' },
  words: { maxWidth: '40ch', color: tokens.colorNeutralForeground2 },
  title: { margin: 0, maxWidth: '28ch' },
  failure: { padding: tokens.spacingHorizontalM },
});

/** Something is on its way. `what` completes "Loading ...". */
export function Loading({ what }: { readonly what: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const label = t('loading', { what });
  return (
    <div className={styles.room}>
      {/* Its words are seen after a moment, and heard at once. */}
      <Spinner size="medium" label={label} aria-label={label} labelPosition="below" delay={300} />
    </div>
  );
}

/** There is nothing here: why, and what to do about it. */
export function Empty(props: {
  readonly title: string;
  readonly detail?: string;
  /** 1 where this is all there is in the pane; 2 unless told. */
  readonly level?: 1 | 2;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.room, props.level === 1 && styles.alone)}>
      <Text as={props.level === 1 ? 'h1' : 'h2'} align="center" size={400} weight="semibold" className={styles.title}>
        {props.title}
      </Text>
      {props.detail === undefined ? null : (
        <Text align="center" className={styles.words}>
          {props.detail}
        </Text>
      )}
      {props.action}
      {props.children}
    </section>
  );
}

/** What a screen needs is not there yet: on its way, or failed with the way to try again. */
export function Pending(props: {
  readonly view: { readonly error: ClientError | null; readonly refetch: () => unknown };
  readonly what: string;
}) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { error, refetch } = props.view;
  if (error === null) return <Loading what={props.what} />;
  return (
    <div className={styles.failure}>
      <ProblemNote
        words={problemWords(error, t)}
        code={error.kind}
        id={error.instance}
        action={<Button onClick={() => void refetch()}>{t('retry')}</Button>}
      />
    </div>
  );
}
