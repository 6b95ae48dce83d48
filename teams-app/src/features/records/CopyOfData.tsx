import { Button, Link, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../app/api.ts';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { Card } from '../../app/Section.tsx';
import { copyFile, NOT_INCLUDED } from './copy-file.ts';

const FILE = 'plumbline-my-data.json';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalM },
  title: { margin: 0 },
  list: { margin: 0, paddingInlineStart: '20px' },
});

/** Everything that is somebody's, as a file; made when it is asked for. */
export function CopyOfData() {
  const styles = useStyles();
  const { t } = useTranslation('home');
  const view = useView('exportMine', {}, { enabled: false });
  const [address, setAddress] = useState('');

  // The copy lies in the browser's memory only as long as it can be saved.
  useEffect(() => () => URL.revokeObjectURL(address), [address]);

  async function make(): Promise<void> {
    const { data, isError } = await view.refetch();
    if (data === undefined || isError) return;
    const leftOut = NOT_INCLUDED.map((reason) => t(`data.copy.not.${reason}`));
    const text = copyFile({ about: t('data.copy.about'), leftOut, data });
    setAddress(URL.createObjectURL(new Blob([text], { type: 'application/json' })));
  }

  return (
    <Card>
      <div className={styles.lines}>
        <Text>{t('data.copy.what')}</Text>
        <Text as="h3" weight="semibold" className={styles.title}>
          {t('data.copy.not')}
        </Text>
        <ul className={styles.list}>
          {NOT_INCLUDED.map((reason) => (
            <li key={reason}>{t(`data.copy.not.${reason}`)}</li>
          ))}
        </ul>
        <Button appearance="primary" disabledFocusable={view.isFetching} onClick={() => void make()}>
          {t('data.copy.go')}
        </Button>
        <div role="status">
          {view.isFetching ? <Spinner size="tiny" /> : null}
          {address === '' ? null : (
            <Text>
              {t('data.copy.ready')}{' '}
              <Link href={address} download={FILE}>
                {t('data.copy.save', { file: FILE })}
              </Link>
            </Text>
          )}
        </div>
        {view.error !== null ? <ProblemNote error={view.error} /> : null}
      </div>
    </Card>
  );
}
