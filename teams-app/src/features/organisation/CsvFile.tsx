import { Button, Link, Spinner, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { csvText, type CsvCell } from '@plumbline/shared/figures/results-file/csv';

/** A table as a file, made when it is asked for; `rows` is `null` where it can't be had, which is said elsewhere. */
export function CsvFile(props: {
  readonly name: string;
  readonly rows: () => Promise<readonly (readonly CsvCell[])[] | null>;
}) {
  const { t } = useTranslation('organisation');
  const [isMaking, setMaking] = useState(false);
  const [address, setAddress] = useState('');
  const file = `plumbline-${props.name}.csv`;

  // The file lies in the browser's memory only as long as it can be saved.
  useEffect(() => () => URL.revokeObjectURL(address), [address]);

  async function make(): Promise<void> {
    setMaking(true);
    const rows = await props.rows();
    setMaking(false);
    if (rows === null) return;
    setAddress(URL.createObjectURL(new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' })));
  }

  return (
    <div>
      <Button disabledFocusable={isMaking} onClick={() => void make()} aria-label={`${t('csv.make')}: ${file}`}>
        {t('csv.make')}
      </Button>
      <div role="status">
        {isMaking ? <Spinner size="tiny" label={t('csv.making')} /> : null}
        {address === '' ? null : (
          <Text>
            {t('csv.ready')}{' '}
            <Link href={address} download={file}>
              {t('save', { file })}
            </Link>
          </Text>
        )}
      </div>
    </div>
  );
}
