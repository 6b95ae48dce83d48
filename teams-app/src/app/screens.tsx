import { Button, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
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
  alone: { minHeight: '60vh' },
  words: { maxWidth: '44ch', color: tokens.colorNeutralForeground2 },
  title: { margin: 0, maxWidth: '32ch' },
  // Padding, because a margin at the top would move the page's own surface down.
  failed: { margin: 0, paddingTop: tokens.spacingVerticalXXXL },
  failure: { maxWidth: '640px', marginInline: 'auto', padding: tokens.spacingHorizontalL },
});

/** Something is on its way. `what` completes "Loading ...". */
export function Loading({ what }: { readonly what: string }) {
  const styles = useStyles();
  const { t } = useTranslation('app');
  const label = t('loading', { what });
  return (
    <div className={styles.room}>
      {/* Its words are seen after a moment, and heard at once. */}
      <Spinner size="medium" label={label} aria-label={label} labelPosition="below" delay={300} />
    </div>
  );
}

/** There is nothing here yet: why, and what to do about it. */
export function Empty(props: {
  readonly title: string;
  readonly detail?: string;
  /** 1 where this is all there is on the page; 2 unless told. */
  readonly level?: 1 | 2;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.room, props.level === 1 && styles.alone)}>
      <Text as={props.level === 1 ? 'h1' : 'h2'} align="center" size={500} weight="semibold" className={styles.title}>
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

/** A part of a screen could not be loaded. */
export function Failure(props: {
  readonly error: ClientError;
  readonly view: { readonly isFetching: boolean; readonly refetch: () => unknown };
}) {
  const styles = useStyles();
  const { t } = useTranslation('app');
  const { isFetching, refetch } = props.view;
  return (
    <div className={styles.failure}>
      <ProblemNote
        error={props.error}
        action={
          <Button disabledFocusable={isFetching} onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        }
      />
    </div>
  );
}

interface AwaitedView {
  readonly view: {
    readonly error: ClientError | null;
    readonly isFetching: boolean;
    readonly refetch: () => unknown;
  };
  readonly what: string;
}

/** A page whose view is not there yet: on its way, or failed with the way to try again. */
export function Pending(props: AwaitedView) {
  const styles = useStyles();
  const { t } = useTranslation('app');
  const { error } = props.view;
  return (
    <main>
      {error === null ? (
        <Loading what={props.what} />
      ) : (
        <>
          <Text as="h1" block align="center" size={500} weight="semibold" className={styles.failed}>
            {t('failure.title')}
          </Text>
          <Failure error={error} view={props.view} />
        </>
      )}
    </main>
  );
}

/** The same for a part of a page that is there, which is a landmark and has a title already. */
export function PendingPart({ view, what }: AwaitedView) {
  return view.error === null ? <Loading what={what} /> : <Failure error={view.error} view={view} />;
}
