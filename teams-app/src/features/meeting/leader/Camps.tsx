import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultsView } from '@plumbline/shared/contract/views';
import { campsFinding } from '@plumbline/shared/figures/camps';
import type { FigureSource } from '@plumbline/shared/figures/figure';
import { lineAtStart } from '../../../app/line-at-start.ts';
import { Details } from '../../../charts/details/Details.tsx';
import { useSay } from '../../../charts/use-canvas.ts';
import { useLook } from './look.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '20px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  block: {
    paddingInlineStart: tokens.spacingHorizontalM,
    ...lineAtStart('3px', tokens.colorBrandStroke1),
  },
});

/** Two groups over the whole sheet, what sets them apart, and the question to ask; nothing where there are none. */
export function Camps(props: {
  readonly rating: NonNullable<ResultsView['rating']>;
  readonly source: FigureSource;
  readonly size: 'panel' | 'page';
}) {
  const { rating, source, size } = props;
  const styles = useStyles();
  const look = useLook();
  const id = useId();
  const say = useSay();
  const { t } = useTranslation('leader');
  const camps = campsFinding(rating);
  if (camps === null || rating.camps === null) return null;
  return (
    <section className={look.tight}>
      <h2 id={id} className={look.section}>
        {t('camps.title')}
      </h2>
      <div className={styles.block}>
        <div className={look.tight}>
          <p className={look.text}>{say(camps.finding)}</p>
          <ul className={styles.list}>
            {camps.questions.map((text) => (
              <li key={text} className={look.text}>
                {text}
              </li>
            ))}
          </ul>
          <p className={look.text}>{t('picture.ask', { ask: say(camps.ask) })}</p>
        </div>
      </div>
      <Details
        basis={{ of: 'camps', camps: rating.camps, questions: rating.questions }}
        {...{ source, size }}
        level={3}
        describedBy={id}
      />
    </section>
  );
}
