import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minHeight: '32px',
  },
  title: { margin: 0 },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    minWidth: 0,
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
});

/** A part of a page under its own heading. */
export function Section(props: { readonly title: string; readonly action?: ReactNode; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <Text as="h2" id={id} size={400} weight="semibold" className={styles.title}>
          {props.title}
        </Text>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}

/** A quiet frame around things that belong together. */
export function Card({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return <div className={styles.card}>{children}</div>;
}

/** Cards one under the other, read out as a list. */
export function CardList<T>(props: {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T, index: number) => ReactNode;
}) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {props.items.map((item, index) => (
        <li key={props.keyOf(item)} className={styles.card}>
          {props.children(item, index)}
        </li>
      ))}
    </ul>
  );
}
