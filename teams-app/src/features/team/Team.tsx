import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useView, type View } from '../../app/api.ts';
import { useLive } from '../../app/live.ts';
import { EntityLinks } from '../../app/EntityLinks.tsx';
import { useFormat } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { Pending } from '../../app/screens.tsx';
import { Card, CardList, Section } from '../../app/Section.tsx';
import { GroupHeatmap } from '../../charts/GroupHeatmap.tsx';
import { TrendLines } from '../../charts/TrendLines.tsx';
import { entityId } from '@plumbline/shared/contract/entity';
import { useHost } from '../../host/host-context.ts';
import { CommitmentList } from '../commitments/CommitmentList.tsx';
import { Past } from './Past.tsx';
import { NowCard } from './NowCard.tsx';
import { Standing } from './Standing.tsx';
import { byGroup, overTime } from './team-figures.ts';
import { timeline } from './team-lists.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    '@media (max-width: 880px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL, minWidth: 0 },
  about: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** A team: where it stands, whether it moves, what it promised. */
export default function Team({ team: id }: { readonly team: string }) {
  const { t } = useTranslation(['team', 'results', 'app']);
  const view = useView('viewTeam', { team: id });
  useLive([id]);
  // A team that was deleted is not shown as it last was.
  const isGone = view.error?.kind === 'thing.not-found';
  if (view.data === undefined || isGone) return <Pending view={view} what={t('app:loading.team')} />;
  return <TeamPage team={view.data} />;
}

function TeamPage({ team }: { readonly team: View<'viewTeam'> }) {
  const styles = useStyles();
  const { t } = useTranslation(['team', 'results', 'app']);
  const format = useFormat();
  const [, go] = useLocation();
  const host = useHost();
  const { now, past } = timeline(team.meetings);
  const trend = overTime(team);
  const groups = byGroup(team);
  const isFirst = team.meetings.length === 0;
  const plan = (
    <Button
      // One main action a page: going on with a meeting comes before planning another.
      appearance={now.length === 0 ? 'primary' : 'secondary'}
      onClick={() => go(`/teams/${team.id}/plan`)}
    >
      {t(isFirst ? 'team:plan.first' : 'team:plan')}
    </Button>
  );
  // A tab in the team's channel begins here: there is nothing to go back to.
  const isOwnTab = host.page === entityId({ kind: 'team', id: team.id });
  const role = format.inside(t(`results:role.${team.role}`));

  return (
    <Page
      title={team.name}
      lead={t('team:lead', { organisation: team.organisation, role })}
      {...(isOwnTab ? {} : { back: { to: '/', label: t('app:page.home') } })}
      action={team.abilities.plan && !isFirst ? plan : null}
    >
      {team.appointed === null ? null : <Appointed appointed={team.appointed} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Standing team={team} plan={team.abilities.plan ? plan : null} />
          {groups === null ? null : (
            <Section title={t('team:groups')}>
              <Card>
                <GroupHeatmap figure={groups} size="page" heading="finding" />
              </Card>
            </Section>
          )}
          {trend === null ? null : (
            <Section title={t('team:trend')}>
              <Card>
                <TrendLines figure={trend} size="page" heading="finding" />
              </Card>
            </Section>
          )}
        </div>
        <div className={styles.column}>
          {now.length === 0 ? null : (
            <Section title={t('team:next')}>
              <CardList items={now} keyOf={(meeting) => meeting.id}>
                {(meeting, index) => <NowCard meeting={meeting} first={index === 0} mayPlan={team.abilities.plan} />}
              </CardList>
            </Section>
          )}
          <Section title={t('team:commitments')}>
            <CommitmentList
              commitments={team.commitments}
              none={t(team.withheld ? 'team:commitments.none-own' : 'team:commitments.none')}
            />
          </Section>
          {team.withheld ? null : (
            <Section title={t('team:meetings')}>
              <Card>
                <Past meetings={past} trend={team.trend} />
              </Card>
            </Section>
          )}
          <Section title={t('team:about')}>
            <Card>
              <div className={styles.about}>
                <Link as="button" onClick={() => go(`/teams/${team.id}/members`)}>
                  {t('team:members.link', { count: team.members.length })}
                </Link>
                <Link as="button" onClick={() => go(`/teams/${team.id}/questions`)}>
                  {t('team:questions.link')}
                </Link>
                {team.abilities.manage ? (
                  <Link as="button" onClick={() => go(`/records/${team.id}`)}>
                    {t('team:log.link')}
                  </Link>
                ) : null}
                <Text size={200} className={styles.quiet}>
                  {t('team:minimum', { count: team.minimumGroup })}
                </Text>
                <EntityLinks entity={{ kind: 'team', id: team.id }} name={team.name} />
              </div>
            </Card>
          </Section>
        </div>
      </div>
    </Page>
  );
}

/** What an administrator of the organisation did, for everybody in the team to see. */
function Appointed({ appointed }: { readonly appointed: NonNullable<View<'viewTeam'>['appointed']> }) {
  const { t } = useTranslation(['team', 'results']);
  const format = useFormat();
  const { name, role, at } = appointed;
  const words = { name, role: format.inside(t(`results:role.${role}`)), date: format.date(at) };
  return (
    <Card>
      <Text>{t('team:appointed', words)}</Text>
    </Card>
  );
}
