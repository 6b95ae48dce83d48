import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { View } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalS },
  words: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** A meeting that is open or planned, and the way into it. */
export function NowCard(props: {
  readonly meeting: View<'viewTeam'>['meetings'][number];
  readonly first: boolean;
  readonly mayPlan: boolean;
}) {
  const styles = useStyles();
  const { t } = useTranslation(['team', 'results']);
  const format = useFormat();
  const [, go] = useLocation();
  const { id, title, status, phase, scheduledFor, opening } = props.meeting;

  function state(): string {
    if (status === 'open' && phase !== null)
      return t('team:next.open', { phase: format.inside(t(`results:phase.${phase}`)) });
    if (opening !== null) {
      return t(opening.missed ? 'team:next.missed' : 'team:next.opens', { date: format.dateTime(opening.at) });
    }
    if (scheduledFor === null) return t('team:next.undated');
    return t('team:next.draft', { date: format.dateTime(scheduledFor) });
  }

  const action = t(status === 'open' ? 'team:next.join' : 'team:next.plan');
  return (
    <div className={styles.card}>
      <div className={styles.words}>
        <Text weight="semibold">{title}</Text>
        <Text size={200} className={styles.quiet}>
          {state()}
        </Text>
      </div>
      {status === 'draft' && !props.mayPlan ? null : (
        <Button
          appearance={props.first ? 'primary' : 'secondary'}
          aria-label={`${action}: ${title}`}
          onClick={() => go(`/meetings/${id}`)}
        >
          {action}
        </Button>
      )}
    </div>
  );
}
