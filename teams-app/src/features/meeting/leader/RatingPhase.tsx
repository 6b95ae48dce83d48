import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { BallotForm } from './BallotForm.tsx';
import { useLeader } from './leader-context.ts';
import { Lobby } from './Lobby.tsx';
import { useLook } from './look.ts';
import { emptyPlaces } from './progress.ts';
import { Sample } from './Sample.tsx';
import { Terms } from './Terms.tsx';
import { TimeLeft } from './SaveLine.tsx';
import { answersOf, draftOf } from './ballot-draft.ts';
import { useFocusWhenLost } from './use-focus-when-lost.ts';

const useStyles = makeStyles({ heading: { ':focus-visible': { outline: 'none' } } });

/**
 * Everything around the rating's ballot: the lobby before the meeting, the days of a pulse, the minutes of the rating.
 * One component for all of them, so that who is answering stays where they are when the meeting moves on.
 */
export function RatingPhase(props: {
  readonly during: 'lobby' | 'pulse' | 'rating';
  readonly rating: RoundView | null;
}) {
  const { during, rating } = props;
  const { view, mine, consent, store } = useLeader();
  const { t } = useTranslation('leader');
  const look = useLook();
  const own = mine.ballots.find(({ round }) => round === rating?.id);
  const answers = answersOf((rating && store.ballot(rating.id)) ?? draftOf(own ?? null));
  const begun = Object.keys(answers).length > 0;
  const empty = rating ? emptyPlaces(rating.questions, answers).length : 0;
  // Who joins late, or loses the page in the middle of a ballot, finds it open.
  const [answering, setAnswering] = useState(during === 'rating' && begun && empty > 0);
  const declined = rating !== null && consent.to(rating.id) === 'declined';
  // Whoever does not want to be named goes back to what the meeting is about, and may begin after all.
  const inBallot = answering && !declined;
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusWhenLost(inBallot ? 'ballot' : 'around', heading);

  if (!rating) return <p className={look.quiet}>{t('rating.closed')}</p>;
  if (inBallot) {
    return (
      <BallotForm
        key={rating.id}
        round={rating}
        onDone={() => {
          setAnswering(false);
        }}
      />
    );
  }
  // Until the rating, the time that runs is the opening's, and it stands above.
  const state = { empty, questions: rating.questions.length, begun, timed: during !== 'lobby' };
  const begin = (
    <BallotState
      {...state}
      heading={heading}
      onBegin={() => {
        if (declined) consent.askAgain();
        setAnswering(true);
      }}
    />
  );
  if (during !== 'rating') return <Lobby pulse={during === 'pulse'} ballot={begin} />;
  return (
    <>
      {begin}
      {begun ? null : (
        <section className={look.tight}>
          <h2 className={look.section}>{t(view.mode === 'named' ? 'named.title' : 'terms.title')}</h2>
          <Terms />
          <Sample />
        </section>
      )}
    </>
  );
}

function BallotState(props: {
  readonly empty: number;
  readonly questions: number;
  readonly begun: boolean;
  readonly timed: boolean;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onBegin: () => void;
}) {
  const { empty, questions, begun, timed, heading, onBegin } = props;
  const { view } = useLeader();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const title = !begun
    ? t(view.mode === 'named' ? 'named.begin' : 'begin.title', { count: questions })
    : empty === 0
      ? t('begin.whole', { count: questions })
      : t('begin.part', { count: empty, questions });
  return (
    <section className={look.tight}>
      <h2 ref={heading} tabIndex={-1} className={mergeClasses(look.title, styles.heading)}>
        {title}
      </h2>
      <p className={look.quiet}>{begun ? t('begin.editable') : t('begin.how')}</p>
      <div className={look.actions}>
        <Button
          appearance={empty === 0 ? 'secondary' : 'primary'}
          size="large"
          className={look.target}
          onClick={onBegin}
        >
          {!begun ? t('begin.begin') : empty === 0 ? t('begin.change') : t('begin.continue')}
        </Button>
        {timed ? (
          <span className={look.small}>
            <TimeLeft />
          </span>
        ) : null}
      </div>
    </section>
  );
}
