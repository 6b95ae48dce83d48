import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { BackAndNext, BallotEnd, StretchDots } from './BallotSteps.tsx';
import { BallotNotes } from './BallotNotes.tsx';
import { keyAction } from './ballot-keys.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { PrivacyLine } from './PrivacyLine.tsx';
import { firstEmpty, isGiven } from './progress.ts';
import { RankingPicks } from './RankingPicks.tsx';
import { SaveLine } from './SaveLine.tsx';
import { scaleOfQuestion } from './scale-of-question.ts';
import { ScaleRow } from './ScaleRow.tsx';
import { useBallot } from './use-ballot.ts';

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

/** A ballot, one question at a time; keyed by its round. It is saved on every answer and can be changed until it closes. */
export function BallotForm(props: {
  readonly round: RoundView;
  /** Said above each question, for a round that asks in another way than the rating. */
  readonly prompt?: string;
  readonly onDone: () => void;
}) {
  const { round, prompt, onDone } = props;
  const { view, layout } = useLeader();
  const ballot = useBallot(round);
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const [place, setPlace] = useState(() => firstEmpty(round.questions, ballot.answers) % round.questions.length);
  const form = useRef<HTMLDivElement>(null);
  const labelId = useId();
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) form.current?.querySelector<HTMLElement>('[data-question]')?.focus();
    moved.current = true;
  }, [place]);

  const question = round.questions[place];
  const go = (to: number) => {
    setPlace(Math.min(round.questions.length, Math.max(0, to)));
  };
  if (!question) {
    return (
      <div ref={form} className={look.column}>
        <BallotEnd round={round} answers={ballot.answers} onGo={go} onDone={onDone} />
        <BallotNotes ballot={ballot} round={round} />
        <SaveLine ballot={ballot} timed />
        <StretchDots round={round} dimensions={view.dimensions} answers={ballot.answers} place={place} onGo={go} />
      </div>
    );
  }

  const asked = scaleOfQuestion(question);
  const answer = ballot.answers[question.id];
  const dimension = view.dimensions.find(({ questions }) => questions.includes(question.id))?.title;

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const inRow = event.target instanceof Element && event.target.closest('[data-row]') !== null;
    const action = keyAction(event, { scale: asked?.scale ?? null, answer, inRow });
    if (!action) return;
    event.preventDefault();
    if (action.type === 'answer') ballot.answer(question?.id ?? '', action.answer);
    else go(place + (action.type === 'next' ? 1 : -1));
  }

  return (
    <div ref={form} className={look.column} onKeyDown={onKeyDown}>
      <div className={look.between}>
        <p className={styles.head}>{dimension ?? t('ballot.ranking-questions')}</p>
        <p className={styles.head}>{t('ballot.place', { place: place + 1, count: round.questions.length })}</p>
      </div>
      <div className={styles.room}>
        {prompt === undefined ? null : <p className={look.quiet}>{prompt}</p>}
        <h2
          id={labelId}
          tabIndex={-1}
          data-question=""
          className={mergeClasses(styles.question, layout === 'page' && styles.wide)}
        >
          {question.text}
        </h2>
        {question.kind === 'frequency' ? <p className={look.small}>{t('ballot.period')}</p> : null}
      </div>
      {asked ? (
        <ScaleRow
          key={question.id}
          labelledBy={labelId}
          scale={asked.scale}
          words={asked.words}
          answer={answer}
          onAnswer={(next) => {
            ballot.answer(question.id, next);
          }}
        />
      ) : question.kind === 'ranking' ? (
        <RankingPicks
          key={question.id}
          question={question}
          labelledBy={labelId}
          answer={answer}
          onAnswer={(next) => {
            ballot.answer(question.id, next);
          }}
        />
      ) : null}
      <BackAndNext
        place={place}
        last={place === round.questions.length - 1}
        answered={isGiven(answer)}
        onGo={go}
      />
      <SaveLine ballot={ballot} timed />
      <BallotNotes ballot={ballot} round={round} />
      <StretchDots round={round} dimensions={view.dimensions} answers={ballot.answers} place={place} onGo={go} />
      <PrivacyLine />
    </div>
  );
}
