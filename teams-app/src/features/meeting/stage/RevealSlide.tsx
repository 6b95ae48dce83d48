import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ResultsView } from '@plumbline/shared/contract/views';
import type { RankingResult } from '@plumbline/shared/domain/results/shown';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { perceptionFigure } from '@plumbline/shared/figures/perception';
import { profileFigure } from '@plumbline/shared/figures/profile';
import { useFormat } from '../../../app/format.ts';
import { DimensionProfile } from '../../../charts/DimensionProfile.tsx';
import { PerceptionGap } from '../../../charts/PerceptionGap.tsx';
import { figureSource } from '../leader/figure-source.ts';
import { guessGroups, sameOrder } from '../summary/findings.ts';
import { namedAnswers } from '../named/by-point.ts';
import { QuestionOnStage } from './QuestionOnStage.tsx';
import type { Slide } from './reveal-slides.ts';
import { useStage } from './stage-context.ts';
import { useStageLook } from './stage-look.ts';

const useStyles = makeStyles({
  three: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '16px', alignItems: 'stretch' },
  order: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: '16px',
    paddingBlock: '4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  place: { minWidth: '2ch', fontVariantNumeric: 'tabular-nums' },
  grow: { flexGrow: 1 },
});

/** One picture of the reveal. */
export function RevealSlide(props: {
  readonly slide: Slide;
  readonly results: ResultsView;
  readonly onOpen: (dimension: string) => void;
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
          {...(results.depth === 'full' ? { onSelect: onOpen } : {})}
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
    case 'ranking':
      return <Ranking ranking={slide.ranking} />;
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

function Ranking({ ranking }: { readonly ranking: RankingResult }) {
  const styles = useStyles();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const format = useFormat();
  const { result } = ranking;
  if (result.status === 'held') return <p className={look.title}>{t('question.held', { count: result.needed })}</p>;
  return (
    <div className={look.column}>
      <h2 className={look.question}>{ranking.text}</h2>
      <ol className={styles.order}>
        {result.order.map(({ option, text, meanRank }, place) => (
          <li key={option} className={styles.line}>
            <span className={mergeClasses(look.heading, look.quiet, styles.place)}>{place + 1}</span>
            <span className={mergeClasses(look.text, styles.grow)}>{text}</span>
            <span className={mergeClasses(look.small, look.quiet)}>
              {t('slides.rank', { rank: format.number(meanRank, 1) })}
            </span>
          </li>
        ))}
      </ol>
      {result.agreement === null ? null : <p className={look.text}>{t(`slides.${sameOrder(result.agreement)}`)}</p>}
    </div>
  );
}
