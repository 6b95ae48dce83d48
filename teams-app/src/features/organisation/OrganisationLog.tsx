import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useView, type View } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { PendingPart } from '../../app/screens.tsx';
import { Card } from '../../app/Section.tsx';
import { logLines, type LogLine } from '../records/log-lines.ts';
import { CsvFile } from './CsvFile.tsx';
import { logRow } from './log-row.ts';
import { usePages } from './use-pages.ts';

type Entry = View<'viewOrganisationLog'>['entries'][number];

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  entry: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Who did what in all teams, and the whole of it as a file. */
export function OrganisationLog() {
  const styles = useStyles();
  const { t } = useTranslation('organisation');
  const all = usePages('viewOrganisationLog', { enabled: false });

  async function rows() {
    const { data, isError } = await all.refetch();
    if (data === undefined || isError) return null;
    const head = (['time', 'team', 'team-id', 'act', 'person', 'person-id', 'role', 'about', 'about-id'] as const).map(
      (column) => t(`csv.${column}`),
    );
    return [head, ...data.flatMap(({ entries }) => entries.map(logRow))];
  }

  return (
    <div className={styles.lines}>
      <Text className={styles.quiet}>{t('log.caption')}</Text>
      <CsvFile name={t('save.log')} rows={rows} />
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

function LogEntry({ line: { entry, times } }: { readonly line: LogLine<Entry> }) {
  const styles = useStyles();
  const { t } = useTranslation(['organisation', 'team', 'results']);
  const format = useFormat();
  const { act, by, about, role, team, at } = entry;
  const words = {
    name: by.name === '' ? t('organisation:log.outside') : by.name,
    about: about === null || about.name === '' ? t('organisation:log.outside.about') : about.name,
    meeting: t('organisation:log.a-meeting'),
  };
  const isHandedOver = act === 'directMeeting' && about !== null;
  const where = { when: `${format.shortDate(at)}, ${format.time(at)}`, team: team.name };
  return (
    <li className={styles.entry}>
      <Text>{t(isHandedOver ? 'team:act.directMeeting.about' : `team:act.${act}`, words)}</Text>
      <Text size={200} className={styles.quiet}>
        {role === null
          ? t('organisation:log.team', where)
          : t('organisation:log.team.role', { ...where, role: format.inside(t(`results:role.${role}`)) })}
        {times === 1 ? null : ` · ${t('team:log.times', { count: times })}`}
      </Text>
    </li>
  );
}
