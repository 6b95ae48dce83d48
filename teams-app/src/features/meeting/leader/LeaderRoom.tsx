import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { fetchAhead, partOf } from '../../../app/part.tsx';
import { Empty, Loading } from '../../../app/screens.tsx';
import { LateNotes } from './LateNotes.tsx';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { Predicting } from './Predicting.tsx';
import { RatingPhase } from './RatingPhase.tsx';
import { TimeLeft } from './SaveLine.tsx';
import { useFocusWhenLost } from './use-focus-when-lost.ts';
import { screenNow, type LeaderScreen } from './screen-now.ts';

// Pictures and forms come after the ballot: whoever opens the panel in a meeting begins with what every meeting begins with.
const Revealing = partOf(async () => (await import('./Revealing.tsx')).Revealing);
const Choosing = partOf(async () => (await import('./Choosing.tsx')).Choosing);
const Discussing = partOf(async () => (await import('./Discussing.tsx')).Discussing);
const Committing = partOf(async () => (await import('./Committing.tsx')).Committing);
const Messaging = partOf(async () => (await import('./Messaging.tsx')).Messaging);
const Closing = partOf(async () => (await import('./Closing.tsx')).Closing);
const Closed = partOf(async () => (await import('./Closed.tsx')).Closed);
const Onlooker = partOf(async () => (await import('./Onlooker.tsx')).Onlooker);

/** In the order of the phases; the facilitator may skip one, so all are fetched as soon as there is nothing else to do. */
const PARTS = [Revealing, Choosing, Discussing, Committing, Messaging, Closing, Closed];

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

  useFocusWhenLost(screen.kind, heading);
  useEffect(() => {
    const stop = new AbortController();
    void fetchAhead(PARTS, stop.signal);
    return () => stop.abort();
  }, []);

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
      <Suspense fallback={<Loading what={t('loading')} />}>
        <Screen screen={screen} />
      </Suspense>
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
  if (screen.kind === 'pulse' || (view.format === 'pulse' && view.status === 'open')) return t('format.pulse');
  if (screen.kind === 'planned') return t('meeting.draft');
  if (screen.kind === 'closed' || view.phase === null) return t('meeting.closed');
  return t(`phase.${view.phase}`);
}

function Screen({ screen }: { readonly screen: LeaderScreen }) {
  switch (screen.kind) {
    case 'planned':
      return <Planned />;
    case 'onlooker':
      return <Onlooker.Show resultsShown={screen.resultsShown} />;
    case 'lobby':
    case 'pulse':
    case 'rating':
      return <RatingPhase during={screen.kind} rating={screen.rating} />;
    case 'predicting':
      return <Predicting prediction={screen.prediction} />;
    case 'revealing':
      return <Revealing.Show />;
    case 'choosing':
      return <Choosing.Show dots={screen.dots} />;
    case 'discussing':
      return <Discussing.Show topic={screen.topic} revote={screen.revote} />;
    case 'committing':
      return <Committing.Show support={screen.support} />;
    case 'messaging':
      return <Messaging.Show marks={screen.marks} />;
    case 'closing':
      return <Closing.Show worth={screen.worth} />;
    case 'closed':
      return <Closed.Show />;
    default:
      return assertNever(screen);
  }
}

/** Nothing to answer yet; whoever plans the meeting finds the way on. */
function Planned() {
  const { view } = useLeader();
  const { t } = useTranslation('leader');
  const [, go] = useLocation();
  const action = (
    <Button appearance="primary" onClick={() => go(`/teams/${view.team.id}/plan/${view.id}`)}>
      {t('planned.go-on')}
    </Button>
  );
  return (
    <Empty title={t('planned.title')} detail={t('planned.detail')} action={view.me.abilities.compose ? action : null} />
  );
}
