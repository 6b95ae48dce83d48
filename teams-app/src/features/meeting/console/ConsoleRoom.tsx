import { makeStyles, MessageBar, MessageBarBody, tokens, typographyStyles } from '@fluentui/react-components';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchAhead, partOf } from '../../../app/part.tsx';
import { ProblemNote } from '../../../app/ProblemNote.tsx';
import { Loading } from '../../../app/screens.tsx';
import { ShareToStage } from '../../../app/ShareToStage.tsx';
import { useLook } from '../leader/look.ts';
import { Agenda, AgendaLineShort } from './Agenda.tsx';
import { AskNext } from './AskNext.tsx';
import { useConsole } from './console-context.ts';
import { ConsoleLog } from './ConsoleLog.tsx';
import { More } from './More.tsx';
import { Now } from './Now.tsx';
import { Preview } from './Preview.tsx';
import { useFocusKept } from './use-focus-kept.ts';

// What belongs to one phase is fetched for it, or before it while there is nothing else to do.
const Before = partOf(async () => (await import('./Before.tsx')).Before);
const InOpening = partOf(async () => (await import('./InOpening.tsx')).InOpening);
const Topics = partOf(async () => (await import('./Topics.tsx')).Topics);
const ConsoleCommitments = partOf(async () => (await import('./ConsoleCommitments.tsx')).ConsoleCommitments);
const RevealPages = partOf(async () => (await import('./RevealPages.tsx')).RevealPages);
const ConsoleMessage = partOf(async () => (await import('./ConsoleMessage.tsx')).ConsoleMessage);

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXL,
    padding: '12px 12px 24px',
    minWidth: 0,
    boxSizing: 'border-box',
    width: '100%',
    color: tokens.colorNeutralForeground1,
  },
  page: {
    display: 'grid',
    gridTemplateColumns: '224px minmax(0, 1fr) minmax(240px, 340px)',
    columnGap: '40px',
    rowGap: tokens.spacingVerticalXL,
    alignItems: 'start',
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '1280px',
    marginInline: 'auto',
    padding: '24px 24px 48px',
    color: tokens.colorNeutralForeground1,
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  head: { gridColumn: '1 / -1', display: 'flex', flexDirection: 'column', rowGap: '2px' },
  meeting: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  phase: { ...typographyStyles.subtitle1, margin: 0, ':focus-visible': { outline: 'none' } },
  column: { display: 'flex', flexDirection: 'column', rowGap: '28px', minWidth: 0 },
});

/** The console: where we are, the one thing to do next, and everything else below it. */
export function ConsoleRoom() {
  const { view, layout } = useConsole();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation(['console', 'results']);
  const heading = useRef<HTMLHeadingElement>(null);
  const room = useRef<HTMLElement>(null);
  const title =
    view.status !== 'open'
      ? t(`results:meeting.${view.status}`)
      : view.format === 'pulse' || view.phase === null
        ? t('results:format.pulse')
        : t(`results:phase.${view.phase}`);
  useFocusKept(room);
  useEffect(() => {
    const stop = new AbortController();
    void fetchAhead([InOpening, RevealPages, Topics, ConsoleCommitments, ConsoleMessage], stop.signal);
    return () => stop.abort();
  }, []);
  const over = view.status === 'closed';
  useEffect(() => {
    // Closing takes the controls away, and the button that did it with them.
    if (over && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [over]);
  const before = useRef(title);
  useEffect(() => {
    if (before.current === title) return;
    before.current = title;
    // Whoever pressed the big button hears where they are now and reaches the next one with the next key.
    const active = document.activeElement;
    if (active === document.body || room.current?.contains(active) === true) {
      heading.current?.focus({ preventScroll: layout === 'page' });
    }
  }, [title, layout]);

  const head = (
    <header className={styles.head}>
      <p className={styles.meeting}>{view.composition.title}</p>
      <h1 ref={heading} tabIndex={-1} className={styles.phase}>
        {title}
      </h1>
      <span role="status" className={look.hidden}>
        {t('console:now', { title })}
      </span>
    </header>
  );
  if (layout === 'panel') {
    return (
      <main ref={room} className={styles.panel}>
        {head}
        <AgendaLineShort />
        <Refused />
        <Now />
        {view.phase === 'revealing' ? (
          // What to ask is longer or shorter with each page: the buttons that turn stay where they are.
          <>
            <Parts />
            <AskNext />
          </>
        ) : (
          <>
            <AskNext />
            <Parts />
          </>
        )}
        <Preview />
        <ShareToStage meeting={view.id} />
        <ConsoleLog />
        <More />
      </main>
    );
  }
  return (
    <main ref={room} className={styles.page}>
      {head}
      <Agenda />
      <div className={styles.column}>
        <Refused />
        <Now />
        <Parts />
        <More />
      </div>
      <div className={styles.column}>
        <AskNext />
        <Preview />
        <ShareToStage meeting={view.id} />
        <ConsoleLog />
      </div>
    </main>
  );
}

/** What belongs to the phase. */
function Parts() {
  const { t } = useTranslation('console');
  return (
    <Suspense fallback={<Loading what={t('loading')} />}>
      <PhasePart />
    </Suspense>
  );
}

function PhasePart() {
  const { view } = useConsole();
  if (view.status === 'draft' || view.phase === 'collecting') return <Before.Show />;
  if (view.phase === 'opening') return <InOpening.Show />;
  if (view.phase === 'revealing') return <RevealPages.Show />;
  if (view.phase === 'discussing') return <Topics.Show />;
  if (view.phase === 'committing') return <ConsoleCommitments.Show />;
  if (view.phase === 'messaging') return <ConsoleMessage.Show />;
  return null;
}

function Refused() {
  const { view, refusal, dismiss } = useConsole();
  const { t } = useTranslation(['console', 'results']);
  if (refusal === null) return null;
  if (refusal.kind === 'problem') return <ProblemNote error={refusal.error} onDismiss={dismiss} />;
  const phase = view.phase === null ? '' : t(`results:phase.${view.phase}`);
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{t(`console:stale.${refusal.changed}`, { phase, name: view.facilitator.name })}</MessageBarBody>
    </MessageBar>
  );
}
