import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { View } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { lineAtStart } from '../../app/line-at-start.ts';

const useStyles = makeStyles({
  line: { listStyleType: 'none', margin: 0, padding: 0 },
  stop: {
    position: 'relative',
    paddingInlineStart: tokens.spacingHorizontalXL,
    paddingBlockEnd: tokens.spacingVerticalL,
    ...lineAtStart('2px', tokens.colorNeutralStroke2),
    '&:last-child': { paddingBlockEnd: 0, borderInlineStartColor: 'transparent' },
    '&::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '-6px',
      insetBlockStart: '6px',
      width: '10px',
      height: '10px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorNeutralForeground3,
    },
  },
  words: { display: 'flex', flexDirection: 'column', alignItems: 'start' },
  title: { textAlign: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The meetings that are over, latest first. */
export function Past(props: {
  readonly meetings: View<'viewTeam'>['meetings'];
  readonly trend: View<'viewTeam'>['trend'];
}) {
  const styles = useStyles();
  const { t } = useTranslation(['team', 'results']);
  const format = useFormat();
  const [, go] = useLocation();
  if (props.meetings.length === 0) return <Text className={styles.quiet}>{t('team:meetings.none')}</Text>;
  return (
    <ol className={styles.line}>
      {props.meetings.map(({ id, title, format: kind, closedAt }) => {
        const point = props.trend.find(({ meeting }) => meeting === id);
        const ballots = point?.ballots ?? null;
        const facts = [
          ...(closedAt === null ? [] : [t('team:meetings.closed', { date: format.shortDate(closedAt) })]),
          ...(kind === 'pulse' ? [t('results:format.pulse')] : []),
          ...(point === undefined || ballots === null
            ? []
            : [t('team:meetings.answered', { count: ballots, invited: point.invited })]),
        ];
        return (
          <li key={id} className={styles.stop}>
            <div className={styles.words}>
              <Link as="button" className={styles.title} onClick={() => go(`/meetings/${id}/summary`)}>
                {title}
              </Link>
              <Text size={200} className={styles.quiet}>
                {facts.join(' · ')}
              </Text>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
