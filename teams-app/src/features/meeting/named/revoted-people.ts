import type { ResultsView } from '@plumbline/shared/contract/views';
import type { RevotedPerson } from '@plumbline/shared/figures/basis';
import { namedAnswers, type NamedAnswers } from './by-point.ts';

/**
 * What each person of a named meeting answered to a question before and after the talk; who did not vote again keeps the
 * answer from before. `null` where nobody sees names, or the question was not voted on again.
 */
export function revotedPeople(
  results: Pick<ResultsView, 'named'>,
  { question, revote }: { readonly question: string; readonly revote: string | null },
): readonly RevotedPerson[] | null {
  const rated = namedAnswers(results, { purpose: 'rating' });
  const revoted = namedAnswers(results, { id: revote });
  if (rated === null || revoted === null) return null;
  return rated.map(({ person, answers }) => {
    const before = answers[question];
    const after = revoted.find((one) => one.person === person)?.answers[question] ?? before;
    return { before: onScale(before), after: onScale(after) };
  });
}

function onScale(answer: NamedAnswers[number]['answers'][string] | undefined): number | null {
  return answer?.kind === 'scale' ? answer.value : null;
}
