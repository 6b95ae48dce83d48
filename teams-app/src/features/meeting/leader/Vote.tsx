import { makeStyles } from '@fluentui/react-components';
import { useId, type KeyboardEvent } from 'react';
import type { RoundView } from '@plumbline/shared/contract/views';
import { BallotNotes } from './BallotNotes.tsx';
import type { BallotAnswer } from './ballot-draft.ts';
import { keyAction } from './ballot-keys.ts';
import { ConsentGate } from './ConsentGate.tsx';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { PrivacyLine } from './PrivacyLine.tsx';
import type { Question } from './progress.ts';
import { SaveLine } from './SaveLine.tsx';
import { scaleOfQuestion } from './scale-of-question.ts';
import { ScaleRow, type ScaleWords } from './ScaleRow.tsx';
import { useBallot } from './use-ballot.ts';

const useStyles = makeStyles({ item: { display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0 } });

interface VoteProps {
  readonly round: RoundView;
  readonly words?: ScaleWords;
  /** What stands where nothing was answered in this round yet. */
  readonly earlier?: Readonly<Record<string, BallotAnswer>>;
  /** False where the question stands above already; it is still read out. */
  readonly titled?: boolean;
}

/** A short vote, all its questions on one screen; keyed by its round. */
export function Vote(props: VoteProps) {
  return (
    <ConsentGate round={props.round}>
      <Items {...props} />
    </ConsentGate>
  );
}

function Items(props: VoteProps) {
  const { round, words, earlier, titled = true } = props;
  const { view } = useLeader();
  const look = useLook();
  const ballot = useBallot(round);
  return (
    <div className={look.column}>
      {round.questions.map((question) => (
        <VoteItem
          key={question.id}
          question={question}
          words={words}
          titled={titled}
          answer={ballot.answers[question.id] ?? earlier?.[question.id]}
          onAnswer={(answer) => {
            ballot.answer(question.id, answer);
          }}
        />
      ))}
      <SaveLine ballot={ballot} timed={false} />
      <BallotNotes ballot={ballot} round={round} />
      {view.mode === 'named' ? <PrivacyLine round={round} ballot={ballot} /> : null}
    </div>
  );
}

function VoteItem(props: {
  readonly question: Question;
  readonly words: ScaleWords | undefined;
  readonly titled: boolean;
  readonly answer: BallotAnswer | undefined;
  readonly onAnswer: (answer: BallotAnswer) => void;
}) {
  const { question, words, titled, answer, onAnswer } = props;
  const styles = useStyles();
  const look = useLook();
  const id = useId();
  const asked = scaleOfQuestion(question);
  if (!asked) return null;
  const { scale } = asked;

  function onKeyDown(event: KeyboardEvent): void {
    const action = keyAction(event, { scale, answer, inRow: true });
    if (action?.type !== 'answer') return;
    event.preventDefault();
    onAnswer(action.answer);
  }

  return (
    <div className={styles.item}>
      <h3 id={id} className={titled ? look.strong : look.hidden}>
        {question.text}
      </h3>
      <ScaleRow
        labelledBy={id}
        scale={scale}
        words={words ?? asked.words}
        answer={answer}
        onAnswer={onAnswer}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
