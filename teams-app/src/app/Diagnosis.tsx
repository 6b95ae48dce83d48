import { Button, makeStyles, mergeClasses, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { checkService, type ServiceCheck } from '@plumbline/shared/client/check-service';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostState } from '../host/connect.ts';
import { hostSupports } from '../host/supports.ts';
import { browserWeb } from './browser.ts';
import { diagnose, healthOf, type Finding } from './diagnose.ts';
import { lastErrors, lastLiveState } from './last-error.ts';
import { Page } from './Page.tsx';
import { Card, Section } from './Section.tsx';

const useStyles = makeStyles({
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  row: { display: 'contents' },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  missing: typographyStyles.body1Strong,
});

/** Where the tab runs, what the host can do and what went wrong last; drawn even where the tab itself can't start. */
export default function Diagnosis({ host }: { readonly host: HostState }) {
  const styles = useStyles();
  const { t } = useTranslation('diagnosis');
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const [service, setService] = useState<ServiceCheck | null>(null);
  useEffect(() => {
    let isGone = false;
    void checkService(browserWeb(), '').then((check) => {
      if (!isGone) setService(check);
    });
    return () => {
      isGone = true;
    };
  }, []);
  const parts = diagnose({
    host,
    supports: hostSupports(),
    address: window.location.pathname,
    browser: navigator.userAgent,
    online: navigator.onLine,
    service,
    live: lastLiveState(),
    errors: lastErrors(),
  });
  const health = healthOf(parts, service);

  function words({ value }: Finding): string {
    if (typeof value === 'string') return value === '' ? '–' : value;
    return value ? t('yes') : t('no');
  }

  function copy(): void {
    const lines = parts.flatMap(({ findings }) => findings.map((finding) => `${t(finding.name)}: ${words(finding)}`));
    navigator.clipboard.writeText(lines.join('\n')).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  }

  return (
    <Page
      title={t('title')}
      lead={t('intro')}
      width="narrow"
      action={
        <Button appearance="primary" disabledFocusable={health === null} onClick={copy}>
          {copied === 'yes' ? t('copied') : t('copy')}
        </Button>
      }
    >
      <Text role="status">{copied === 'refused' ? t('copy-failed') : health === null ? '' : t(health)}</Text>
      {parts.map((part) => (
        <Section key={part.title} title={t(part.title)}>
          <Card>
            {part.findings.length === 0 ? <Text>{t('none')}</Text> : null}
            <dl className={styles.list}>
              {part.findings.map((finding, place) => (
                <div key={`${place} ${finding.name}`} className={styles.row}>
                  <dt className={styles.name}>{t(finding.name)}</dt>
                  <dd className={mergeClasses(styles.value, finding.value === false && styles.missing)}>
                    {words(finding)}
                  </dd>
                </div>
              ))}
            </dl>
          </Card>
        </Section>
      ))}
    </Page>
  );
}
