import type { MeetingView } from '@plumbline/shared/contract/views';

type Override = Extract<MeetingView['log'][number], { readonly kind: 'topics-overridden' }>;

/** What was suggested and what was chosen in its place, in the words of the questions. */
export function overrideLists({ dots, instead }: Override, { rounds }: Pick<MeetingView, 'rounds'>) {
  const asked = rounds.find(({ purpose }) => purpose === 'rating')?.questions ?? [];
  const textsOf = (questions: readonly string[]) =>
    questions.flatMap((id) => asked.find((question) => question.id === id)?.text ?? []);
  return [
    { which: 'suggested', texts: textsOf(dots) },
    { which: 'chosen', texts: textsOf(instead) },
  ] as const;
}
