import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { answeredIn } from './stage-content.ts';

/** How many have answered, in steps. */
export function Answered({ round }: { readonly round: RoundView }) {
  const { t } = useTranslation('stage');
  const answered = answeredIn(round);
  switch (answered.kind) {
    case 'none-yet':
      return t('answered.none-yet');
    case 'at-least':
      return t('answered.at-least', { counted: answered.counted, invited: answered.invited });
    case 'all':
      return t('answered.all', { invited: answered.invited });
    case 'of':
      return t('answered.of', { counted: answered.counted, invited: answered.invited });
    case 'unsaid':
      return null;
    default:
      return assertNever(answered);
  }
}
