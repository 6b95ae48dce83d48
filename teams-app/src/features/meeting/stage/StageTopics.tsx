import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useStage } from './stage-context.ts';
import { useStageLook } from './stage-look.ts';

const useStyles = makeStyles({
  line: { flexDirection: 'row', columnGap: '16px', alignItems: 'baseline' },
  place: { minWidth: '2ch' },
  words: { display: 'flex', flexDirection: 'column', rowGap: '4px', minWidth: 0 },
});

/** Before the first talk, between two, and after the last: what we talk about and what came of it. */
export function StageTopics({ over }: { readonly over: boolean }) {
  const { view } = useStage();
  const styles = useStyles();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const title =
    view.topics.length === 0
      ? t('topics.none')
      : over
        ? t('topics.over')
        : t('topics.title', { count: view.topics.length });
  return (
    <div className={mergeClasses(look.column, look.centre)}>
      <h2 className={look.title}>{title}</h2>
      <ol className={look.list}>
        {view.topics.map(({ question, text, step, change }, place) => (
          <li key={question} className={mergeClasses(look.card, styles.line)}>
            <span className={mergeClasses(look.heading, look.quiet, styles.place)}>{place + 1}</span>
            <div className={styles.words}>
              <span className={look.text}>{text}</span>
              {change === '' ? null : (
                <span className={look.small}>
                  {t('topic.change')}: {change}
                </span>
              )}
              {step === 'done' ? <span className={mergeClasses(look.small, look.quiet)}>{t('topic.done')}</span> : null}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
