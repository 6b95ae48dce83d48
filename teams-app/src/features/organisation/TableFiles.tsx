import { Button, Link, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TABLE_FORMATS, tableFile, type Table, type TableFormat } from './table-file.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Nothing has been asked for, it is being made, or it can be saved. */
type Making =
  | { readonly status: 'none' | 'making' }
  | { readonly status: 'ready'; readonly address: string; readonly file: string };

/** A table as files, made when one is asked for; `table` is `null` where it can't be had, which is said elsewhere. */
export function TableFiles(props: {
  readonly name: string;
  readonly table: (format: TableFormat) => Promise<Table | null>;
}) {
  const styles = useStyles();
  const { t } = useTranslation('organisation');
  const [making, setMaking] = useState<Making>({ status: 'none' });
  const address = making.status === 'ready' ? making.address : '';

  // The file lies in the browser's memory only as long as it can be saved.
  useEffect(() => () => URL.revokeObjectURL(address), [address]);

  async function make(format: TableFormat): Promise<void> {
    setMaking({ status: 'making' });
    const table = await props.table(format);
    if (table === null) {
      setMaking({ status: 'none' });
      return;
    }
    const content = await tableFile(format, table);
    setMaking({ status: 'ready', address: URL.createObjectURL(content), file: fileIn(format) });
  }

  function fileIn(format: TableFormat): string {
    return `plumbline-${props.name}.${format}`;
  }

  return (
    <div>
      <div className={styles.buttons}>
        {TABLE_FORMATS.map((format) => (
          <Button
            key={format}
            disabledFocusable={making.status === 'making'}
            onClick={() => void make(format)}
            aria-label={`${t(`file.make.${format}`)}: ${fileIn(format)}`}
          >
            {t(`file.make.${format}`)}
          </Button>
        ))}
      </div>
      <Text size={200} className={styles.quiet}>
        {t('file.what')}
      </Text>
      <div role="status">
        {making.status === 'making' ? <Spinner size="tiny" label={t('file.making')} /> : null}
        {making.status === 'ready' ? (
          <Text>
            {t('file.ready')}{' '}
            <Link href={making.address} download={making.file}>
              {t('save', { file: making.file })}
            </Link>
          </Text>
        ) : null}
      </div>
    </div>
  );
}
