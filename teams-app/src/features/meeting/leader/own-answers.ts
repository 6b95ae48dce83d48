import type { MeetingView, MineView } from '@plumbline/shared/contract/views';
import type { BallotAnswers } from './ballot-draft.ts';
import { latestRound } from './screen-now.ts';

/** This person's answers of the rating, with what a re-vote changed since. */
export function ownAnswers(view: MeetingView, mine: MineView): BallotAnswers {
  return view.rounds
    .filter(({ purpose }) => purpose === 'rating' || purpose === 're-vote')
    .reduce<BallotAnswers>((answers, { id }) => ({ ...answers, ...answersIn(mine, id) }), {});
}

/** This person's guesses of the team's answers. */
export function ownGuesses(view: MeetingView, mine: MineView): BallotAnswers {
  const round = latestRound(view, 'prediction');
  return round ? answersIn(mine, round.id) : {};
}

function answersIn(mine: MineView, round: string): BallotAnswers {
  return mine.ballots.find((ballot) => ballot.round === round)?.answers ?? {};
}
