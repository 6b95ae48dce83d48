import { Button, Field, makeStyles, Radio, RadioGroup, Spinner, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { partOf } from '../../../app/part.tsx';
import { FILE_FORMATS, type FileFormat } from '@plumbline/shared/ooxml/file-format';
import { useSummary } from './summary-context.ts';

const READY = partOf(async () => (await import('./FileReady.tsx')).FileReady);

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What the reader is shown, to be taken along: what is in the file stands above the button that makes it. */
export function ResultsFile() {
  const { results } = useSummary();
  const styles = useStyles();
  const { t } = useTranslation('summary');
  const [code, setCode] = useState<'none' | 'coming' | 'here' | 'failed'>('none');
  const [times, setTimes] = useState(0);
  const [format, setFormat] = useState<FileFormat>(FILE_FORMATS[0]);
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
      <Field label={t('file.as')}>
        <RadioGroup
          value={format}
          onChange={(_, { value }) => {
            setFormat(FILE_FORMATS.find((one) => one === value) ?? FILE_FORMATS[0]);
            setCode('none');
          }}
        >
          {FILE_FORMATS.map((one) => (
            <Radio
              key={one}
              value={one}
              label={
                <>
                  {t(`file.as.${one}`)}
                  <br />
                  <Text size={200} className={styles.quiet}>
                    {t(`file.as.${one}.what`)}
                  </Text>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <Button icon={<ArrowDownloadRegular />} disabledFocusable={code === 'coming'} onClick={make}>
        {t('file.download')}
      </Button>
      <div role="status">
        {code === 'coming' ? making : null}
        {code === 'failed' ? <Text>{t('file.failed')}</Text> : null}
        {code === 'here' ? (
          <Suspense fallback={making}>
            <READY.Show key={times} format={format} />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}
