import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useView } from '../../app/api.ts';
import { Page } from '../../app/Page.tsx';
import { Pending } from '../../app/screens.tsx';
import { Card, Section } from '../../app/Section.tsx';
import { OrganisationLog } from './OrganisationLog.tsx';
import { OrganisationTeams } from './OrganisationTeams.tsx';
import { Usage } from './Usage.tsx';
import { addUsage } from './usage.ts';
import { usePages } from './use-pages.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    '@media (max-width: 880px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL, minWidth: 0 },
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What whoever administers the organisation sees: use, teams and logs, and nothing of what was said. */
export default function Organisation() {
  const styles = useStyles();
  const { t } = useTranslation(['organisation', 'app']);
  const about = useView('viewOrganisation', {});
  const teams = usePages('viewOrganisationTeams');
  if (about.data === undefined) return <Pending view={about} what={t('organisation:loading')} />;
  if (teams.data === undefined) return <Pending view={teams} what={t('organisation:loading')} />;
  const { service, retention } = about.data;
  const pages = teams.data;
  return (
    <Page title={t('organisation:title')} lead={t('organisation:about')} back={{ to: '/', label: t('app:page.home') }}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Section title={t('organisation:usage')}>
            <Usage months={addUsage(pages.flatMap(({ usage }) => usage))} />
          </Section>
          <Section title={t('organisation:teams')}>
            <OrganisationTeams teams={pages.flatMap((page) => page.teams)} onAppointed={() => void teams.refetch()} />
          </Section>
        </div>
        <div className={styles.column}>
          <Section title={t('organisation:service')}>
            <Card>
              <div className={styles.lines}>
                <Text>{t('organisation:service.version', { version: service.version })}</Text>
                {service.teamsListed ? null : <Text>{t('organisation:service.filling')}</Text>}
                <Text>
                  {retention.meetings === null
                    ? t('organisation:kept.forever')
                    : t('organisation:kept.meetings', { count: retention.meetings })}
                </Text>
                <Text>{t('organisation:kept.logs', { count: retention.logs })}</Text>
                <Text size={200} className={styles.quiet}>
                  {t('organisation:kept.where')}
                </Text>
              </div>
            </Card>
          </Section>
          <Section title={t('organisation:log')}>
            <OrganisationLog />
          </Section>
        </div>
      </div>
    </Page>
  );
}
