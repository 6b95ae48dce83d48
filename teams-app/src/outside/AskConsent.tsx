import { authentication } from '@microsoft/teams-js';
import { Button, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../app/screens.tsx';
import { DiagnosisLink } from '../host/HostGate.tsx';
import { findSignInPlace } from './find-sign-in-place.ts';
import { readConsentRefusal, type ConsentRefusal } from './consent-refusal.ts';

const WINDOW = { width: 520, height: 640 };

const useStyles = makeStyles({ note: { textAlign: 'start' } });

/**
 * The organisation has not allowed the tab to know who somebody is: has the directory ask the person, in a window that the
 * host opens, where the service says at which directory.
 */
export function AskConsent({ retry }: { readonly retry: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation(['outside', 'app']);
  const [canAsk, setCanAsk] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<ConsentRefusal | null>(null);
  useEffect(() => {
    findSignInPlace().then(
      (place) => setCanAsk(place !== null),
      () => undefined,
    );
  }, []);
  const ask = () => {
    setAsking(true);
    setRefusal(null);
    const url = new URL(import.meta.env.BASE_URL, window.location.origin).href;
    authentication.authenticate({ url, ...WINDOW }).then(retry, (cause: unknown) => {
      setAsking(false);
      setRefusal(readConsentRefusal(cause));
    });
  };
  return (
    <Empty
      level={1}
      title={t('outside:consent.title')}
      detail={canAsk ? t('outside:consent.detail') : t('outside:consent.ask-administrator')}
      action={
        canAsk ? (
          <Button appearance="primary" disabledFocusable={isAsking} onClick={ask}>
            {t('outside:consent.give')}
          </Button>
        ) : null
      }
    >
      {refusal === null ? null : (
        <MessageBar intent="warning" layout="multiline" className={styles.note}>
          <MessageBarBody>{t(`outside:consent.${refusal}`)}</MessageBarBody>
        </MessageBar>
      )}
      <Button appearance={canAsk ? 'secondary' : 'primary'} onClick={retry}>
        {t('app:retry')}
      </Button>
      <DiagnosisLink />
    </Empty>
  );
}
