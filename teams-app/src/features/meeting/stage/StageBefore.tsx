import { mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useStage } from './stage-context.ts';
import { useStageLook } from './stage-look.ts';

/** Before the meeting: what it is for and how to take part. Nothing on the stage says who has answered. */
export function StageBefore({ planned }: { readonly planned: boolean }) {
  const { view } = useStage();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const format = useFormat();
  const { purpose, scheduledFor, title } = view.composition;
  const pulse = view.format === 'pulse';
  const lead = planned ? t('planned.title') : t(pulse ? 'collecting.pulse' : 'collecting.title');
  return (
    <div className={mergeClasses(look.column, look.centre)}>
      <p className={mergeClasses(look.heading, look.quiet)}>{lead}</p>
      <h2 className={mergeClasses(look.display, look.narrow)}>{purpose === '' ? title : purpose}</h2>
      {planned && scheduledFor !== null ? (
        <p className={look.text}>{t('planned.when', { when: format.dateTime(scheduledFor) })}</p>
      ) : null}
      {planned ? null : (
        <p className={mergeClasses(look.text, look.wide)}>{t(pulse ? 'collecting.pulse-how' : 'collecting.how')}</p>
      )}
    </div>
  );
}
