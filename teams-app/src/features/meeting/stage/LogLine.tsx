import { useTranslation } from 'react-i18next';
import type { MeetingView } from '@plumbline/shared/contract/views';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { useFormat } from '../../../app/format.ts';
import { overrideLists } from './override-lists.ts';

type Entry = MeetingView['log'][number];

/** One thing that a facilitator did and everybody may know of. */
export function LogLine({ entry }: { readonly entry: Entry }) {
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

/** The same with all that is known of it: of topics that were chosen by hand, which ones, and in place of which. */
export function WholeLogLine({ entry, view }: { readonly entry: Entry; readonly view: Pick<MeetingView, 'rounds'> }) {
  const { t } = useTranslation('stage');
  if (entry.kind !== 'topics-overridden') return <LogLine entry={entry} />;
  return (
    <>
      <LogLine entry={entry} />
      {overrideLists(entry, view).map(({ which, texts }) => (
        <div key={which}>
          {t(`log.topics.${which}`)}
          <ol>
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
        </div>
      ))}
    </>
  );
}
