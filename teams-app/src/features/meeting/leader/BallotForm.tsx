import { useEffect, useRef, useState, type RefObject } from 'react';
import type { RoundView } from '@plumbline/shared/contract/views';
import { BallotEnd, BallotSteps, StretchDots } from './BallotSteps.tsx';
import { BallotNotes } from './BallotNotes.tsx';
import { BallotQuestion } from './BallotQuestion.tsx';
import { ConsentGate } from './ConsentGate.tsx';
import { keyAction } from './ballot-keys.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { PrivacyLine } from './PrivacyLine.tsx';
import { answerState, firstEmpty } from './progress.ts';
import { SaveLine } from './SaveLine.tsx';
import { scaleOfQuestion } from './scale-of-question.ts';
import { useBallot } from './use-ballot.ts';

interface BallotFormProps {
  readonly round: RoundView;
  /** Said above each question, for a round that asks in another way than the rating. */
  readonly prompt?: string;
  readonly onDone: () => void;
}

/** A ballot, one question at a time; keyed by its round. It is saved on every answer and can be changed until it closes. */
export function BallotForm(props: BallotFormProps) {
  return (
    <ConsentGate round={props.round}>
      <Form {...props} />
    </ConsentGate>
  );
}

function Form(props: BallotFormProps) {
  const { round, prompt, onDone } = props;
  const { questions } = round;
  const { view } = useLeader();
  const ballot = useBallot(round);
  const look = useLook();
  const [place, setPlace] = useState(() => firstEmpty(questions, ballot.answers) % questions.length);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A page that opens with a ballot does not take the focus from the host around it.
    if (document.hasFocus()) form.current?.querySelector<HTMLElement>('[data-question]')?.focus();
  }, [place]);

  const question = questions[place];
  const answer = question && ballot.answers[question.id];
  const go = (to: number) => {
    setPlace(Math.min(questions.length, Math.max(0, to)));
  };
  useKeys(form, (event) => {
    const inRow = event.target instanceof Element && event.target.closest('[data-row]') !== null;
    const scale = (question && scaleOfQuestion(question)?.scale) ?? null;
    const action = keyAction(event, { scale, pair: question?.kind === 'pairwise', answer, inRow });
    if (!action || !question) return;
    event.preventDefault();
    if (action.type === 'answer') ballot.answer(question.id, action.answer);
    // The key presses the button, so that both do the same.
    else if (action.type === 'choose')
      form.current?.querySelector<HTMLElement>(`[data-side="${action.side}"]`)?.click();
    else go(place + (action.type === 'next' ? 1 : -1));
  });

  return (
    <div ref={form} className={look.column}>
      {question ? (
        <>
          <BallotQuestion
            question={question}
            place={place}
            count={questions.length}
            prompt={prompt}
            answer={answer}
            onAnswer={(next) => {
              ballot.answer(question.id, next);
            }}
          />
          <BallotSteps
            place={place}
            last={place === questions.length - 1}
            state={answerState(question, answer)}
            onGo={go}
          />
        </>
      ) : (
        <BallotEnd round={round} answers={ballot.answers} onGo={go} onDone={onDone} />
      )}
      <SaveLine ballot={ballot} timed />
      <BallotNotes ballot={ballot} round={round} />
      <StretchDots round={round} dimensions={view.dimensions} answers={ballot.answers} place={place} onGo={go} />
      <PrivacyLine round={round} ballot={ballot} />
    </div>
  );
}

/** Reads keys while the focus is inside an element, and nowhere else. */
function useKeys(within: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    const element = within.current;
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  });
}
