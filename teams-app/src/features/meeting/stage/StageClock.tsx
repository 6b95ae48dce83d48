import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useServerNow } from '../../../app/live.ts';
import { milestone, timeLeft } from '../leader/time-left.ts';
import { useStage } from './stage-context.ts';
import { useStageLook } from './stage-look.ts';

const useStyles = makeStyles({
  clock: { display: 'flex', alignItems: 'center', columnGap: '12px', flexShrink: 0 },
  figures: { ...typographyStyles.title2, fontVariantNumeric: 'tabular-nums' },
  state: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  large: { flexDirection: 'column', rowGap: '8px' },
  ring: { display: 'grid', placeItems: 'center', '& > *': { gridArea: '1 / 1' } },
  largeFigures: { ...typographyStyles.display, fontVariantNumeric: 'tabular-nums' },
  shortFigures: { ...typographyStyles.title1 },
  track: { fill: 'none', stroke: tokens.colorNeutralStroke2 },
  left: { fill: 'none', stroke: tokens.colorBrandStroke1 },
});

const RADIUS = 44;
const ROUND = 2 * Math.PI * RADIUS;

/** The timer of the phase. It turns with the service's second and never blinks; a screen reader hears milestones only. */
export function StageClock({ size = 'small' }: { readonly size?: 'small' | 'large' }) {
  const { view, room, preview } = useStage();
  const styles = useStyles();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const format = useFormat();
  const now = useServerNow(1_000);
  const left = timeLeft(view.clock, now);
  if (left.status === 'untimed') return null;
  const ms = left.status === 'over' ? 0 : left.ms;
  const large = size === 'large';
  const heard = milestone(left);
  const state = left.status === 'running' ? t('time.of') : t(`time.${left.status}`);
  const pixels = large ? (room.short ? 176 : 240) : 36;
  return (
    <div className={mergeClasses(styles.clock, large && styles.large)} role="timer" aria-live="off">
      <div className={styles.ring}>
        <svg width={pixels} height={pixels} viewBox="0 0 100 100" aria-hidden="true" focusable="false">
          <circle className={styles.track} cx="50" cy="50" r={RADIUS} strokeWidth={large ? 4 : 12} />
          <circle
            className={styles.left}
            cx="50"
            cy="50"
            r={RADIUS}
            strokeWidth={large ? 4 : 12}
            strokeDasharray={`${String(share(view.clock, ms) * ROUND)} ${String(ROUND)}`}
            transform="rotate(-90 50 50)"
          />
        </svg>
        {large ? (
          <span className={room.short ? mergeClasses(styles.figures, styles.shortFigures) : styles.largeFigures}>
            {format.timer(ms)}
          </span>
        ) : null}
      </div>
      {large ? null : <span className={styles.figures}>{format.timer(ms)}</span>}
      {left.status === 'running' && !large ? null : <span className={styles.state}>{state}</span>}
      {preview ? null : (
        <span role="status" className={look.hidden}>
          {heard === null ? '' : t(`time.heard.${heard}`)}
        </span>
      )}
    </div>
  );
}

/** The part of the timer that is left, 0 to 1. A paused timer does not say how long it was, so it stands full. */
function share(clock: ReturnType<typeof useStage>['view']['clock'], ms: number): number {
  if (!clock || clock.status === 'untimed') return 0;
  if (clock.status === 'paused') return ms > 0 ? 1 : 0;
  return Math.min(1, Math.max(0, ms / Math.max(1, clock.endsAt - clock.startedAt)));
}
