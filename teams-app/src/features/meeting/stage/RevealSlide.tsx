import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ResultsView } from '@plumbline/shared/contract/views';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { campsFinding } from '@plumbline/shared/figures/camps';
import { perceptionFigure } from '@plumbline/shared/figures/perception';
import { profileFigure } from '@plumbline/shared/figures/profile';
import { DimensionProfile } from '../../../charts/DimensionProfile.tsx';
import { OptionChart } from '../../../charts/OptionChart.tsx';
import { PerceptionGap } from '../../../charts/PerceptionGap.tsx';
import { useSay } from '../../../charts/use-canvas.ts';
import { figureSource } from '../leader/figure-source.ts';
import { optionFigures } from '../leader/option-figures.ts';
import { guessGroups } from '../summary/findings.ts';
import { namedAnswers } from '../named/by-point.ts';
import { QuestionOnStage } from './QuestionOnStage.tsx';
import type { Slide } from './reveal-slides.ts';
import { useStage } from './stage-context.ts';
import { useStageLook } from './stage-look.ts';

const useStyles = makeStyles({
  three: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '16px', alignItems: 'stretch' },
});

/** So many options fit in the stage's own type. */
const MOST_LARGE = 5;

/** One picture of the reveal. */
export function RevealSlide(props: {
  readonly slide: Slide;
  readonly results: ResultsView;
  /** Opens a dimension; `null` on a stage that follows. */
  readonly onOpen: ((dimension: string) => void) | null;
}) {
  const { slide, results, onOpen } = props;
  const { view, room } = useStage();
  const styles = useStyles();
  const look = useStageLook();
  const size = room.short ? 'page' : 'stage';
  const source = figureSource(view, results);
  const answers = namedAnswers(results, { purpose: 'rating' });
  switch (slide.kind) {
    case 'profile':
      return (
        <DimensionProfile
          figure={profileFigure({ source, now: results.rating?.dimensions ?? [], before: null })}
          size={size}
          level={2}
          {...(results.depth === 'full' && onOpen !== null ? { onSelect: onOpen } : {})}
        />
      );
    case 'perception':
      return (
        <div className={look.column}>
          {guessGroups(results).map(({ low, high, questions }) => (
            // Five questions in full are too many for the stage's own type, but for a large one.
            <PerceptionGap
              key={`${String(low)} ${String(high)}`}
              figure={perceptionFigure({ source, scale: { low, high }, questions })}
              size={room.zoom > 1 ? size : 'page'}
              level={2}
            />
          ))}
        </div>
      );
    case 'camps':
      return <Camps results={results} />;
    case 'options':
      return <Options results={results} question={slide.question} />;
    case 'questions':
      return slide.questions.length === 1 || room.short ? (
        <div className={look.column}>
          {slide.questions.map((question) => (
            <QuestionOnStage
              key={question.question}
              question={question}
              source={source}
              size="alone"
              answers={answers}
            />
          ))}
        </div>
      ) : (
        <div className={styles.three}>
          {slide.questions.map((question) => (
            <QuestionOnStage
              key={question.question}
              question={question}
              source={source}
              size="of-three"
              answers={answers}
            />
          ))}
        </div>
      );
    default:
      return assertNever(slide);
  }
}

function Options({ results, question }: { readonly results: ResultsView; readonly question: string }) {
  const { view, room } = useStage();
  const options = results.rating ? optionFigures(results.rating, figureSource(view, results)) : [];
  const figure = options.find((each) => each.question === question)?.figure;
  if (figure === undefined) return null;
  // Many options in the stage's own type would not stand on it together.
  const large = !room.short && figure.marks.rows.length <= MOST_LARGE;
  return <OptionChart figure={figure} size={large ? 'stage' : 'page'} level={2} />;
}

function Camps({ results }: { readonly results: ResultsView }) {
  const look = useStageLook();
  const say = useSay();
  const { t } = useTranslation('stage');
  const camps = results.rating && campsFinding(results.rating);
  if (camps === null) return null;
  return (
    <div className={look.column}>
      <h2 className={look.title}>{say(camps.finding)}</h2>
      <ul className={look.list}>
        {camps.questions.map((text) => (
          <li key={text} className={look.text}>
            {text}
          </li>
        ))}
      </ul>
      <p className={look.ask}>
        <span className={look.quiet}>{t('question.ask')}: </span>
        {say(camps.ask)}
      </p>
    </div>
  );
}
