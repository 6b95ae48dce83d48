import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { Empty } from '../../../app/screens.tsx';
import { Choosing } from './Choosing.tsx';
import { Closed } from './Closed.tsx';
import { Closing } from './Closing.tsx';
import { Committing } from './Committing.tsx';
import { Discussing } from './Discussing.tsx';
import { LateNotes } from './LateNotes.tsx';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { Messaging } from './Messaging.tsx';
import { Onlooker } from './Onlooker.tsx';
import { Predicting } from './Predicting.tsx';
import { RatingPhase } from './RatingPhase.tsx';
import { Revealing } from './Revealing.tsx';
import { TimeLeft } from './SaveLine.tsx';
import { screenNow, type LeaderScreen } from './screen-now.ts';

const useStyles = makeStyles({
  room: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    width: '100%',
    minWidth: 0,
    color: tokens.colorNeutralForeground1,
  },
  panel: { padding: '12px 12px 24px' },
  page: { padding: '24px 24px 48px', maxWidth: '720px', marginInline: 'auto' },
  head: { display: 'flex', flexDirection: 'column', rowGap: '2px' },
  meeting: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  phase: { ...typographyStyles.body1Strong, margin: 0, ':focus-visible': { outline: 'none' } },
  time: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

/** The frame of every private screen: which phase it is, what is left of it, and the screen itself. */
export function LeaderRoom() {
  const { view, layout } = useLeader();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const screen = screenNow(view);
  const heading = useRef<HTMLHeadingElement>(null);
  const title = useScreenTitle(screen);

  const before = useRef(screen.kind);
  useEffect(() => {
    if (before.current === screen.kind) return;
    before.current = screen.kind;
    // Only a control that is gone leaves the focus on the page: who goes on with a ballot, or works elsewhere, stays there.
    if (document.hasFocus() && document.activeElement === document.body) heading.current?.focus();
  }, [screen.kind]);

  return (
    <div className={mergeClasses(styles.room, layout === 'panel' ? styles.panel : styles.page)}>
      <header className={styles.head}>
        <p className={styles.meeting}>{view.composition.title}</p>
        <div className={look.between}>
          <h1 ref={heading} tabIndex={-1} className={styles.phase}>
            {title}
          </h1>
          {isTimedHere(screen) ? (
            <span className={styles.time}>
              <TimeLeft />
            </span>
          ) : null}
        </div>
      </header>
      <span role="status" className={look.hidden}>
        {t('now', { title })}
      </span>
      <LateNotes />
      <Screen screen={screen} />
    </div>
  );
}

/** The ballots carry the time beside what they say about saving. */
function isTimedHere(screen: LeaderScreen): boolean {
  switch (screen.kind) {
    case 'lobby':
    case 'revealing':
    case 'choosing':
    case 'discussing':
    case 'committing':
    case 'messaging':
    case 'closing':
    case 'onlooker':
      return true;
    case 'rating':
    case 'predicting':
    case 'pulse':
    case 'planned':
    case 'closed':
      return false;
  }
}

function useScreenTitle(screen: LeaderScreen): string {
  const { view } = useLeader();
  const { t } = useTranslation('results');
  if (screen.kind === 'pulse') return t('format.pulse');
  if (screen.kind === 'planned') return t('meeting.draft');
  if (screen.kind === 'closed' || view.phase === null) return t('meeting.closed');
  return t(`phase.${view.phase}`);
}

function Screen({ screen }: { readonly screen: LeaderScreen }) {
  const { t } = useTranslation('leader');
  switch (screen.kind) {
    case 'planned':
      return <Empty title={t('planned.title')} detail={t('planned.detail')} />;
    case 'onlooker':
      return <Onlooker resultsShown={screen.resultsShown} />;
    case 'lobby':
    case 'pulse':
    case 'rating':
      return <RatingPhase during={screen.kind} rating={screen.rating} />;
    case 'predicting':
      return <Predicting prediction={screen.prediction} />;
    case 'revealing':
      return <Revealing />;
    case 'choosing':
      return <Choosing dots={screen.dots} />;
    case 'discussing':
      return <Discussing topic={screen.topic} revote={screen.revote} />;
    case 'committing':
      return <Committing support={screen.support} />;
    case 'messaging':
      return <Messaging marks={screen.marks} />;
    case 'closing':
      return <Closing worth={screen.worth} />;
    case 'closed':
      return <Closed />;
    default:
      return assertNever(screen);
  }
}
