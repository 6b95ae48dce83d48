import { Button, makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { minutesOfStep, minutesPerTopic } from '@plumbline/shared/domain/meeting/phases';
import { meterFigure } from '@plumbline/shared/figures/meter';
import { ConvergenceMeter } from '../../../charts/ConvergenceMeter.tsx';
import { figureSource } from '../leader/figure-source.ts';
import { useLook } from '../leader/look.ts';
import { revotedPeople } from '../named/revoted-people.ts';
import { ChangeNote } from './ChangeNote.tsx';
import { useConsole } from './console-context.ts';
import { Override } from './Override.tsx';
import { currentTopic, type Topic } from './primary-action.ts';

const STEPS = ['reading', 'talking', 're-voting', 'comparing', 'done'] as const;

const useStyles = makeStyles({
  now: { borderInlineStartColor: tokens.colorBrandStroke1, borderInlineStartWidth: '3px' },
  step: { color: tokens.colorBrandForeground1, ...shorthands.borderColor(tokens.colorBrandStroke1) },
  steps: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
});

/** The topics: where each stands, its steps, what the second vote said, and what changes. */
export function Topics() {
  const { view } = useConsole();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('console');
  const [overriding, setOverriding] = useState(false);
  const now = currentTopic(view);
  return (
    <section className={look.column}>
      <h2 className={look.section}>{t('topics.title')}</h2>
      {view.topics.length === 0 ? <p className={look.text}>{t('topics.none')}</p> : null}
      <ol className={look.list}>
        {view.topics.map((topic) => (
          <li
            key={topic.question}
            className={topic.question === now?.question ? `${look.card} ${styles.now}` : look.card}
          >
            <p className={look.strong}>{topic.text}</p>
            <p className={look.small}>
              {t(`topics.state.${topic.step}`)}
              {topic.revote === null || topic.step === 're-voting' ? null : ` · ${t('topics.voted')}`}
            </p>
            {topic.step === 'waiting' ? null : <Steps topic={topic} />}
            <Meter topic={topic} />
            {topic.step === 'waiting' ? null : <ChangeNote key={topic.question} topic={topic} />}
          </li>
        ))}
      </ol>
      {overriding ? (
        <Override onClose={() => setOverriding(false)} />
      ) : (
        <Button appearance="subtle" className={look.start} onClick={() => setOverriding(true)}>
          {t('override.title')}
        </Button>
      )}
    </section>
  );
}

/** Any step can be gone to, a second vote only once; a vote that is on can only be closed, for it is closed for good. */
function Steps({ topic }: { readonly topic: Topic }) {
  const { view, direct, running } = useConsole();
  const styles = useStyles();
  const { t } = useTranslation('console');
  const ofTopic = minutesPerTopic(view.composition.minutes.discussing, view.topics.length);
  const voting = currentTopic(view)?.step === 're-voting';

  function isOpen(step: (typeof STEPS)[number]): boolean {
    if (step === topic.step) return true;
    if (voting) return topic.step === 're-voting' && step === 'comparing';
    return step !== 're-voting' || topic.revote === null;
  }

  return (
    <div className={styles.steps} role="group" aria-label={t('topics.steps', { topic: topic.text })}>
      {STEPS.map((step) => (
        <Button
          key={step}
          size="small"
          style={{ minHeight: 36 }}
          appearance={step === topic.step ? 'secondary' : 'subtle'}
          className={step === topic.step ? styles.step : undefined}
          aria-pressed={step === topic.step}
          disabledFocusable={running || !isOpen(step)}
          onClick={() => {
            if (step !== topic.step) void direct({ type: 'topic-step', question: topic.question, to: step });
          }}
        >
          {step === 'done' ? t('step.done') : t(`step.${step}`, { count: minutesOfStep(step, ofTopic) })}
        </Button>
      ))}
    </div>
  );
}

/** Whether to keep talking, once the second vote may be shown. */
function Meter({ topic }: { readonly topic: Topic }) {
  const { view, results } = useConsole();
  const revote = results?.revotes.find(({ question }) => question === topic.question);
  if (results === null || !revote || topic.step === 're-voting') return null;
  const people = revotedPeople(results, topic);
  const figure = meterFigure({
    source: figureSource(view, results),
    text: topic.text,
    revote,
    ...(people === null ? {} : { people }),
  });
  return <ConvergenceMeter figure={figure} size="panel" heading="finding" level={3} />;
}
