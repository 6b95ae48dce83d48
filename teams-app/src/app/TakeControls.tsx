import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { revisionOf, useCommand, useView, type ClientError, type View } from './api.ts';
import { Confirm } from './Confirm.tsx';
import { ProblemNote } from './ProblemNote.tsx';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    // As wide as the words above it, in the panel and on a page.
    maxWidth: '672px',
    width: 'calc(100% - 24px)',
    marginInline: 'auto',
    paddingBlock: tokens.spacingVerticalM,
    color: tokens.colorNeutralForeground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/**
 * Below an open meeting, for those who may run it: who has the controls, and a way to them when that person is gone. Quiet,
 * because it is needed once in a hundred meetings.
 */
export function TakeControls({ meeting }: { readonly meeting: View<'viewMeeting'> }) {
  const styles = useStyles();
  const { t } = useTranslation('app');
  const [, go] = useLocation();
  const { id, facilitator } = meeting;
  const { run, running } = useCommand('takeControls');
  const { refetch } = useView('viewMeeting', { meeting: id });
  const [error, setError] = useState<ClientError | null>(null);

  async function take(): Promise<void> {
    setError(null);
    let reply = await run({ params: { meeting: id }, ifMatch: revisionOf(meeting) });
    if (!reply.ok && reply.error.kind === 'revision.stale') {
      // A meeting moves while somebody reads the question; only another holder of the controls would change the answer.
      const { data } = await refetch();
      if (data?.facilitator.person !== facilitator.person) return;
      reply = await run({ params: { meeting: id }, ifMatch: revisionOf(data) });
    }
    if (reply.ok) go(`/meetings/${id}/console`);
    else setError(reply.error);
  }

  const name = facilitator.name;
  return (
    <footer className={styles.foot}>
      <Text size={200}>{t('controls.held', { name })}</Text>
      <Confirm
        key={facilitator.person}
        action={t('controls.take')}
        question={t('controls.ask', { name })}
        yes={t('controls.take')}
        running={running}
        onYes={() => void take()}
      />
      {error === null ? null : <ProblemNote error={error} onDismiss={() => setError(null)} />}
    </footer>
  );
}
