import { fail, ok, type Result } from '../../kernel/result.ts';
import type { MeetingError } from './errors.ts';
import type { OpenMeeting, RevealPage } from './meeting.ts';
import { ratingRound } from './rounds.ts';

/** The page with which the reveal begins: where the team stands. */
export const OVERVIEW: RevealPage = { kind: 'overview' };

/** The meeting with another page of the reveal on its stages. */
export function showPage(meeting: OpenMeeting, page: RevealPage): Result<OpenMeeting, MeetingError> {
  const { phase } = meeting;
  if (phase !== 'revealing') return fail({ kind: 'meeting.wrong-phase', phase, needed: 'revealing' });
  if (page.kind === 'question' && !isAsked(meeting, page)) {
    return fail({ kind: 'topic.unknown-question', question: page.question });
  }
  return ok({ ...meeting, page });
}

function isAsked(
  meeting: OpenMeeting,
  { question, dimension }: Extract<RevealPage, { readonly kind: 'question' }>,
): boolean {
  if (dimension === null) return ratingRound(meeting).questions.some(({ id }) => id === question);
  return meeting.dimensions.some(({ id, questions }) => id === dimension && questions.includes(question));
}
