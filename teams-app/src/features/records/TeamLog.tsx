import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand, useView, type ClientError, type View } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useLive } from '../../app/live.ts';
import { Page } from '../../app/Page.tsx';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { Pending, PendingPart } from '../../app/screens.tsx';
import { Card, Section } from '../../app/Section.tsx';
import { ConfirmByTyping } from './ConfirmByTyping.tsx';
import { logLines, type LogLine } from './log-lines.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  entry: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Who did and saw what in a team; and the team's end. */
export function TeamLog({ team: id }: { readonly team: string }) {
  const { t } = useTranslation(['team', 'app']);
  const view = useView('viewTeam', { team: id });
  useLive([id]);
  if (view.data === undefined) return <Pending view={view} what={t('app:loading.team')} />;
  const team = view.data;
  return (
    <Page
      title={t('team:log.title')}
      lead={t('team:log.lead')}
      back={{ to: `/teams/${id}`, label: team.name }}
      width="narrow"
    >
      <Section title={t('team:log.entries')}>
        <LogPage team={id} page="first" />
      </Section>
      {team.abilities.manage ? (
        <Section title={t('team:delete')}>
          <DeleteTeam team={team} />
        </Section>
      ) : null}
    </Page>
  );
}

/** A page of the log, and the next one below it once it is asked for. */
function LogPage({ team, page }: { readonly team: string; readonly page: string }) {
  const styles = useStyles();
  const { t } = useTranslation('team');
  const view = useView('viewAudit', { team, page });
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
      {next !== null && isOlderAsked ? <LogPage team={team} page={next} /> : null}
      {next === null || isOlderAsked ? null : (
        <div>
          <Button onClick={() => setOlderAsked(true)}>{t('log.older')}</Button>
        </div>
      )}
    </>
  );
}

function LogEntry({ line: { entry, times } }: { readonly line: LogLine }) {
  const styles = useStyles();
  const { t } = useTranslation(['team', 'results']);
  const format = useFormat();
  const { act, by, about, meeting, role, at } = entry;
  const title = meeting?.title ?? '';
  const words = {
    name: by.name === '' ? t('team:log.former') : by.name,
    about: about === null || about.name === '' ? t('team:log.former.about') : about.name,
    meeting: title === '' ? t('team:log.meeting.gone') : t('team:log.meeting', { title }),
  };
  const isHandedOver = act === 'directMeeting' && about !== null;
  const when = `${format.shortDate(at)}, ${format.time(at)}`;
  return (
    <li className={styles.entry}>
      <Text>{t(isHandedOver ? 'team:act.directMeeting.about' : `team:act.${act}`, words)}</Text>
      <Text size={200} className={styles.quiet}>
        {role === null ? when : t('team:log.when', { when, role: format.inside(t(`results:role.${role}`)) })}
        {times === 1 ? null : ` · ${t('team:log.times', { count: times })}`}
      </Text>
    </li>
  );
}

function DeleteTeam({ team }: { readonly team: View<'viewTeam'> }) {
  const styles = useStyles();
  const { t } = useTranslation('team');
  const [, go] = useLocation();
  const remove = useCommand('deleteTeam');
  const [problem, setProblem] = useState<ClientError | null>(null);

  async function send(): Promise<void> {
    setProblem(null);
    const deleted = await remove.run({ params: { team: team.id }, input: { name: team.name } });
    if (deleted.ok) go('/', { replace: true });
    else setProblem(deleted.error);
  }

  return (
    <Card>
      <div className={styles.lines}>
        <Text>{t('delete.goes')}</Text>
        <Text>{t('delete.open')}</Text>
        <Text weight="semibold">{t('delete.final')}</Text>
        <ConfirmByTyping
          label={t('delete.type', { name: team.name })}
          words={team.name}
          go={t('delete.go')}
          running={remove.running}
          onGo={() => void send()}
        />
        {problem === null ? null : <ProblemNote error={problem} onDismiss={() => setProblem(null)} />}
      </div>
    </Card>
  );
}
