import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons';
import { useCallback, type ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXL}`,
  },
  // The icon, not the button's padding, stands in line with the title below.
  back: { alignSelf: 'start', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  title: { margin: 0, outlineStyle: 'none' },
  line: { color: tokens.colorNeutralForeground2 },
});

/** A screen of the pane: the way back, its title, and what is on it. */
export function Page(props: {
  readonly title: string;
  readonly line?: string;
  readonly back?: { readonly label: string; readonly go: () => void };
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  // Whoever reads with the keyboard or by ear starts at the top of a new screen.
  const focus = useCallback((title: HTMLElement | null) => title?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.page}>
      {props.back === undefined ? null : (
        <Button
          appearance="transparent"
          size="small"
          icon={<ChevronLeftRegular />}
          className={styles.back}
          onClick={props.back.go}
        >
          {props.back.label}
        </Button>
      )}
      <header className={styles.head}>
        <Text as="h1" size={500} weight="semibold" className={styles.title} tabIndex={-1} ref={focus}>
          {props.title}
        </Text>
        {props.line === undefined ? null : <Text className={styles.line}>{props.line}</Text>}
      </header>
      {props.children}
    </div>
  );
}
