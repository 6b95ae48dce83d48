import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { minutesOfStep, minutesPerTopic } from '@plumbline/shared/domain/meeting/phases';
import { useFormat } from '../../../app/format.ts';
import { useLook } from '../leader/look.ts';
import { CloseForGood } from './CloseForGood.tsx';
import { useConsole } from './console-context.ts';
import { ConsoleCount } from './ConsoleCount.tsx';
import { ConsoleTimer } from './ConsoleTimer.tsx';
import { currentTopic, primaryAction, wayBack, type PrimaryAction } from './primary-action.ts';

/** At most so many commitments are made in one meeting. */
const MOST = 3;

const useStyles = makeStyles({
  now: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
  big: { minHeight: '48px', width: '100%', ...typographyStyles.subtitle2 },
  next: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  act: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
});

/** NOW: the timer, how many are in, and the one thing to do next. */
export function Now() {
  const { view, opened } = useConsole();
  const styles = useStyles();
  return (
    <section className={styles.now}>
      {view.status === 'open' && view.format === 'meeting' ? <ConsoleTimer /> : null}
      <ConsoleCount />
      {opened === 'close' && view.status === 'open' ? <CloseForGood /> : <Act />}
      <Back />
    </section>
  );
}

function Act() {
  const { view, direct, running, open } = useConsole();
  const styles = useStyles();
  const { t } = useTranslation('console');
  const [, go] = useLocation();
  const format = useFormat();
  const action = primaryAction(view);
  const words = wordsOf(action, view.format === 'pulse');
  const upcoming = view.topics.findIndex(({ step }) => step === 'waiting') + 1;
  const ofTopic = minutesPerTopic(view.composition.minutes.discussing, view.topics.length);
  const values = {
    place: upcoming,
    count: minutesOfStep('talking', ofTopic),
    most: MOST,
    at: view.closesAt === null ? '' : format.dateTime(view.closesAt),
  };

  function act(): void {
    if (action.kind === 'direct') {
      void direct(action.direction);
      return;
    }
    switch (action.what) {
      case 'close':
      case 'commitment':
      case 'message':
        open(action.what);
        return;
      case 'summary':
        go(`/meetings/${view.id}/summary`);
        return;
      case 'plan':
        go(`/teams/${view.team.id}/plan/${view.id}`);
        return;
    }
  }

  return (
    <div className={styles.act}>
      <Button
        data-main="yes"
        appearance="primary"
        size="large"
        className={styles.big}
        disabledFocusable={running}
        onClick={act}
      >
        {t(`do.${words}`, values)}
      </Button>
      <p className={styles.next}>
        {words === 'close-pulse' && view.closesAt === null
          ? t('do.close-pulse.next-open')
          : words === 'ask-support' && view.mode === 'named'
            ? t('named.ask-support.next')
            : t(`do.${words}.next`, values)}
      </p>
    </div>
  );
}

function wordsOf(action: PrimaryAction, pulse: boolean) {
  if (action.kind === 'direct') return action.words;
  return action.what === 'close' && pulse ? 'close-pulse' : action.what;
}

function Back() {
  const { view, direct, running } = useConsole();
  const look = useLook();
  const { t } = useTranslation(['console', 'results']);
  const back = wayBack(view);
  if (view.status !== 'open' || view.phase === null || view.phase === 'collecting') return null;
  if (back === null) {
    const told = currentTopic(view) === null && view.format === 'meeting';
    return told ? <p className={look.small}>{t('console:back.gone')}</p> : null;
  }
  return (
    <Button
      appearance="subtle"
      className={look.start}
      disabledFocusable={running}
      onClick={() => void direct({ type: 'go-back' })}
    >
      {t('console:back.to', { phase: t(`results:phase.${back}`) })}
    </Button>
  );
}
