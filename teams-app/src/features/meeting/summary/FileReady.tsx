import { Spinner, Text } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { resultsFileName } from '@plumbline/shared/figures/results-file/results-file';
import { useView, type View } from '../../../app/api.ts';
import { useLinkLook } from '../../../charts/link-look.ts';
import type { FileFormat } from '@plumbline/shared/ooxml/file-format';
import { fileOf } from './file-formats.ts';
import { useSummary } from './summary-context.ts';

/** Until the file has an address. */
const EMPTY = 'data:,';

/** Makes the file, once what the team's page shows is here as well: a deck tells what changed since last time. */
export function FileReady({ format }: { readonly format: FileFormat }) {
  const { view } = useSummary();
  const { t } = useTranslation('summary');
  const team = useView('viewTeam', { team: view.team.id });
  if (team.error !== null) return <Text>{t('file.failed')}</Text>;
  if (team.data === undefined) return <Spinner size="tiny" label={t('file.making')} />;
  return <FileLink format={format} team={team.data} />;
}

/** Begins the download of the file; the link is for browsers that let nobody but the reader begin one. */
function FileLink({ format, team }: { readonly format: FileFormat; readonly team: View<'viewTeam'> }) {
  const { view, results } = useSummary();
  const { t, i18n } = useTranslation(['figures', 'file', 'deck', 'summary']);
  const [content] = useState(() =>
    fileOf(format, {
      source: { meeting: view, results, team },
      translate: (key, values) => t(key, { ...values, interpolation: { escapeValue: false } }),
      figureWord: t('summary:file.figure'),
      language: i18n.language,
      rightToLeft: i18n.dir() === 'rtl',
    }),
  );
  const look = useLinkLook();
  const file = resultsFileName(view, format);
  // The file lies in the browser's memory only as long as its link is there.
  const begin = useCallback(
    (link: HTMLAnchorElement) => {
      const address = URL.createObjectURL(content);
      link.href = address;
      link.click();
      return () => URL.revokeObjectURL(address);
    },
    [content],
  );
  return (
    <Text>
      {t('summary:file.ready')}{' '}
      <a ref={begin} href={EMPTY} download={file} className={look.link}>
        {t('summary:file.save', { file })}
      </a>
    </Text>
  );
}
