import { useTranslation } from 'react-i18next';
import type { ResultsView, RoundView } from '@plumbline/shared/contract/views';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { useFormat } from '../../../app/format.ts';

type Question = RoundView['questions'][number];
type Answer = ResultsView['named'][number]['answers'][number]['answers'][string];

/** Says what somebody answered to a question, in a few words. */
export function useAnswerWords(question: Question): (answer: Answer | undefined) => string {
  const { t } = useTranslation('leader');
  const format = useFormat();
  const textOf = (id: string) =>
    ('options' in question ? question.options.find((option) => option.id === id)?.text : undefined) ?? id;
  return (answer) => {
    if (answer === undefined) return t('who.missing');
    switch (answer.kind) {
      case 'scale':
        return format.number(answer.value);
      case 'cannot-say':
        return t('who.cannot-say');
      case 'ranking':
        return format.list(answer.order.map((id, place) => t('who.place', { place: place + 1, option: textOf(id) })));
      case 'allocation':
        return format.list(
          Object.entries(answer.points).map(([id, points]) =>
            t('who.points', { option: textOf(id), points: format.number(points) }),
          ),
        );
      case 'pairwise':
        return format.list(
          answer.choices.map(({ preferred, over }) =>
            t('who.over', { preferred: textOf(preferred), over: textOf(over) }),
          ),
        );
      case 'dots':
        return format.list(answer.on.map(textOf));
      default:
        return assertNever(answer);
    }
  };
}
