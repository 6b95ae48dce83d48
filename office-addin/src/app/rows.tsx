import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useFocusRing } from './focus-ring.ts';
import { plainList } from './plain-list.ts';

const useStyles = makeStyles({
  list: {
    ...plainList,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  item: {
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '52px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  line: { color: 'inherit', opacity: 0.85 },
  icon: { flexShrink: 0 },
});

/** Things one under the other, read out as a list. */
export function Rows<T>(props: {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
}) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {props.items.map((item) => (
        <li key={props.keyOf(item)} className={styles.item}>
          {props.children(item)}
        </li>
      ))}
    </ul>
  );
}

/** One of them, which leads on. */
export function RowButton(props: { readonly title: string; readonly line: string; readonly onClick: () => void }) {
  const styles = useStyles();
  const ring = useFocusRing();
  return (
    <button type="button" className={mergeClasses(styles.row, ring)} onClick={props.onClick}>
      <span className={styles.words}>
        <Text weight="semibold">{props.title}</Text>
        <Text size={200} className={styles.line}>
          {props.line}
        </Text>
      </span>
      <ChevronRightRegular className={styles.icon} aria-hidden />
    </button>
  );
}
