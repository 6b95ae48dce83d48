import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { partOf } from '../../../app/part.tsx';
import { useSummary } from './summary-context.ts';

const READY = partOf(async () => (await import('./FileReady.tsx')).FileReady);

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalM },
});

/** What the reader is shown, to be taken along: what is in the file stands above the button that makes it. */
export function ResultsFile() {
  const { results } = useSummary();
  const styles = useStyles();
  const { t } = useTranslation('summary');
  const [code, setCode] = useState<'none' | 'coming' | 'here' | 'failed'>('none');
  const [times, setTimes] = useState(0);
  const making = <Spinner size="tiny" label={t('file.making')} />;

  function make() {
    setCode('coming');
    READY.fetch().then(
      () => {
        setTimes((before) => before + 1);
        setCode('here');
      },
      () => setCode('failed'),
    );
  }

  return (
    <div className={styles.lines}>
      <Text>{t(results.named.length > 0 ? 'file.named' : `file.${results.depth}`)}</Text>
      <Button icon={<ArrowDownloadRegular />} disabledFocusable={code === 'coming'} onClick={make}>
        {t('file.download')}
      </Button>
      <div role="status">
        {code === 'coming' ? making : null}
        {code === 'failed' ? <Text>{t('file.failed')}</Text> : null}
        {code === 'here' ? (
          <Suspense fallback={making}>
            <READY.Show key={times} />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}
