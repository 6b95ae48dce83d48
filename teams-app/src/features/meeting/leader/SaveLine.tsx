import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkRegular, CloudOffRegular, CloudArrowUpRegular, PhoneDesktopRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useServerNow } from '../../../app/live.ts';
import type { Ballot } from './use-ballot.ts';
import { useLeader } from './leader-context.ts';
import { milestone, timeLeft } from './time-left.ts';

const useStyles = makeStyles({
  line: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  state: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

/** Whether the answers are safe, and how much time is left by the service's clock. */
export function SaveLine({ ballot, timed }: { readonly ballot: Ballot; readonly timed: boolean }) {
  const styles = useStyles();
  return (
    <p className={styles.line} style={{ margin: 0 }}>
      <SaveState ballot={ballot} />
      {ballot.unfinished.length > 0 ? <Unfinished /> : null}
      {timed ? <TimeLeft /> : null}
    </p>
  );
}

function SaveState({ ballot }: { readonly ballot: Ballot }) {
  const styles = useStyles();
  const { t } = useTranslation('leader');
  const given = Object.keys(ballot.answers).length > ballot.unfinished.length;
  switch (ballot.saving.status) {
    case 'saved':
      return given ? (
        <span className={styles.state} role="status">
          <CheckmarkRegular />
          {t('saving.saved')}
        </span>
      ) : null;
    case 'saving':
      return (
        <span className={styles.state}>
          <CloudArrowUpRegular />
          {t('saving.saving')}
        </span>
      );
    case 'offline':
      return (
        <span className={styles.state} role="status">
          <CloudOffRegular />
          {t('saving.offline')}
        </span>
      );
    case 'late':
    case 'refused':
      return <span role="status">{t('saving.not-saved')}</span>;
  }
}

function Unfinished() {
  const styles = useStyles();
  const { t } = useTranslation('leader');
  return (
    <span className={styles.state}>
      <PhoneDesktopRegular />
      {t('saving.unfinished')}
    </span>
  );
}

/** The timer, in words and figures; three milestones are read out, the seconds are not. */
export function TimeLeft() {
  const { view } = useLeader();
  const { t } = useTranslation('leader');
  const format = useFormat();
  const now = useServerNow(1_000);
  if (view.closesAt !== null && view.status === 'open') {
    return <span>{t('time.closes', { at: format.dateTime(view.closesAt) })}</span>;
  }
  const left = timeLeft(view.clock, now);
  const heard = milestone(left);
  const spoken = (
    <span
      role="status"
      style={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}
    >
      {heard === null ? '' : t(`time.heard.${heard}`)}
    </span>
  );
  switch (left.status) {
    case 'untimed':
      return null;
    case 'over':
      return (
        <span>
          {t('time.over')}
          {spoken}
        </span>
      );
    case 'paused':
      return <span>{t('time.paused', { left: format.timer(left.ms) })}</span>;
    case 'running':
      return (
        <span>
          {t('time.left', { left: format.timer(left.ms) })}
          {spoken}
        </span>
      );
  }
}
