import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';

const useStyles = makeStyles({
  list: { margin: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: tokens.spacingHorizontalM },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyMonospace },
});

/** What whoever helps asks for: versions, and the last failure by its id. Nothing of the document is in it. */
export function Support() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { host, info, lastProblem } = useServices();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const { seen } = lastProblem;
  const lines: readonly (readonly [name: string, value: string])[] = [
    [t('support.version'), __VERSION__],
    [t('support.office'), `${host.program} ${info.office}`],
    [t('support.language'), info.locale],
    [t('support.problem'), seen === null ? t('support.problem.none') : `${seen.kind} ${seen.instance ?? ''}`.trim()],
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
      <Button size="small" onClick={() => void copy()}>
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
