import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
  inside: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
    paddingBlockEnd: tokens.spacingVerticalM,
  },
});

/** Something a click away; it is drawn when it is opened. */
export function Fold(props: { readonly summary: ReactNode; readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <details
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary className={styles.summary}>{props.summary}</summary>
      {open ? <div className={styles.inside}>{props.children}</div> : null}
    </details>
  );
}
