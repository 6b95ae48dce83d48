import { Button, makeStyles, mergeClasses, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

const useStyles = makeStyles({
  page: {
    maxWidth: '1120px',
    marginInline: 'auto',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXXL}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalM, gap: tokens.spacingVerticalL },
  },
  narrow: { maxWidth: '720px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalM },
  words: { flex: '1 1 180px', minWidth: 0, display: 'flex', flexDirection: 'column' },
  title: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: 'none', textWrap: 'balance' },
  lead: { color: tokens.colorNeutralForeground2 },
});

let shownBefore = false;

/** A page of the shell: the way back, its title, its one main action, and what it holds. */
export function Page(props: {
  readonly title: string;
  readonly lead?: string;
  readonly back?: { readonly to: string; readonly label: string };
  readonly action?: ReactNode;
  readonly width?: 'wide' | 'narrow';
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { t } = useTranslation('app');
  const [, go] = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { back } = props;

  useEffect(() => {
    // After a move inside the tab a reader begins at the new title; on the first page the host decides.
    if (shownBefore) heading.current?.focus();
    shownBefore = true;
  }, []);
  useEffect(() => {
    document.title = `${props.title} · ${t('name')}`;
  }, [props.title, t]);

  return (
    <main className={mergeClasses(styles.page, props.width === 'narrow' && styles.narrow)}>
      <header className={styles.head}>
        {back === undefined ? null : (
          <Button
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={`${t('back')}: ${back.label}`}
            title={back.label}
            onClick={() => go(back.to)}
          />
        )}
        <div className={styles.words}>
          <h1 className={styles.title} ref={heading} tabIndex={-1}>
            {props.title}
          </h1>
          {props.lead === undefined ? null : <Text className={styles.lead}>{props.lead}</Text>}
        </div>
        {props.action}
      </header>
      {props.children}
    </main>
  );
}
