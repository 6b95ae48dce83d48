import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { checkService, type ServiceCheck } from '@plumbline/shared/client/check-service';
import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { browserWeb } from '../../app/browser.ts';
import type { LastProblem } from '../../app/last-problem.ts';
import type { HostInfo } from '../../host/host.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'start',
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyMonospace },
});

/**
 * What whoever helps asks for: versions, how the service is, and the last failure by its id. Nothing of the document is in
 * it, and nobody has to be signed in.
 */
export default function Support({ info, problem }: { readonly info: HostInfo; readonly problem: LastProblem | null }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const service = useServiceCheck();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const lines: readonly (readonly [name: string, value: string])[] = [
    [t('support.version'), __VERSION__],
    [t('support.office'), `${info.program} ${info.office}`],
    [t('support.browser'), navigator.userAgent],
    [t('support.language'), info.locale],
    [t('support.service'), stateOf(service, t)],
    [t('support.clock'), clockOf(service, t)],
    [
      t('support.problem'),
      problem === null ? t('support.problem.none') : `${problem.kind} ${problem.instance ?? ''}`.trim(),
    ],
  ];
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(lines.map(([name, value]) => `${name}: ${value}`).join('\n'));
      setCopied('yes');
    } catch {
      // Office on the web may keep the clipboard from panes.
      setCopied('no');
    }
  };
  return (
    <>
      <dl className={styles.list}>
        {lines.map(([name, value]) => (
          <Line key={name} name={name} value={value} />
        ))}
      </dl>
      <Button size="small" disabledFocusable={service === null} onClick={() => void copy()}>
        {t('support.copy')}
      </Button>
      {copied === null ? null : (
        <Text size={200} role="status">
          {t(copied === 'yes' ? 'support.copied' : 'support.not-copied')}
        </Text>
      )}
    </>
  );
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}

/** How the service is; `null` while it is being asked. */
function useServiceCheck(): ServiceCheck | null {
  const [check, setCheck] = useState<ServiceCheck | null>(null);
  useEffect(() => {
    let isGone = false;
    void checkService(browserWeb(), '').then((found) => {
      if (!isGone) setCheck(found);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return check;
}

function stateOf(service: ServiceCheck | null, t: TFunction): string {
  if (service === null) return t('support.service.asked');
  if (!service.reachable) return t('support.service.silent');
  return service.ready ? t('support.service.fine', { took: service.took }) : t('support.service.unready');
}

/** Dates of replies are whole seconds, and an answer takes its time. */
const NEARLY = 3;

function clockOf(service: ServiceCheck | null, t: TFunction): string {
  const ahead = service?.ahead ?? null;
  if (ahead === null) return t('support.clock.unknown');
  if (Math.abs(ahead) <= NEARLY) return t('support.clock.right');
  return ahead > 0 ? t('support.clock.ahead', { count: ahead }) : t('support.clock.behind', { count: -ahead });
}
