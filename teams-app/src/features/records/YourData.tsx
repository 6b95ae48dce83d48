import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, type ClientError } from '../../app/api.ts';
import { Page } from '../../app/Page.tsx';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { Empty } from '../../app/screens.tsx';
import { Card, Section } from '../../app/Section.tsx';
import { ConfirmByTyping } from './ConfirmByTyping.tsx';
import { CopyOfData } from './CopyOfData.tsx';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** What is kept of somebody, to take along or to delete. */
export function YourData() {
  const { t } = useTranslation(['home', 'app']);
  const [openMeetings, setOpenMeetings] = useState<number | null>(null);
  if (openMeetings !== null) return <Gone openMeetings={openMeetings} />;
  return (
    <Page
      title={t('home:data.title')}
      lead={t('home:data.lead')}
      back={{ to: '/', label: t('app:page.home') }}
      width="narrow"
    >
      <Section title={t('home:data.copy')}>
        <CopyOfData />
      </Section>
      <Section title={t('home:data.delete')}>
        <DeleteIt onDone={setOpenMeetings} />
      </Section>
    </Page>
  );
}

function DeleteIt({ onDone }: { readonly onDone: (openMeetings: number) => void }) {
  const styles = useStyles();
  const { t } = useTranslation('home');
  const remove = useCommand('deleteMine');
  const [problem, setProblem] = useState<ClientError | null>(null);
  const phrase = t('data.delete.phrase');

  async function send(): Promise<void> {
    setProblem(null);
    const deleted = await remove.run({ params: {}, input: { confirmed: true } });
    if (deleted.ok) onDone(deleted.value.value.openMeetings);
    else setProblem(deleted.error);
  }

  return (
    <Card>
      <div className={styles.lines}>
        <Text>{t('data.delete.goes')}</Text>
        <Text>{t('data.delete.stays')}</Text>
        <Text>{t('data.delete.open')}</Text>
        <Text>{t('data.delete.count')}</Text>
        <Text weight="semibold">{t('data.delete.final')}</Text>
        <ConfirmByTyping
          label={t('data.delete.type', { phrase })}
          words={phrase}
          go={t('data.delete.go')}
          running={remove.running}
          onGo={() => void send()}
        />
        {problem === null ? null : <ProblemNote error={problem} onDismiss={() => setProblem(null)} />}
      </div>
    </Card>
  );
}

/** The last page: there is nothing more to do. */
function Gone({ openMeetings }: { readonly openMeetings: number }) {
  const { t } = useTranslation('home');
  return (
    <main>
      <Empty level={1} title={t('gone.title')} detail={t('gone.detail')}>
        {openMeetings === 0 ? null : <Text>{t('gone.open', { count: openMeetings })}</Text>}
      </Empty>
    </main>
  );
}
