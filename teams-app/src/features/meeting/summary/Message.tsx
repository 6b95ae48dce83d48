import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { MeanResult } from '@plumbline/shared/domain/results/shown';
import { sameShare } from '@plumbline/shared/figures/same-share';
import { useFormat } from '../../../app/format.ts';
import { lineAtStart } from '../../../app/line-at-start.ts';
import { useSay } from '../../../charts/use-canvas.ts';
import { useSummary } from './summary-context.ts';

const useStyles = makeStyles({
  quote: {
    ...typographyStyles.subtitle1,
    margin: 0,
    paddingInlineStart: '16px',
    ...lineAtStart('4px', tokens.colorBrandStroke1),
    overflowWrap: 'anywhere',
  },
  text: { ...typographyStyles.body1, marginBlock: '12px 0' },
  figure: { ...typographyStyles.subtitle1, margin: 0 },
});

/** The one message and how much it was one. */
export function Message({ message }: { readonly message: string }) {
  const { view, results } = useSummary();
  const styles = useStyles();
  const { t } = useTranslation('summary');
  const say = useSay();
  const { marks } = results;
  return (
    <>
      <p className={styles.quote}>{message}</p>
      {marks === null ? null : (
        <p className={styles.text}>
          {marks.status === 'held'
            ? t('message.held', { count: marks.needed })
            : t('message.score', { share: say(sameShare(marks.mean, view.mode)) })}
        </p>
      )}
    </>
  );
}

/** Whether it was worth the time. */
export function Worth({ worth }: { readonly worth: MeanResult }) {
  const styles = useStyles();
  const { t } = useTranslation('summary');
  const format = useFormat();
  return (
    <p className={styles.figure}>
      {worth.status === 'held'
        ? t('worth.held', { count: worth.needed })
        : t('worth.mean', { mean: format.number(worth.mean, 1) })}
    </p>
  );
}
