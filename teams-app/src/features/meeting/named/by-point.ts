import type { ResultsView } from '@plumbline/shared/contract/views';

type NamedRound = ResultsView['named'][number];
export type NamedAnswers = NamedRound['answers'];
export type Person = Pick<NamedAnswers[number], 'person' | 'name'>;

/** The people at each point of a scale, from low to high, and apart from them those who are at none. */
export interface ByPoint {
  readonly points: readonly { readonly value: number; readonly people: readonly Person[] }[];
  readonly cannotSay: readonly Person[];
  readonly missing: readonly Person[];
}

/** Who answered what on one scale question, people in the order in which the service gives them. */
export function byPoint(
  answers: NamedAnswers,
  { question, low, high }: { readonly question: string; readonly low: number; readonly high: number },
): ByPoint {
  const who = (is: (answer: NamedAnswers[number]['answers'][string] | undefined) => boolean): readonly Person[] =>
    answers.filter((one) => is(one.answers[question])).map(({ person, name }) => ({ person, name }));
  return {
    points: Array.from({ length: high - low + 1 }, (_, step) => low + step).map((value) => ({
      value,
      people: who((answer) => answer?.kind === 'scale' && answer.value === value),
    })),
    cannotSay: who((answer) => answer?.kind === 'cannot-say'),
    missing: who((answer) => answer === undefined),
  };
}

/** What each person is called where room is short: the first word of the name, the whole one where two share it. */
export function calledBy(people: readonly Person[]): ReadonlyMap<Person['person'], string> {
  const first = ({ name }: Person) => name.split(' ')[0] ?? name;
  const times = (word: string) => people.filter((person) => first(person) === word).length;
  return new Map(people.map((one) => [one.person, times(first(one)) > 1 ? one.name : first(one)]));
}

/** The answers of the latest round of a purpose, or of the one with the id; `null` in an anonymous meeting. */
export function namedAnswers(
  results: Pick<ResultsView, 'named'> | null,
  round: { readonly purpose: NamedRound['purpose'] } | { readonly id: string | null },
): NamedAnswers | null {
  const found = results?.named.findLast((one) =>
    'id' in round ? one.round === round.id : one.purpose === round.purpose,
  );
  return found?.answers ?? null;
}
