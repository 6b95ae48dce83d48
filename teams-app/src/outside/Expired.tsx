import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { BrowserSession } from './session.ts';
import { refusalOf, type OutsideRefusal } from './sign-in-refusal.ts';

const useStyles = makeStyles({
  // Seen from everywhere on a page, and above what is on it.
  bar: {
    position: 'sticky',
    insetBlockStart: 0,
    zIndex: 10,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalS,
    borderRadius: 0,
  },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  line: { display: 'block' },
});

/** Says above the page that the sign-in has run out. The page stays as it is, with what was typed, until somebody presses. */
export function Expired({ session }: { readonly session: BrowserSession }) {
  const styles = useStyles();
  const { t } = useTranslation('outside');
  const isExpired = useSyncExternalStore(session.onExpiry, session.hasExpired);
  const [refusal, setRefusal] = useState<OutsideRefusal | null>(null);
  if (!isExpired) return null;
  const renew = () => {
    setRefusal(null);
    session.renew().catch((cause: unknown) => setRefusal(refusalOf(cause)));
  };
  const why = refusal === null ? 'expired' : refusal === 'unreachable' ? 'unreachable' : 'failed';
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{t('expired.title')}</MessageBarTitle>
        <span className={styles.line}>{t(`${why}.detail`)}</span>
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" onClick={renew}>
          {t('expired.again')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
