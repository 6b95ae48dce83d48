import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { View } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { meetingToName } from './home-lists.ts';

type Team = View<'viewHome'>['teams'][number];

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  name: { minHeight: '24px', textAlign: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** One of my teams. */
export function TeamCard({ team }: { readonly team: Team }) {
  const styles = useStyles();
  const { t } = useTranslation(['home', 'results']);
  const format = useFormat();
  const [, go] = useLocation();
  const meeting = meetingToName(team.meetings);

  function now(): string {
    if (meeting === null) return t('home:teams.meetings.none');
    if (meeting.status === 'open') return t('home:teams.open', { title: meeting.title });
    if (meeting.status === 'draft') return t('home:teams.planned', { title: meeting.title });
    return t('home:teams.closed', { title: meeting.title, date: format.shortDate(meeting.closedAt ?? 0) });
  }

  return (
    <div className={styles.card}>
      <Link as="button" className={styles.name} onClick={() => go(`/teams/${team.id}`)}>
        <Text size={400} weight="semibold">
          {team.name}
        </Text>
      </Link>
      <Text size={200} className={styles.quiet}>
        {t('home:teams.role', { organisation: team.organisation, role: format.inside(t(`results:role.${team.role}`)) })}
      </Text>
      <Text size={200} className={styles.quiet}>
        {now()}
      </Text>
    </div>
  );
}
