import { Text } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { resultsCsv, resultsFileName } from '@plumbline/shared/figures/results-file/results-file';
import { useLinkLook } from '../../../charts/link-look.ts';
import { useSummary } from './summary-context.ts';

/** Until the file has an address. */
const EMPTY = 'data:,';

/** Makes the file and begins its download; the link is for browsers that let nobody but the reader begin one. */
export function FileReady() {
  const { view, results } = useSummary();
  const { t } = useTranslation(['figures', 'file']);
  const { t: tell } = useTranslation('summary');
  const [csv] = useState(() =>
    resultsCsv({ meeting: view, results }, (key, values) =>
      t(key, { ...values, interpolation: { escapeValue: false } }),
    ),
  );
  const look = useLinkLook();
  const file = resultsFileName(view);
  // The file lies in the browser's memory only as long as its link is there.
  const begin = useCallback(
    (link: HTMLAnchorElement) => {
      const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
      link.href = address;
      link.click();
      return () => URL.revokeObjectURL(address);
    },
    [csv],
  );
  return (
    <Text>
      {tell('file.ready')}{' '}
      <a ref={begin} href={EMPTY} download={file} className={look.link}>
        {tell('file.save', { file })}
      </a>
    </Text>
  );
}
