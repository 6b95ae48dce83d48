import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Suspense, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { partOf } from '../../../app/part.tsx';
import { Loading } from '../../../app/screens.tsx';
import type { BallotAnswer } from './ballot-draft.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import type { Question } from './progress.ts';
import { RankingPicks } from './RankingPicks.tsx';
import { scaleOfQuestion } from './scale-of-question.ts';
import { ScaleRow } from './ScaleRow.tsx';

// Few meetings ask these, and a phone in a meeting room should not wait for them.
const AllocationPoints = partOf(async () => (await import('./AllocationPoints.tsx')).AllocationPoints);
const PairChoices = partOf(async () => (await import('./PairChoices.tsx')).PairChoices);

const useStyles = makeStyles({
  head: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  question: {
    ...typographyStyles.subtitle1,
    margin: 0,
    textWrap: 'pretty',
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: 'none' },
  },
  wide: typographyStyles.title3,
  // Room for four lines, so that the targets stay where the thumb is while the questions change.
  room: { minHeight: '104px', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
});

/** One question of a ballot, the largest thing on the screen, and what it is answered with. */
export function BallotQuestion(props: {
  readonly question: Question;
  readonly place: number;
  readonly count: number;
  readonly prompt: string | undefined;
  readonly answer: BallotAnswer | undefined;
  readonly onAnswer: (answer: BallotAnswer) => void;
}) {
  const { question, place, count, prompt, answer, onAnswer } = props;
  const { view, layout } = useLeader();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const id = useId();
  const asked = scaleOfQuestion(question);
  const dimension = view.dimensions.find(({ questions }) => questions.includes(question.id))?.title;
  return (
    <>
      <div className={look.between}>
        <p className={styles.head}>{dimension ?? t('ballot.ranking-questions')}</p>
        <p className={styles.head}>{t('ballot.place', { place: place + 1, count })}</p>
      </div>
      <div className={styles.room}>
        {prompt === undefined ? null : <p className={look.quiet}>{prompt}</p>}
        <h2
          id={id}
          tabIndex={-1}
          data-question=""
          className={mergeClasses(styles.question, layout === 'page' && styles.wide)}
        >
          {question.text}
        </h2>
        {question.kind === 'frequency' ? <p className={look.small}>{t('ballot.period')}</p> : null}
      </div>
      {asked ? (
        <ScaleRow key={question.id} labelledBy={id} {...asked} answer={answer} onAnswer={onAnswer} />
      ) : (
        <Suspense fallback={<Loading what={t('ballot.loading')} />}>
          <Options key={question.id} question={question} labelledBy={id} answer={answer} onAnswer={onAnswer} />
        </Suspense>
      )}
    </>
  );
}

/** What a question about options is answered with. */
function Options(props: {
  readonly question: Question;
  readonly labelledBy: string;
  readonly answer: BallotAnswer | undefined;
  readonly onAnswer: (answer: BallotAnswer) => void;
}) {
  const { question, ...rest } = props;
  switch (question.kind) {
    case 'ranking':
      return <RankingPicks question={question} {...rest} />;
    case 'allocation':
      return <AllocationPoints.Show question={question} {...rest} />;
    case 'pairwise':
      return <PairChoices.Show question={question} {...rest} />;
    default:
      return null;
  }
}
