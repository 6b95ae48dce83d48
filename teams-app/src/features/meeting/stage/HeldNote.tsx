import { mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useStage } from './stage-context.ts';
import { useStageLook } from './stage-look.ts';

/** Why nothing is shown, and how many more answers would open it. */
export function HeldNote() {
  const { view, results } = useStage();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const held = results?.rating?.dimensions.find(({ result }) => result.status === 'held')?.result;
  const minimum = results?.rating?.minimumGroup ?? view.minimumGroup;
  return (
    <div className={mergeClasses(look.column, look.centre)}>
      <h2 className={mergeClasses(look.title, look.narrow)}>
        {held?.status === 'held' ? t('reveal.held', { count: held.needed }) : t('reveal.none')}
      </h2>
      <p className={mergeClasses(look.text, look.wide)}>
        {t(view.mode === 'named' ? 'named.held-why' : 'reveal.held-why', { minimum })}
      </p>
    </div>
  );
}
