import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { fetchAhead, partOf } from '../../../app/part.tsx';
import { StageAnswering } from './StageAnswering.tsx';
import { StageBefore } from './StageBefore.tsx';
import { StageClock } from './StageClock.tsx';
import { StageCommitting } from './StageCommitting.tsx';
import { DetailsOffered } from '../../../charts/details/details-offered.ts';
import { StageContext, type Stage, type Turning } from './stage-context.ts';
import { stageContent, type StageContent } from './stage-content.ts';
import { StageLog } from './StageLog.tsx';
import { useStageLook } from './stage-look.ts';
import { StageMessaging } from './StageMessaging.tsx';
import { StageOpening } from './StageOpening.tsx';
import { StageTopics } from './StageTopics.tsx';
import { useStageRoom } from './use-stage-room.ts';

// Pictures come with the phase that shows them, or before it while there is nothing else to do.
const Choosing = partOf(async () => (await import('./StageChoosing.tsx')).StageChoosing);
const Closed = partOf(async () => (await import('./StageClosed.tsx')).StageClosed);
const Closing = partOf(async () => (await import('./StageClosed.tsx')).StageClosing);
const Revealing = partOf(async () => (await import('./StageRevealing.tsx')).StageRevealing);
const TopicPart = partOf(async () => (await import('./StageTopic.tsx')).StageTopic);

const useStyles = makeStyles({
  fill: { width: '100%', height: '100%' },
  screen: {
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '16px',
    padding: '24px 40px 20px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  short: { padding: '12px 24px 8px', rowGap: '12px' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '24px', flexShrink: 0 },
  names: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  phase: { ...typographyStyles.subtitle1, margin: 0 },
  meeting: {
    ...typographyStyles.body1,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  oneLine: { flexDirection: 'row', alignItems: 'baseline', columnGap: '12px' },
  // Too much for a small screen scrolls; the head with the time stays.
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', display: 'flex', flexDirection: 'column' },
});

/** The stage as a picture that fills whatever it is put into. */
export function StageScreen(props: {
  readonly view: MeetingView;
  readonly results: ResultsView | null;
  readonly preview: boolean;
  readonly turning: Turning | null;
  /** The way back from a stage that is no meeting's; `null` where there is none. */
  readonly onLeave: (() => void) | null;
}) {
  const { view, results, preview, turning, onLeave } = props;
  const styles = useStyles();
  const { ref, room } = useStageRoom();
  useEffect(() => {
    const stop = new AbortController();
    void fetchAhead([Revealing, Choosing, TopicPart, Closing], stop.signal);
    return () => stop.abort();
  }, []);
  const stage = useMemo(
    (): Stage | null => (room === null ? null : { view, results, room, preview, turning }),
    [view, results, room, preview, turning],
  );
  return (
    <div ref={ref} className={styles.fill}>
      {stage === null ? null : (
        <StageContext value={stage}>
          <DetailsOffered value={false}>
            <Whole stage={stage} onLeave={onLeave} />
          </DetailsOffered>
        </StageContext>
      )}
    </div>
  );
}

function Whole({ stage, onLeave }: { readonly stage: Stage; readonly onLeave: (() => void) | null }) {
  const { view, room, preview } = stage;
  const styles = useStyles();
  const look = useStageLook();
  const { t } = useTranslation(['stage', 'results']);
  const content = stageContent(view);
  const phase =
    view.format === 'pulse'
      ? t('results:format.pulse')
      : view.phase === null
        ? t(view.status === 'draft' ? 'results:meeting.draft' : 'results:meeting.closed')
        : t(`results:phase.${view.phase}`);
  return (
    <div className={mergeClasses(styles.screen, room.short && styles.short)} style={{ zoom: room.zoom }}>
      <header className={styles.head}>
        {onLeave === null ? null : (
          <Button
            appearance="subtle"
            size="large"
            icon={<ArrowLeftRegular />}
            aria-label={t('stage:leave')}
            title={t('stage:leave')}
            onClick={onLeave}
          />
        )}
        <div className={mergeClasses(styles.names, room.short && styles.oneLine)}>
          <h1 className={styles.phase}>{phase}</h1>
          <p className={styles.meeting}>{view.composition.title}</p>
        </div>
        {content.kind === 'answering' ? null : <StageClock />}
      </header>
      {preview ? null : (
        <span role="status" className={look.hidden}>
          {t('stage:now', { title: phase })}
        </span>
      )}
      <div className={styles.body} role="group" aria-label={phase} tabIndex={preview ? -1 : 0}>
        <Suspense fallback={null}>
          <Content content={content} />
        </Suspense>
      </div>
      <StageLog />
    </div>
  );
}

function Content({ content }: { readonly content: StageContent }) {
  switch (content.kind) {
    case 'planned':
    case 'collecting':
      return <StageBefore planned={content.kind === 'planned'} />;
    case 'opening':
      return <StageOpening />;
    case 'answering':
      return <StageAnswering what={content.what} round={content.round} />;
    case 'revealing':
      return <Revealing.Show />;
    case 'choosing':
      return <Choosing.Show round={content.round} />;
    case 'topics':
      return <StageTopics over={content.over} />;
    case 'topic':
      return <TopicPart.Show topic={content.topic} place={content.place} round={content.round} />;
    case 'committing':
      return <StageCommitting support={content.support} />;
    case 'messaging':
      return <StageMessaging marks={content.marks} />;
    case 'closing':
      return <Closing.Show round={content.round} />;
    case 'closed':
      return <Closed.Show />;
    default:
      return assertNever(content);
  }
}
