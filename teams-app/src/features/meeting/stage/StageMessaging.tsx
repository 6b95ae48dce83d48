import { makeStyles, mergeClasses, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { sameShare } from '@plumbline/shared/figures/same-share';
import { useFormat } from '../../../app/format.ts';
import { useSay } from '../../../charts/use-canvas.ts';
import { Answered } from './Answered.tsx';
import { useStage } from './stage-context.ts';
import { useStageLook } from './stage-look.ts';

const useStyles = makeStyles({
  score: { margin: 0, display: 'flex', alignItems: 'baseline', columnGap: '16px' },
  figure: { ...typographyStyles.display, fontVariantNumeric: 'tabular-nums' },
});

/** The one message for our people: on its way, compared blind, settled. */
export function StageMessaging({ marks }: { readonly marks: RoundView | null }) {
  const { view } = useStage();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const format = useFormat();
  const title = look.title;
  if (view.message !== null) {
    return (
      <div className={mergeClasses(look.column, look.centre)}>
        <p className={mergeClasses(look.heading, look.quiet)}>{t('messaging.settled')}</p>
        <h2 className={look.display}>{format.quote(view.message)}</h2>
        <Score />
      </div>
    );
  }
  if (marks === null) {
    return (
      <div className={mergeClasses(look.column, look.centre)}>
        <h2 className={mergeClasses(look.display, look.narrow)}>{t('messaging.title')}</h2>
        <p className={mergeClasses(look.text, look.wide)}>
          {t(view.mode === 'named' ? 'named.messaging' : 'messaging.how')}
        </p>
        {view.sentencesCounted === 0 ? null : (
          <p className={look.heading} role="status">
            {t('messaging.counted', { count: view.sentencesCounted })}
          </p>
        )}
      </div>
    );
  }
  const open = marks.status === 'open';
  return (
    <div className={look.column}>
      <h2 className={title}>{t(open ? 'messaging.marks' : 'messaging.settling')}</h2>
      {open ? (
        <div className={look.tight}>
          <p className={look.text}>{t('messaging.marks-how')}</p>
          <p className={look.heading} role="status">
            <Answered round={marks} />
          </p>
        </div>
      ) : (
        <Score />
      )}
      <section className={look.tight}>
        <h3 className={mergeClasses(look.small, look.quiet)}>{t('messaging.table')}</h3>
        <ul className={look.list} style={{ rowGap: 8 }}>
          {marks.questions.map(({ id, text }) => (
            <li key={id} className={look.text}>
              {format.quote(text)}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Score() {
  const { view, results } = useStage();
  const styles = useStyles();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const say = useSay();
  const score = results?.marks ?? null;
  if (score === null) return null;
  if (score.status === 'held') return <p className={look.text}>{t('messaging.held', { count: score.needed })}</p>;
  return (
    <p className={mergeClasses(styles.score, look.text)}>
      <span className={mergeClasses(styles.figure, look.brand)}>{say(sameShare(score.mean, view.mode))}</span>
      {t('messaging.score')}
    </p>
  );
}
