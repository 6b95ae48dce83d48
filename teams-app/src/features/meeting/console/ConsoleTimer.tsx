import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { PauseRegular, PlayRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useServerNow } from '../../../app/live.ts';
import { useLook } from '../leader/look.ts';
import { useConsole } from './console-context.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  left: { ...typographyStyles.subtitle1, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
});

/** The service's timer, with a minute more and a pause. It never moves the meeting by itself. */
export function ConsoleTimer() {
  const { view, direct, running } = useConsole();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('console');
  const { clock } = view;
  if (!clock || view.phase === 'collecting') return null;
  const paused = clock.status === 'paused';
  return (
    <div className={styles.row} role="group" aria-label={t('time.title')}>
      <span className={styles.left}>
        <Left />
      </span>
      <div className={styles.buttons}>
        <Button
          className={look.target}
          disabledFocusable={running}
          onClick={() => void direct({ type: 'extend', minutes: 1 })}
        >
          {t('time.more')}
        </Button>
        {clock.status === 'untimed' ? null : (
          <Button
            icon={paused ? <PlayRegular /> : <PauseRegular />}
            className={look.target}
            disabledFocusable={running}
            onClick={() => void direct({ type: paused ? 'resume' : 'pause' })}
          >
            {t(paused ? 'time.resume' : 'time.pause')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Left() {
  const { view } = useConsole();
  const { t } = useTranslation('console');
  const format = useFormat();
  const now = useServerNow(1_000);
  const { clock } = view;
  if (!clock || clock.status === 'untimed') return t('time.untimed');
  const ms = clock.status === 'paused' ? clock.remaining : clock.endsAt - now;
  if (clock.status === 'paused') return t('time.paused', { left: format.timer(Math.max(0, ms)) });
  return ms > 0 ? t('time.left', { left: format.timer(ms) }) : t('time.over', { over: format.timer(-ms) });
}
