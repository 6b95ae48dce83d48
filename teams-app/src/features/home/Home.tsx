import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useView } from '../../app/api.ts';
import { useLive } from '../../app/live.ts';
import { Page } from '../../app/Page.tsx';
import { Empty, Pending } from '../../app/screens.tsx';
import { Card, CardList, Section } from '../../app/Section.tsx';
import { CommitmentList } from '../commitments/CommitmentList.tsx';
import { homeTopics, notWaiting } from './home-lists.ts';
import { DataLink } from './DataLink.tsx';
import { TeamCard } from './TeamCard.tsx';
import { WaitingCard, waitingKey } from './WaitingCard.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    '@media (max-width: 800px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL, minWidth: 0 },
});

/** What waits for me, my commitments, my teams. */
export default function Home() {
  const styles = useStyles();
  const { t } = useTranslation(['home', 'app']);
  const [, go] = useLocation();
  const view = useView('viewHome', {});
  useLive(view.data === undefined ? [] : homeTopics(view.data));
  if (view.data === undefined) return <Pending view={view} what={t('app:loading.home')} />;

  const { waiting, commitments, teams, person, administers } = view.data;
  const newTeam = (
    <Button appearance={teams.length + waiting.length === 0 ? 'primary' : 'secondary'} onClick={() => go('/new-team')}>
      {t('home:teams.new')}
    </Button>
  );
  const noTeam = (
    <Card>
      <Empty title={t('home:teams.none.title')} detail={t('home:teams.none.detail')} action={newTeam} />
    </Card>
  );
  // Without a team there is nothing but what a pulse asks.
  if (teams.length === 0 && waiting.length === 0) {
    return (
      <Page title={t('home:title', { name: person.name })}>
        {noTeam}
        <DataLink administers={administers} />
      </Page>
    );
  }
  const rest = notWaiting(commitments, waiting);
  return (
    <Page title={t('home:title', { name: person.name })}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Section title={t('home:waiting')}>
            {waiting.length === 0 ? (
              <Card>
                <Empty title={t('home:waiting.none.title')} detail={t('home:waiting.none.detail')} />
              </Card>
            ) : (
              <CardList items={waiting} keyOf={waitingKey}>
                {(item, index) => <WaitingCard item={item} first={index === 0} />}
              </CardList>
            )}
          </Section>
          {rest.length === 0 && (commitments.length > 0 || teams.length === 0) ? null : (
            <Section title={t('home:commitments')}>
              <CommitmentList commitments={rest} none={t('home:commitments.none')} />
            </Section>
          )}
        </div>
        {teams.length === 0 ? (
          <Section title={t('home:teams')}>{noTeam}</Section>
        ) : (
          <Section title={t('home:teams')} action={newTeam}>
            <CardList items={teams} keyOf={(team) => team.id}>
              {(team) => <TeamCard team={team} />}
            </CardList>
          </Section>
        )}
      </div>
      <DataLink administers={administers} />
    </Page>
  );
}
