import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Empty } from '../../app/screens.tsx';
import { Card, CardList } from '../../app/Section.tsx';
import { AppointLead } from './AppointLead.tsx';

type Team = View<'viewOrganisationTeams'>['teams'][number];

const SHOWN_AT_ONCE = 20;

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  card: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  name: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The organisation's teams by name, those first that nobody leads. */
export function OrganisationTeams(props: { readonly teams: readonly Team[]; readonly onAppointed: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('organisation');
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  if (props.teams.length === 0) {
    return (
      <Card>
        <Empty title={t('teams.none.title')} detail={t('teams.none.detail')} />
      </Card>
    );
  }
  const sorted = props.teams.toSorted(
    (a, b) => Number(b.candidates.length > 0) - Number(a.candidates.length > 0) || a.name.localeCompare(b.name),
  );
  return (
    <div className={styles.lines}>
      <Text className={styles.quiet}>{t('teams.count', { count: sorted.length })}</Text>
      <CardList items={sorted.slice(0, most)} keyOf={({ id }) => id}>
        {(team) => <TeamLine team={team} onAppointed={props.onAppointed} />}
      </CardList>
      {sorted.length <= most ? null : (
        <div>
          <Button onClick={() => setMost(most + SHOWN_AT_ONCE)}>{t('teams.more')}</Button>
        </div>
      )}
    </div>
  );
}

function TeamLine({ team, onAppointed }: { readonly team: Team; readonly onAppointed: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('organisation');
  const format = useFormat();
  const about = [team.organisation, t(`team.scope.${team.scope}`), t('team.people', { count: team.people })];
  return (
    <div className={styles.card}>
      <Text as="h3" size={400} weight="semibold" className={styles.name}>
        {team.name}
      </Text>
      <Text size={200} className={styles.quiet}>
        {about.join(' · ')}
      </Text>
      <Text size={200}>{t('team.leads', { names: format.list(team.leads.map(({ name }) => name)) })}</Text>
      <Text size={200}>{t('team.meetings', team.meetings)}</Text>
      <Text size={200} className={styles.quiet}>
        {team.activeOn === null ? t('team.silent') : t('team.active', { day: format.day(team.activeOn) })}
      </Text>
      <AppointLead team={team} onAppointed={onAppointed} />
    </div>
  );
}
