import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ResultsView, RoundView } from '@plumbline/shared/contract/views';
import { agreementFigure } from '@plumbline/shared/figures/agreement';
import { beforeAfterFigure } from '@plumbline/shared/figures/before-after';
import { shapeQuestion } from '@plumbline/shared/figures/shape-words';
import { useFormat } from '../../../app/format.ts';
import { AgreementStrip } from '../../../charts/AgreementStrip.tsx';
import { BeforeAfter } from '../../../charts/BeforeAfter.tsx';
import { useSay } from '../../../charts/use-canvas.ts';
import { figureSource } from '../leader/figure-source.ts';
import { namedAnswers } from '../named/by-point.ts';
import { NamedPicture } from '../named/NamedPicture.tsx';
import { WhoAnswered } from '../named/WhoAnswered.tsx';
import { Answered } from './Answered.tsx';
import { useStage } from './stage-context.ts';
import type { StageTopic as Topic } from './stage-content.ts';
import { useStageLook } from './stage-look.ts';

const STEPS = ['reading', 'talking', 're-voting', 'comparing'] as const;

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: '40px',
    alignItems: 'start',
  },
  steps: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', listStyleType: 'none', margin: 0, padding: 0 },
  step: {
    padding: '4px 16px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
  now: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '8px 24px' },
});

/** The question on the table: its picture, the step of the talk, released words, and what the second vote said. */
export function StageTopic(props: { readonly topic: Topic; readonly place: number; readonly round: RoundView | null }) {
  const { topic, place, round } = props;
  const { view, results, room } = useStage();
  const styles = useStyles();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  return (
    <div className={look.column}>
      <div className={styles.head}>
        <p className={mergeClasses(look.small, look.quiet)}>{t('topic.place', { place, count: view.topics.length })}</p>
        <ol className={mergeClasses(styles.steps, look.small)} aria-label={t('steps')}>
          {STEPS.map((step) => (
            <li
              key={step}
              className={mergeClasses(styles.step, step === topic.step && styles.now)}
              {...(step === topic.step ? { 'aria-current': 'step' } : {})}
            >
              {t(`step.${step}`)}
            </li>
          ))}
        </ol>
      </div>
      <h2 className={room.short ? look.question : look.title}>{topic.text}</h2>
      <div className={styles.sides}>
        <div className={look.column}>
          <Guide topic={topic} round={round} />
          {results === null || topic.step !== 'comparing' ? null : <WhereNow topic={topic} results={results} />}
          <Words question={topic.question} />
        </div>
        {results === null ? null : <Picture topic={topic} results={results} />}
      </div>
    </div>
  );
}

function Guide({ topic, round }: { readonly topic: Topic; readonly round: RoundView | null }) {
  const { results } = useStage();
  const look = useStageLook();
  const say = useSay();
  const { t } = useTranslation(['stage', 'results']);
  if (topic.step === 'waiting' || topic.step === 'done') return null;
  const result = results?.rating?.questions.find(({ question }) => question === topic.question)?.result;
  const asks = topic.step === 'reading' || topic.step === 'talking';
  return (
    <div className={look.column}>
      <p className={look.heading}>{t(`stage:step.${topic.step}.how`)}</p>
      {asks && result?.status === 'shown' ? (
        <>
          <p className={look.text}>{t(`results:sentence.${result.shape}`)}</p>
          <p className={look.ask}>
            <span className={look.quiet}>{t('stage:question.ask')}: </span>
            {say(shapeQuestion(result.shape))}
          </p>
        </>
      ) : null}
      {topic.step === 're-voting' && round !== null ? (
        <p className={look.heading} role="status">
          <Answered round={round} />
        </p>
      ) : null}
      {topic.step === 'comparing' && topic.change !== '' ? (
        <div>
          <p className={mergeClasses(look.small, look.quiet)}>{t('stage:topic.change')}</p>
          <p className={look.ask}>{topic.change}</p>
        </div>
      ) : null}
    </div>
  );
}

function Words({ question }: { readonly question: string }) {
  const { view } = useStage();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const format = useFormat();
  const released = view.comments.filter((comment) => comment.question === question);
  if (released.length === 0) return null;
  return (
    <section className={look.tight}>
      <h3 className={mergeClasses(look.small, look.quiet)}>{t('words.title')}</h3>
      <ul className={look.list} style={{ rowGap: 8 }}>
        {released.map(({ id, text, name }) => (
          <li key={id} className={look.small}>
            {format.quote(text)} <span className={look.quiet}>{name ?? t('words.nobody')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In a named meeting, where everybody stands after a second vote. */
function WhereNow({ topic, results }: { readonly topic: Topic; readonly results: ResultsView }) {
  const { room } = useStage();
  const { t } = useTranslation('leader');
  const answers = namedAnswers(results, { id: topic.revote });
  const revote = results.revotes.find((each) => each.question === topic.question);
  const question = results.rating?.questions.find((each) => each.question === topic.question);
  // A vote that changed nothing leaves the picture of before, with the same people on it.
  if (!question || answers === null || revote?.status !== 'moved') return null;
  const { low, high } = question;
  const size = room.short ? 'small' : 'large';
  return (
    <WhoAnswered
      title={t('who.now')}
      answers={answers}
      question={question.question}
      low={low}
      high={high}
      size={size}
    />
  );
}

/** The picture of before stays until there is something to compare it with. */
function Picture({ topic, results }: { readonly topic: Topic; readonly results: ResultsView }) {
  const { view, room } = useStage();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const size = room.short ? 'page' : 'stage';
  const source = figureSource(view, results);
  const question = results.rating?.questions.find((each) => each.question === topic.question);
  const before = namedAnswers(results, { purpose: 'rating' });
  const faces = room.short ? 'small' : 'large';
  const strip =
    question &&
    (before ? (
      <NamedPicture {...{ question, source, faces }} answers={before} size={size} level={3} />
    ) : (
      <AgreementStrip figure={agreementFigure({ source, question })} size={size} level={3} heading="silent" />
    ));
  if (topic.step !== 'comparing') return strip;
  const revote = results.revotes.find((each) => each.question === topic.question);
  if (revote?.status !== 'moved') {
    const why = !revote
      ? t('revote.none')
      : revote.status === 'held'
        ? t('question.held', { count: revote.needed })
        : t(view.mode === 'named' ? 'named.unchanged' : 'revote.unchanged');
    return (
      <div className={look.column}>
        <p className={look.heading}>{why}</p>
        {strip}
      </div>
    );
  }
  return (
    <BeforeAfter
      figure={beforeAfterFigure({ source, questions: [{ text: topic.text, revote }] })}
      size={size}
      level={3}
      heading="finding"
    />
  );
}
