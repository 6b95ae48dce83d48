import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useLook } from '../leader/look.ts';
import { answeredIn } from '../stage/stage-content.ts';
import { useConsole } from './console-context.ts';
import { openRound } from './primary-action.ts';

const useStyles = makeStyles({
  count: { ...typographyStyles.body1Strong, margin: 0 },
  track: { height: '6px', borderRadius: '3px', backgroundColor: tokens.colorNeutralBackground5, overflow: 'hidden' },
  part: { height: '100%', backgroundColor: tokens.colorBrandStroke1 },
});

/** How many are in, of the round that is open: in steps, so that nobody's answering can be watched. */
export function ConsoleCount() {
  const { view } = useConsole();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('console');
  const format = useFormat();
  const round = openRound(view);
  if (round === null) return null;
  const answered = answeredIn(round);
  if (answered.kind === 'unsaid') return null;
  const counted = answered.kind === 'all' ? answered.invited : 'counted' in answered ? answered.counted : 0;
  return (
    <div className={look.tight}>
      <p className={styles.count} role="status">
        {t(`count.${answered.kind}`, {
          counted: format.number(counted),
          invited: format.number(answered.invited),
          what: t(`count.${round.purpose}`),
        })}
      </p>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.part} style={{ width: `${String((100 * counted) / Math.max(1, answered.invited))}%` }} />
      </div>
      {answered.kind === 'none-yet' ? null : <p className={look.small}>{t('count.why')}</p>}
    </div>
  );
}
