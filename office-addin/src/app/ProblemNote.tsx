import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from './problem-words.ts';

const useStyles = makeStyles({
  bar: { alignItems: 'start', paddingBlock: tokens.spacingVerticalS },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  line: { display: 'block' },
  details: { marginBlockStart: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  list: { margin: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: tokens.spacingHorizontalM },
  value: { margin: 0, overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyMonospace },
});

/** What happened, what was kept, what to do; the code and the id are under "details". */
export function ProblemNote(props: {
  readonly words: Words;
  readonly code: string;
  readonly id?: string | null;
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
}) {
  const { words, code, id = null, action, onDismiss } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const dismiss =
    onDismiss === undefined ? undefined : (
      <Button appearance="transparent" icon={<DismissRegular />} aria-label={t('dismiss')} onClick={onDismiss} />
    );
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{words.title}</MessageBarTitle>
        <span className={styles.line}>{words.detail}</span>
        <details className={styles.details}>
          <summary className={styles.summary}>{t('details')}</summary>
          <dl className={styles.list}>
            <dt>{t('details.code')}</dt>
            <dd className={styles.value}>{code}</dd>
            {id === null ? null : (
              <>
                <dt>{t('details.id')}</dt>
                <dd className={styles.value}>{id}</dd>
              </>
            )}
          </dl>
        </details>
      </MessageBarBody>
      {action === undefined && dismiss === undefined ? null : (
        <MessageBarActions {...(dismiss === undefined ? {} : { containerAction: dismiss })}>{action}</MessageBarActions>
      )}
    </MessageBar>
  );
}
