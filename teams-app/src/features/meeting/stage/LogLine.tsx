import { useTranslation } from 'react-i18next';
import type { MeetingView } from '@plumbline/shared/contract/views';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { useFormat } from '../../../app/format.ts';

/** One thing that a facilitator did and everybody may know of. */
export function LogLine({ entry }: { readonly entry: MeetingView['log'][number] }) {
  const { t } = useTranslation(['stage', 'results']);
  const format = useFormat();
  const at = format.time(entry.at);
  switch (entry.kind) {
    case 'skipped':
    case 'went-back':
      return t(`stage:log.${entry.kind}`, { at, to: t(`results:phase.${entry.to}`) });
    case 'handed-over':
      return t('stage:log.handed-over', { at, to: entry.to });
    case 'topics-overridden':
      return t('stage:log.topics-overridden', { at });
    default:
      return assertNever(entry);
  }
}
