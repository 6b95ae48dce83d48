import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Details } from '../../../charts/details/Details.tsx';
import { useSummary } from './summary-context.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  list: { ...typographyStyles.body1, margin: 0, paddingInlineStart: '24px', overflowWrap: 'anywhere' },
  count: { color: tokens.colorNeutralForeground2 },
  text: { ...typographyStyles.body1, margin: 0 },
});

/** Where the dots fell that chose the talks, most first; nothing where none were put. */
export function Dots() {
  const { view, results, source, size } = useSummary();
  const styles = useStyles();
  const id = useId();
  const { t } = useTranslation('summary');
  const { dots } = results;
  const asked = view.rounds.find(({ purpose }) => purpose === 'dots')?.questions[0];
  if (dots === null || asked?.kind !== 'dots') return null;
  const options = asked.options.map(({ id, text }) => ({ option: id, text }));
  const chosen = dots.status === 'shown' ? dots.options.filter((option) => option.dots > 0) : [];
  return (
    <div className={styles.part}>
      <h3 id={id} className={styles.title}>
        {t('dots.title')}
      </h3>
      {dots.status === 'held' ? <p className={styles.text}>{t('dots.held', { count: dots.needed })}</p> : null}
      {chosen.length === 0 ? null : (
        <ul className={styles.list}>
          {chosen.map(({ option, dots: count }) => (
            <li key={option}>
              {options.find((one) => one.option === option)?.text}{' '}
              <span className={styles.count}>{t('dots.count', { count })}</span>
            </li>
          ))}
        </ul>
      )}
      <Details basis={{ of: 'dots', dots, options }} source={source} size={size} level={4} describedBy={id} />
    </div>
  );
}
