import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RankingResult } from '@plumbline/shared/domain/results/shown';
import { useFormat } from '../../../app/format.ts';
import { sameOrder } from './findings.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '24px', display: 'flex', flexDirection: 'column', gap: '8px' },
  rank: { color: tokens.colorNeutralForeground2 },
  text: { ...typographyStyles.body1, margin: 0 },
});

/** Rankings, best first, with the mean place of each option. */
export function Orders({ orders }: { readonly orders: readonly RankingResult[] }) {
  const styles = useStyles();
  const { t } = useTranslation(['summary', 'stage']);
  const format = useFormat();
  return orders.map(({ question, text, result }) => (
    <div key={question}>
      <p className={styles.text}>{text}</p>
      {result.status === 'held' ? (
        <p className={styles.text}>{t('summary:order.held', { count: result.needed })}</p>
      ) : (
        <>
          <ol className={styles.list}>
            {result.order.map((place) => (
              <li key={place.option}>
                {place.text}{' '}
                <span className={styles.rank}>
                  {t('summary:order.place', { rank: format.number(place.meanRank, 1) })}
                </span>
              </li>
            ))}
          </ol>
          {result.agreement === null ? null : (
            <p className={styles.text}>{t(`stage:slides.${sameOrder(result.agreement)}`)}</p>
          )}
        </>
      )}
    </div>
  ));
}
