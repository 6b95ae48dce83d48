import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { beforeAfterFigure } from '@plumbline/shared/figures/before-after';
import { BeforeAfter } from '../../../charts/BeforeAfter.tsx';
import { revotedPeople } from '../named/revoted-people.ts';
import { Dots } from './Dots.tsx';
import { talks } from './findings.ts';
import { useSummary } from './summary-context.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  text: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  change: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
});

/** The talks: what moved, and what the team took from each. */
export function Talks() {
  const { view, results, source, size } = useSummary();
  const styles = useStyles();
  const { t } = useTranslation('summary');
  const held = talks(view, results);
  const voted = held.flatMap(({ question, text, revote }) => {
    if (revote === null) return [];
    const round = view.topics.find((topic) => topic.question === question)?.revote ?? null;
    const people = revotedPeople(results, { question, revote: round });
    return [{ text, revote, ...(people === null ? {} : { people }) }];
  });
  if (held.length === 0) return t('talk.none');
  return (
    <div className={styles.column}>
      {voted.length === 0 ? null : (
        <BeforeAfter figure={beforeAfterFigure({ source, questions: voted })} size={size} heading="finding" />
      )}
      <ol className={styles.list}>
        {held.map(({ question, text, change, revote }) => (
          <li key={question}>
            <p className={styles.text}>{text}</p>
            <p className={styles.change}>{change === '' ? t('talk.no-change') : t('talk.change', { change })}</p>
            {revote === null ? <p className={styles.change}>{t('talk.no-vote')}</p> : null}
          </li>
        ))}
      </ol>
      <Dots />
    </div>
  );
}
