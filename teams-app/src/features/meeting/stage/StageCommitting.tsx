import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { MeetingView, RoundView } from '@plumbline/shared/contract/views';
import { useFormat } from '../../../app/format.ts';
import { Answered } from './Answered.tsx';
import { useStage } from './stage-context.ts';
import { useStageLook } from './stage-look.ts';

/** At most so many commitments are made in one meeting. */
const MOST = 3;

const useStyles = makeStyles({
  line: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', columnGap: '24px' },
  support: { flexShrink: 0, whiteSpace: 'nowrap' },
});

/** What the team commits to, as it comes onto the table, and how far it stands behind it. */
export function StageCommitting({ support }: { readonly support: RoundView | null }) {
  const { view } = useStage();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const title = look.title;
  if (view.commitments.length === 0) {
    return (
      <div className={mergeClasses(look.column, look.centre)}>
        <h2 className={mergeClasses(look.display, look.narrow)}>{t('committing.none')}</h2>
        <p className={mergeClasses(look.text, look.wide)}>{t('committing.none-how', { most: MOST })}</p>
      </div>
    );
  }
  return (
    <div className={mergeClasses(look.column, look.centre)}>
      {support?.status === 'open' ? (
        <div className={look.tight}>
          <h2 className={title}>{t('committing.support')}</h2>
          <p className={look.text}>{t('committing.support-how')}</p>
          <p className={look.heading} role="status">
            <Answered round={support} />
          </p>
        </div>
      ) : (
        <h2 className={title}>{t('committing.title')}</h2>
      )}
      <CommitmentsOnStage />
    </div>
  );
}

/** The commitments as cards, with their support where it may be shown; `brief` leaves out how they will show. */
export function CommitmentsOnStage({ brief = false }: { readonly brief?: boolean }) {
  const { view, room } = useStage();
  const look = useStageLook();
  return (
    <ol className={look.list}>
      {view.commitments.map((commitment) => (
        <li key={commitment.id} className={look.card}>
          <OnStage commitment={commitment} brief={brief || room.short || view.commitments.length >= MOST} />
        </li>
      ))}
    </ol>
  );
}

function OnStage(props: { readonly commitment: MeetingView['commitments'][number]; readonly brief: boolean }) {
  const { commitment, brief } = props;
  const { view, results, room } = useStage();
  const styles = useStyles();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const format = useFormat();
  const support = results?.support.find((each) => each.commitment === commitment.id)?.result;
  const question = view.rounds[0]?.questions.find(({ id }) => id === commitment.question);
  const small = mergeClasses(look.small, look.quiet);
  const { evidence, displaces } = commitment;
  const shows = t('committing.evidence', { evidence });
  const stops = displaces === '' ? t('committing.displaces-nothing') : t('committing.displaces', { displaces });
  return (
    <>
      <div className={styles.line}>
        <h3 className={brief ? look.heading : look.question}>{commitment.sentence}</h3>
        {support === undefined ? null : (
          <span className={mergeClasses(look.heading, look.brand, styles.support)}>
            {support.status === 'held'
              ? t('question.held', { count: support.needed })
              : t('committing.mean', { mean: format.number(support.mean, 1) })}
          </span>
        )}
      </div>
      <p className={brief ? look.small : look.text}>
        {commitment.owner.name} · {t('committing.due', { due: format.day(commitment.due) })}
      </p>
      {room.short ? null : brief ? (
        <p className={small}>{[shows, stops].join(' · ')}</p>
      ) : (
        <>
          <p className={small}>{shows}</p>
          <p className={small}>{stops}</p>
        </>
      )}
      {question === undefined || brief ? null : (
        <p className={small}>{t('committing.question', { question: question.text })}</p>
      )}
    </>
  );
}
