import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { PendingPart } from '../../app/screens.tsx';
import { Card } from '../../app/Section.tsx';
import { logLines, type LogLine } from '../records/log-lines.ts';
import { LOG_COLUMNS, logRow, type LogOfAllEntry } from './log-row.ts';
import type { Table, TableFormat } from './table-file.ts';
import { TableFiles } from './TableFiles.tsx';
import { usePages } from './use-pages.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  entry: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Who did what in all teams, and the whole of it as files. */
export function OrganisationLog() {
  const styles = useStyles();
  const { t } = useTranslation(['organisation', 'results']);
  const sentence = useSentence();
  const all = usePages('viewOrganisationLog', { enabled: false });

  async function table(format: TableFormat): Promise<Table | null> {
    const { data, isError } = await all.refetch();
    if (data === undefined || isError) return null;
    const entries = data.flatMap((page) => page.entries);
    const title = t('organisation:log');
    if (format === 'csv') return { title, rows: [LOG_COLUMNS, ...entries.map((entry) => logRow(entry))] };
    const told = entries.map((entry) => {
      const role = entry.role === null ? '' : t(`results:role.${entry.role}`);
      return logRow(entry, { act: sentence(entry), role });
    });
    return { title, rows: [LOG_COLUMNS.map((column) => t(`organisation:column.${column}`)), ...told] };
  }

  return (
    <div className={styles.lines}>
      <Text className={styles.quiet}>{t('organisation:log.caption')}</Text>
      <TableFiles name={t('organisation:save.log')} table={table} />
      {all.error === null ? null : <ProblemNote error={all.error} />}
      <LogPage page="first" />
    </div>
  );
}

/** A page of the log, and the next one below it once it is asked for. */
function LogPage({ page }: { readonly page: string }) {
  const styles = useStyles();
  const { t } = useTranslation('organisation');
  const view = useView('viewOrganisationLog', { page });
  const [isOlderAsked, setOlderAsked] = useState(false);
  if (view.data === undefined) return <PendingPart view={view} what={t('log.loading')} />;
  const { entries, next } = view.data;
  return (
    <>
      <Card>
        {entries.length === 0 ? <Text>{t('log.none')}</Text> : null}
        <ul className={styles.list}>
          {logLines(entries).map((line) => (
            <LogEntry key={line.entry.id} line={line} />
          ))}
        </ul>
      </Card>
      {next !== null && isOlderAsked ? <LogPage page={next} /> : null}
      {next === null || isOlderAsked ? null : (
        <div>
          <Button onClick={() => setOlderAsked(true)}>{t('log.older')}</Button>
        </div>
      )}
    </>
  );
}

function LogEntry({ line: { entry, times } }: { readonly line: LogLine<LogOfAllEntry> }) {
  const styles = useStyles();
  const { t } = useTranslation(['organisation', 'team', 'results']);
  const format = useFormat();
  const sentence = useSentence();
  const { role, team, at } = entry;
  const where = { when: `${format.shortDate(at)}, ${format.time(at)}`, team: team.name };
  return (
    <li className={styles.entry}>
      <Text>{sentence(entry)}</Text>
      <Text size={200} className={styles.quiet}>
        {role === null
          ? t('organisation:log.team', where)
          : t('organisation:log.team.role', { ...where, role: format.inside(t(`results:role.${role}`)) })}
        {times === 1 ? null : ` · ${t('team:log.times', { count: times })}`}
      </Text>
    </li>
  );
}

/** Says who did what. */
function useSentence(): (entry: LogOfAllEntry) => string {
  const { t } = useTranslation(['organisation', 'team']);
  return ({ act, by, about }) => {
    const isHandedOver = act === 'directMeeting' && about !== null;
    return t(isHandedOver ? 'team:act.directMeeting.about' : `team:act.${act}`, {
      name: by.name === '' ? t('organisation:log.outside') : by.name,
      about: about === null || about.name === '' ? t('organisation:log.outside.about') : about.name,
      meeting: t('organisation:log.a-meeting'),
    });
  };
}
